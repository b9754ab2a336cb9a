"""Where a claim is joined: a place with how exactly it is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor
from typing import Literal

from orontes.events.keys import place_base
from orontes.model.names import PlaceName
from orontes.places.distance import KM_PER_DEGREE, km_between

CELL = 0.1
CLOSE_KM = 10
REACH_KM = {"admin2": 60, "admin1": 200, "region": 400, "country": 1000}
Key = tuple[object, ...]
Nearness = Literal["same", "part", "around", "apart"]
ORDER: tuple[Nearness, ...] = ("same", "part", "around", "apart")


@dataclass(frozen=True, slots=True)
class Spot:
    """``base`` is the place's id, or its folded name if it was not resolved; ``part`` is the
    facility meant in it; ``reach`` is how many kilometres an area may stretch from its point."""

    base: str
    part: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    reach: int = 0

    @classmethod
    def of(cls, place: PlaceName) -> "Spot":
        reach = REACH_KM.get(place.kind or "", 0)
        base = place_base(place)
        return cls(base, place.facility, place.lat, place.lon, place.country, reach)

    @property
    def named(self) -> bool:
        """Whether only a name is known, which may lie anywhere."""
        return self.base.startswith("name:")

    def files(self) -> list[Key]:
        """Under which an event at this spot is filed."""
        return [("at", self.base)] if self.cell() is None or self.reach else [("in", self.cell())]

    def cell(self) -> tuple[int, int] | None:
        if self.lat is None or self.lon is None:
            return None
        return floor(self.lat / CELL), floor(self.lon / CELL)

    def around(self) -> list[Key]:
        """Under which events that may be at this spot are filed."""
        cell = self.cell()
        if cell is None or self.reach:
            return [("at", self.base)]
        return [("in", (cell[0] + y, cell[1] + x)) for y in (-1, 0, 1) for x in (-1, 0, 1)]


def nearness(one: Spot, other: Spot) -> Nearness:
    """``part``: the town and something in it; ``around``: near by, or an area that may hold it."""
    if one.base == other.base:
        if one.part == other.part:
            return "same"
        return "part" if None in (one.part, other.part) else "around"
    if None in (one.lat, one.lon, other.lat, other.lon):
        return "apart"
    if (one.reach or other.reach) and one.country != other.country:
        return "apart"
    return "around" if within(one, other, max(CLOSE_KM, one.reach, other.reach)) else "apart"


def within(one: Spot, other: Spot, limit: int) -> bool:
    assert one.lat is not None and one.lon is not None
    assert other.lat is not None and other.lon is not None
    if abs(one.lat - other.lat) * KM_PER_DEGREE > limit:
        return False
    return km_between(one.lat, one.lon, other.lat, other.lon) <= limit


def nearest(some: Iterable[Spot], others: Iterable[Spot]) -> Nearness | None:
    """The nearest that two sets of spots come; None if one is empty."""
    found = [nearness(one, other) for one in some for other in others]
    return min(found, key=ORDER.index, default=None)
