from dataclasses import dataclass
from datetime import datetime

from orontes.model.count import Count
from orontes.model.names import ActorName, PlaceName
from orontes.model.when import When


@dataclass(frozen=True, slots=True)
class Event:
    """What several claims tell of together; the claims stay side by side under it.

    ``when`` falls back on the day of first publication (``dated`` False). ``sources`` counts
    independent voices. ``counts`` are the differing figures, each with its claims.
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
