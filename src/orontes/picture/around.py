"""Who is told to hold the places round a place: weak evidence where the place itself is silent."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from math import cos, exp, radians

import numpy as np

from orontes.picture.dossier import Dossier, rules
from orontes.picture.spells import UNKNOWN, Spell, on, spells
from orontes.picture.supposed import SUPPOSED, is_supposed
from orontes.places.distance import EARTH_KM

UNTOLD = frozenset({"initial", SUPPOSED})
CELL = 0.5
"""Degrees of a cell of the grid in which neighbours are looked for."""


class Around:
    """The places within reach of each place; those of which nothing is told say nothing."""

    def __init__(self, dossiers: Mapping[str, Dossier]) -> None:
        self._dossiers = dossiers
        told = {
            key: spot
            for key, spot in spots(dossiers).items()
            if any(one.favour and one.voice not in UNTOLD for one in dossiers[key].says)
        }
        self._keys = list(told)
        self._points = np.radians(np.array(list(told.values()), dtype=float).reshape(-1, 2))
        self._cells: dict[tuple[int, int], list[int]] = {}
        for number, (lat, lon) in enumerate(told.values()):
            self._cells.setdefault(cell(lat, lon), []).append(number)
        self.neighbours = cache(self._neighbours)
        self.spells = cache(self._spells)
        self.told = cache(self._told)

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
        days = self.told(key)
        number = bisect_right(days, day)
        return days[number - 1] if number else None

    def _told(self, key: str) -> list[date]:
        """The days of which its holder is told by a report."""
        return sorted(
            one.day
            for one in self._dossiers[key].says
            if one.favour and one.voice not in UNTOLD and one.day > date.min
        )

    def _spells(self, key: str) -> list[Spell]:
        """As told: no neighbour rests on what is supposed here."""
        one = self._dossiers[key]
        return spells(replace(one, says=[say for say in one.says if not is_supposed(say)]), None)

    def _neighbours(self, key: str) -> tuple[tuple[str, float], ...]:
        """The nearest places and their distances in km (haversine), the nearest first."""
        place, figures = self._dossiers[key].place, rules()["around"]
        if place.lat is None or place.lon is None:
            return ()
        near = np.array(self._near(place.lat, place.lon), dtype=int)
        there, here = self._points[near], np.radians([place.lat, place.lon])
        up, across = (there - here).T / 2
        half = np.sin(up) ** 2 + cos(here[0]) * np.cos(there[:, 0]) * np.sin(across) ** 2
        km = 2 * EARTH_KM * np.arcsin(np.sqrt(half.clip(0, 1)))
        order = np.argsort(km, kind="stable")[: figures["most"] + 1]
        found = [(self._keys[near[k]], float(km[k])) for k in order if km[k] <= figures["reach"]]
        return tuple(one for one in found if one[0] != key)[: figures["most"]]

    def _near(self, lat: float, lon: float) -> list[int]:
        row, column = cell(lat, lon)
        high = round(rules()["around"]["reach"] / (111 * CELL)) + 1
        wide = round(high / max(0.2, cos(radians(lat)))) + 1
        return [
            number
            for i in range(row - high, row + high + 1)
            for j in range(column - wide, column + wide + 1)
            for number in self._cells.get((i, j), ())
        ]


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
