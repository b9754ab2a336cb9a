"""Which places lie within reach of each: a grid, so that the work grows with the places."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import cos, radians

import numpy as np
from numpy.typing import NDArray

from orontes.picture.dossier import rules
from orontes.places.distance import EARTH_KM

CELL = 0.5
"""Degrees of a cell of the grid in which neighbours are looked for."""
Cell = tuple[int, int]
Whole = NDArray[np.int64]
Floats = NDArray[np.float64]


class Nearby:
    """For each place the others within reach and their distances in km (haversine), the nearest
    first; a place without coordinates has none and is none."""

    def __init__(self, points: Sequence[tuple[float, float] | None]) -> None:
        self.points = list(points)
        self._cells: defaultdict[Cell, list[int]] = defaultdict(list)
        for number, point in enumerate(self.points):
            if point:
                self._cells[cell(*point)].append(number)
        self._radians = np.radians([point or (0.0, 0.0) for point in self.points]).reshape(-1, 2)
        parts = [self._pairs(*one) for one in self._cells.items()]
        empty = np.empty(0, dtype=np.int64)
        self._from = np.concatenate([empty, *(part[0] for part in parts)])
        self._to = np.concatenate([empty, *(part[1] for part in parts)])
        self._km = np.concatenate([np.empty(0), *(part[2] for part in parts)])
        order = np.argsort(self._from, kind="stable")
        self._from, self._to, self._km = self._from[order], self._to[order], self._km[order]

    def nearest(self, among: NDArray[np.bool_], most: int) -> tuple[Whole, Floats]:
        """Rows of the numbers of the nearest places among some, and their distances; where there
        are fewer, the row ends in the number after the last place."""
        size = len(self.points)
        kept = np.flatnonzero(among[self._to]) if size else np.empty(0, dtype=np.int64)
        source = self._from[kept]
        rank = np.arange(len(source)) - np.searchsorted(source, source, "left")
        first = rank < most
        near = np.full((size, most), size, dtype=np.int64)
        km = np.zeros((size, most))
        near[source[first], rank[first]] = self._to[kept][first]
        km[source[first], rank[first]] = self._km[kept][first]
        return near, km

    def _pairs(self, here: Cell, numbers: list[int]) -> tuple[Whole, Whole, Floats]:
        """The pairs within reach whose first lies in one cell, by that and by distance."""
        near = np.array([n for one in self._window(here) for n in self._cells.get(one, ())])
        mine, its = self._radians[numbers], self._radians[near]
        up = (its[None, :, 0] - mine[:, None, 0]) / 2
        across = (its[None, :, 1] - mine[:, None, 1]) / 2
        high = np.cos(mine[:, None, 0]) * np.cos(its[None, :, 0])
        half = np.sin(up) ** 2 + high * np.sin(across) ** 2
        km = 2 * EARTH_KM * np.arcsin(np.sqrt(half.clip(0, 1)))
        source = np.array(numbers)
        within = (km <= rules()["around"]["reach"]) & (near[None, :] != source[:, None])
        row, column = np.nonzero(within)
        order = np.lexsort((column, km[row, column], row))
        row, column = row[order], column[order]
        return source[row], near[column], km[row, column]

    def _window(self, here: Cell) -> Iterator[Cell]:
        row, column = here
        high = round(rules()["around"]["reach"] / (111 * CELL)) + 1
        highest = max(abs(row), abs(row + 1)) * CELL
        wide = round(high / max(0.2, cos(radians(highest)))) + 1
        for i in range(row - high, row + high + 1):
            yield from ((i, j) for j in range(column - wide, column + wide + 1))


def cell(lat: float, lon: float) -> Cell:
    return int(lat // CELL), int(lon // CELL)
