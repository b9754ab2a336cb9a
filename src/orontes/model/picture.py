from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from orontes.model.count import Count
from orontes.model.names import ActorName, PlaceName
from orontes.model.stance import Leaning
from orontes.model.when import When

Basis = Literal["reported", "inferred", "initial", "judged", "supposed"]
How = Literal["world", "learnt", "withdrawn", "corrected"]


@dataclass(frozen=True, slots=True)
class Control:
    """Who holds a place, since when, on whose word (a spell; ``until`` None: it still lasts).

    ``holder`` is an actor id, ``none``, ``unknown`` or ``joint:a+b``. ``claims`` carry the holder,
    ``against`` tell otherwise. ``why`` is one sentence with the rule that decided. ``kind`` is the
    level of the place; ``site`` is a facility that has the coordinates of its town. ``supposed``
    is what it rests on that no report tells; ``why`` says so too. ``factions`` are the actors of
    the holder's side that the claims for it name.
    """

    place: str
    place_id: str
    lat: float | None
    lon: float | None
    country: str | None
    holder: str
    holder_name: str
    since: date | None
    until: date | None
    probability: float
    contested: bool
    basis: Basis
    last_reported: date | None
    known_at: datetime | None
    claims: tuple[str, ...]
    against: tuple[str, ...]
    why: str
    kind: str | None = None
    supposed: tuple[str, ...] = ()
    factions: tuple[ActorName, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A place that passed from one holder to another, or of which another holder is believed.

    ``how``: it happened (world), or belief about the same day moved: learnt; withdrawn, where what
    carried the old belief is now overruled; corrected by a judgement. ``supposed`` is what it
    rests on that no report tells.
    """

    place: str
    place_id: str
    day: date | None
    before: str | None
    after: str
    known_at: datetime | None
    claims: tuple[str, ...]
    how: How = "world"
    supposed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """One count of people killed, injured or missing, by one counter."""

    kind: str
    count: Count
    place: PlaceName | None
    when: When | None
    counted_by: str
    known: datetime | None
    superseded: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Displacement:
    """People who fled, came back or were taken out."""

    kind: str
    count: Count | None
    place: PlaceName | None
    origin: PlaceName | None
    destination: PlaceName | None
    when: When | None
    counted_by: str
    known: datetime | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What one actor said or did about another, or about a matter.

    ``quote`` is the shortest sentence that tells it, ``said_by`` whom the report credits with that.
    """

    actor: ActorName
    kind: str
    target: tuple[ActorName, ...]
    about: str | None
    when: When | None
    known: datetime | None
    claims: tuple[str, ...]
    quote: str = ""
    said_by: tuple[ActorName, ...] = ()
    publisher: str | None = None
    leaning: Leaning = "other"


@dataclass(frozen=True, slots=True)
class Route:
    """A way that is cut, open or threatened, or a place encircled.

    ``basis`` is reported, or graph: it follows from who took which place, and ``why`` says how.
    """

    state: str
    places: tuple[PlaceName, ...]
    actor: tuple[ActorName, ...]
    target: tuple[ActorName, ...]
    sides: int | None
    when: When | None
    known: datetime | None
    claims: tuple[str, ...]
    basis: Literal["reported", "graph"] = "reported"
    why: str = ""
