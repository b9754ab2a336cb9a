from dataclasses import dataclass
from datetime import datetime

from orontes.model.count import Count
from orontes.model.names import ActorName, PlaceName
from orontes.model.when import When


@dataclass(frozen=True, slots=True)
class Difference:
    """A slot that the claims of an event fill in several ways, each with its claims."""

    slot: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What several claims tell of together; the claims stay side by side under it.

    ``when`` falls back on the day of first publication (``dated`` False). ``count`` are the people
    killed, or else those whom its own kind counts; ``tolls`` every count by its kind. ``sources``
    counts independent origins. ``differences`` names what the claims tell otherwise.
    """

    id: str
    kind: str
    actor: tuple[ActorName, ...]
    target: tuple[ActorName, ...]
    place: PlaceName | None
    when: When | None
    dated: bool
    count: Count | None
    claims: tuple[str, ...]
    denied_by: tuple[str, ...]
    sources: int
    confidence: float
    first_known: datetime | None
    last_known: datetime | None
    tolls: tuple[tuple[str, Count], ...] = ()
    differences: tuple[Difference, ...] = ()
