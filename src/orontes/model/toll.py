"""Counts of people as they stand together: bounds, who counted, how sure (docs/toll.md)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from orontes.model.count import Count
from orontes.model.names import ActorName, PlaceName
from orontes.model.when import When

Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
Scope = Literal["incident", "period", "campaign"]
Bears = Literal["both", "low", "high", "none"]
Measured = Literal["flow", "stock"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """``low`` ≤ ``best`` ≤ ``high``, in people; a ``high`` of None is open."""

    low: int
    best: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Counted:
    """What one counter says of one scope.

    ``whom`` is people, civilians, fighters, or "fighters of" a side; ``rank`` is the row of
    ``[order]`` in vocabulary/toll.toml. ``stands`` is False where the same counter has told
    otherwise since, or another has for a much later day. ``bears``: a party to the war moves only
    one end of the bounds, none where a more exact figure says the same.
    """

    counter: str
    counter_id: str | None
    rank: str
    kind: str
    whom: str
    bounds: Bounds
    count: Count | None
    day: date | None
    known: datetime | None
    stands: bool
    bears: Bears
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """People of one group or side within a whole, never beside it."""

    group: str
    side: str | None
    side_name: str | None
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Measure:
    """People killed, injured or missing; ``parts`` are groups told of among them."""

    whole: Bounds
    civilians: Bounds | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A running total against the one before by the same counter; ``more`` < 0 is a revision."""

    counter: str
    day: date | None
    known: datetime | None
    value: int
    more: int | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """How much of a running total the incidents of its place and time tell of.

    ``rest`` is what is in no incident; below 0 they tell of more than the total does.
    """

    incidents: int
    told: Bounds
    rest: int


@dataclass(frozen=True, slots=True)
class Toll:
    """What one incident, one long period or a whole campaign cost, from all who counted.

    ``by`` are the sides said to have done it. ``flags`` are words of docs/toll.md. ``why`` is one
    sentence. ``denied_by`` are claims that it was not so; they never count.
    """

    id: str
    scope: Scope
    place: PlaceName | None
    when: When | None
    dated: bool
    killed: Measure | None
    injured: Measure | None
    missing: Measure | None
    grade: Grade
    by: tuple[ActorName, ...]
    sources: int
    counters: tuple[Counted, ...]
    steps: tuple[Step, ...]
    placed: Placed | None
    flags: tuple[str, ...]
    known: datetime | None
    claims: tuple[str, ...]
    denied_by: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class TollSum:
    """Incidents added up: low, best and high each for itself, and a simulated interval beside.

    ``likely`` are the ends of the ``interval`` per cent of seeded draws; an open high stays open.
    """

    of: str
    place: PlaceName | None
    side: ActorName | None
    incidents: int
    killed: Bounds
    civilians: Bounds
    injured: Bounds
    likely: tuple[int, int | None]
    interval: int
    since: date | None
    until: date | None
    flags: tuple[str, ...]
    claims: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Displaced:
    """People who fled, came back or were taken out, from all who counted.

    ``measure``: a flow counts moves since a day, a stock who is away from home on a day; neither
    is ever added to the other. ``unit`` is people, or families where only those are counted.
    """

    id: str
    kind: str
    measure: Measured
    unit: str
    people: Bounds | None
    who: tuple[str, ...]
    parts: tuple[Part, ...]
    place: PlaceName | None
    origin: PlaceName | None
    destination: PlaceName | None
    when: When | None
    grade: Grade
    sources: int
    counters: tuple[Counted, ...]
    flags: tuple[str, ...]
    known: datetime | None
    claims: tuple[str, ...]
    denied_by: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Relief:
    """Relief, access or a service given, hindered, short or restored, as claimed."""

    id: str
    kind: str
    actor: tuple[ActorName, ...]
    target: tuple[ActorName, ...]
    what: tuple[str, ...]
    place: PlaceName | None
    when: When | None
    count: Count | None
    said_by: tuple[str, ...]
    sources: int
    known: datetime | None
    claims: tuple[str, ...]
    denied_by: tuple[str, ...]
