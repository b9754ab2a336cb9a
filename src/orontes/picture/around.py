"""Who is told to hold the places round a place: weak evidence where the place itself is silent."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from math import cos, exp, radians

from orontes.picture.dossier import Dossier, rules
from orontes.picture.spells import UNKNOWN, Spell, on, spells
from orontes.places.distance import km_between

CELL = 0.5
"""Degrees of a cell of the grid in which neighbours are looked for."""


class Around:
    """The places within reach of each place; those of which nothing is told say nothing."""

    def __init__(self, dossiers: Mapping[str, Dossier]) -> None:
        self._dossiers = dossiers
        self._cells: dict[tuple[int, int], list[str]] = {}
        for key, (lat, lon) in spots(dossiers).items():
            if any(one.favour and one.voice != "initial" for one in dossiers[key].says):
                self._cells.setdefault(cell(lat, lon), []).append(key)
        self.neighbours = cache(self._neighbours)
        self.spells = cache(self._spells)

    def hostile(self, key: str, day: date, holder: str) -> tuple[float, float]:
        """The share of the neighbours' weight that others hold, and the whole of that weight.

        A neighbour weighs less with distance and with the age of what is told of it.
        """
        figures = rules()["around"]
        against = whole = 0.0
        for other, km in self.neighbours(key):
            held = on(self.spells(other), day)
            last = self.last_told(other, day)
            if held is None or held.holder == UNKNOWN or last is None:
                continue
            weight = exp(-km / figures["km"] - (day - last).days / figures["days"])
            whole += weight
            against += weight * (held.holder != holder)
        return against / (whole + figures["nothing"]), whole

    def last_told(self, key: str, day: date) -> date | None:
        """The last day by then of which its holder is told by a report."""
        days = [
            one.day
            for one in self._dossiers[key].says
            if one.favour and one.voice != "initial" and date.min < one.day <= day
        ]
        return max(days, default=None)

    def _spells(self, key: str) -> list[Spell]:
        return spells(self._dossiers[key], None)

    def _neighbours(self, key: str) -> tuple[tuple[str, float], ...]:
        place = self._dossiers[key].place
        if place.lat is None or place.lon is None:
            return ()
        found = []
        for other in self._near(place.lat, place.lon):
            spot = self._dossiers[other].place
            assert spot.lat is not None and spot.lon is not None
            km = km_between(place.lat, place.lon, spot.lat, spot.lon)
            if other != key and km <= rules()["around"]["reach"]:
                found.append((other, km))
        return tuple(sorted(found, key=lambda one: (one[1], one[0]))[: rules()["around"]["most"]])

    def _near(self, lat: float, lon: float) -> Iterable[str]:
        row, column = cell(lat, lon)
        high = round(rules()["around"]["reach"] / (111 * CELL)) + 1
        wide = round(high / max(0.2, cos(radians(lat)))) + 1
        for i in range(row - high, row + high + 1):
            for j in range(column - wide, column + wide + 1):
                yield from self._cells.get((i, j), ())


def spots(dossiers: Mapping[str, Dossier]) -> dict[str, tuple[float, float]]:
    """Where the settlements and sites lie; wide places have no spot."""
    return {
        key: (one.place.lat, one.place.lon)
        for key, one in dossiers.items()
        if one.place.kind in (None, "settlement", "facility")
        and one.place.lat is not None
        and one.place.lon is not None
    }


def cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat // CELL), int(lon // CELL)
