from dataclasses import dataclass
from typing import Literal

from orontes.model.count import Count
from orontes.model.names import ActorName, PlaceName
from orontes.model.when import When

Stance = Literal["asserted", "attributed", "denied", "possible", "planned", "hypothetical", "past"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one report says happened, holds, or was said (docs/vocabulary.md).

    ``start`` and ``end`` bound the quote, ``predicate`` the words that carry the kind, as code
    points of the report's text. ``said_by`` is whom the report credits, not the publisher.
    """

    doc: str
    kind: str
    start: int
    end: int
    quote: str
    predicate: tuple[int, int]
    actor: tuple[ActorName, ...] = ()
    target: tuple[ActorName, ...] = ()
    place: PlaceName | None = None
    origin: PlaceName | None = None
    destination: PlaceName | None = None
    route: tuple[PlaceName, ...] = ()
    extent: str | None = None
    when: When | None = None
    campaign: str | None = None
    count: Count | None = None
    weapon: tuple[str, ...] = ()
    sides: int | None = None
    about: str | None = None
    reason: str | None = None
    said_by: tuple[ActorName, ...] = ()
    stance: Stance = "asserted"
    confidence: float = 1.0
    reader: str = ""
    vocabulary: int = 0
    id: str = ""
