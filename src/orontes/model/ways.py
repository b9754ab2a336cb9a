from dataclasses import dataclass
from datetime import date
from typing import Literal

from orontes.model.names import PlaceName
from orontes.model.picture import Route

Keeps = Literal["own", "silent", "other"]
"""A way keeps to a side's ground (own), passes places without report that lie nearest to ground
of others (silent), or crosses ground told to be of others (other)."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A place on a way and who is told to hold it; ``holder`` None: no report.

    A place without report counts with ``nearest``, the nearest place that has one, whose holder is
    ``nearest_holder``: an assumption. ``contested`` and ``claims`` are those of the holder's row.
    """

    place: PlaceName
    holder: str | None
    holder_name: str | None
    contested: bool
    last_reported: date | None
    nearest: str | None
    nearest_holder: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """The last thing told of a stretch: where, when, and how many days before."""

    claim: str
    kind: str
    place: str
    day: date
    age: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A way from one place to the next, and what reports tell of it.

    ``km`` is assumed where it was not measured on imported roads. ``last`` None: no report.
    ``incidents`` of the last three days within 5 km have one claim an event; ``along`` names roads.
    ``turns``: it changes hands here; ``single``: the connection depends on the place at its end.
    """

    start: Ground
    end: Ground
    km: float
    assumed: bool
    along: tuple[str, ...]
    last: Mention | None
    incidents: tuple[str, ...]
    curfews: tuple[str, ...]
    mines: tuple[str, ...]
    crossings: tuple[str, ...]
    routes: tuple[str, ...]
    turns: bool
    single: bool
    shape: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """One way in stretches, for the side that holds its start."""

    number: int
    km: float
    assumed: bool
    keeps: Keeps | None
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """The ways between two places, as reported; no clearance of any of them.

    ``side`` is who holds the start. ``singles`` are the places on which it depends: without one,
    and the places without report that count with it, no way is left that keeps to the side's
    ground. ``reported`` are the claims of the case about it, side by side.
    """

    start: PlaceName
    end: PlaceName
    side: str | None
    side_name: str | None
    at: date
    ways: tuple[Way, ...]
    singles: tuple[Ground, ...]
    reported: tuple[Route, ...]
    clearance: str


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of a place, and the first place on it of which a holder is told, if any."""

    towards: PlaceName
    bearing: float
    side: str
    holder: str | None
    first_told: str | None
    km: float | None
    hostile: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Encirclement:
    """How far a place is encircled: by its exits in the graph, beside what reports claim.

    ``share`` and ``sides`` (quadrants of the compass) are bounds: what is told to be in hostile
    hands, and what would be if all of which nothing is told were, too. ``best`` is the number of
    sides that reports claim, kept within the bounds; without a claim the lower bound.
    """

    place: PlaceName
    holder: str | None
    holder_name: str | None
    at: date
    exits: tuple[Exit, ...]
    share: tuple[float, float]
    sides: tuple[int, int]
    best: int
    closed: tuple[str, ...]
    free: tuple[str, ...]
    claimed: int | None
    claims: tuple[str, ...]
    assumed: bool
    why: str
