"""Who is told to hold the places round a place: weak evidence where the place itself is silent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from orontes.model.names import PlaceName
from orontes.picture.dossier import Dossier, rules
from orontes.picture.nearby import Nearby
from orontes.picture.spells import UNKNOWN, Spell, spells
from orontes.picture.supposed import SUPPOSED, is_supposed

UNTOLD = frozenset({"initial", SUPPOSED})
APART = 1 << 23
"""More days than any calendar has: keeps the days of one place from those of the next."""
Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a place tells its neighbours: who held it from which day on, and on which days a report
    told of its holder. Days as ordinals; the first holder's may be 0, for ever."""

    since: Sequence[int]
    holders: Sequence[str]
    days: Sequence[int]


def telling(dossier: Dossier, made: Sequence[Spell] | None = None) -> Telling:
    """No neighbour rests on what is supposed here; ``made`` are the spells where nothing is."""
    says = [one for one in dossier.says if not is_supposed(one)]
    if made is None or len(says) < len(dossier.says):
        made = spells(replace(dossier, says=says))
    days = sorted(s.day.toordinal() for s in says if s.favour and s.voice not in UNTOLD)
    first = date.min.toordinal()
    return Telling(
        [one.since.toordinal() if one.since else 0 for one in made],
        [one.holder for one in made],
        [day for day in days if day > first],
    )


def is_told(dossier: Dossier) -> bool:
    """Whether a report tells who holds a settlement or site: then its neighbours heed it."""
    return is_spot(dossier) and any(s.favour and s.voice not in UNTOLD for s in dossier.says)


class Around:
    """The places within reach of each place; those of which nothing is told say nothing."""

    def __init__(
        self,
        dossiers: Mapping[str, Dossier],
        tellings: Iterable[Telling] | None = None,
        near: Nearby | None = None,
        numbers: Sequence[int] | None = None,
    ) -> None:
        """``numbers`` are those of the dossiers among the places that ``near`` knows."""
        self._number = {key: number for number, key in enumerate(dossiers)}
        made = list(tellings if tellings is not None else map(telling, dossiers.values()))
        told = np.array([is_told(one) for one in dossiers.values()], dtype=bool)
        near = near or Nearby(where(one.place for one in dossiers.values()))
        own = np.arange(len(told)) if numbers is None else np.array(numbers, dtype=np.int64)
        among = np.zeros(len(near.points), dtype=bool)
        among[own] = told
        nearest, km = near.nearest(among, rules()["around"]["most"])
        mine = np.full(len(near.points) + 1, len(told))
        mine[own] = np.arange(len(told))
        self._near, self._km = mine[nearest[own]], km[own]
        self._code: dict[str, int] = {UNKNOWN: -1}
        holders = [self.code(holder) for one in made for holder in one.holders]
        self._holders = np.array([*holders, -1], dtype=np.int64)
        self._since, self._first_since = ragged([one.since for one in made])
        self._days, self._first_day = ragged([one.days for one in made])
        self._of_day = cache(self._on)

    def code(self, holder: str) -> int:
        return self._code.setdefault(holder, len(self._code))

    def hostile(self, key: str, day: date, holder: str) -> tuple[float, float]:
        """The share of the neighbours' weight that others hold, and the whole of that weight."""
        share, whole = self.on(day, [self._number[key]], [holder])
        return float(share[0]), float(whole[0])

    def on(
        self, day: date, numbers: Sequence[int], holders: Sequence[str]
    ) -> tuple[Floats, Floats]:
        """As :meth:`hostile`, of many places by their numbers in the order of the dossiers.

        A neighbour weighs less with distance and with the age of what is told of it.
        """
        figures = rules()["around"]
        held, age = self._of_day(day)
        near, km = self._near[numbers], self._km[numbers]
        its = held[near]
        weight = np.where(its >= 0, np.exp(-km / figures["km"] - age[near] / figures["days"]), 0.0)
        other = its != np.array([self.code(one) for one in holders])[:, None]
        against, whole = np.zeros(len(near)), np.zeros(len(near))
        for column in range(near.shape[1]):
            whole += weight[:, column]
            against += weight[:, column] * other[:, column]
        return against / (whole + figures["nothing"]), whole

    def on_days(
        self, days: Sequence[date], numbers: Sequence[int], holders: Sequence[str]
    ) -> tuple[Floats, Floats]:
        """As :meth:`on`, each place on a day of its own."""
        share, whole = np.zeros(len(days)), np.zeros(len(days))
        rows: dict[date, list[int]] = {}
        for row, day in enumerate(days):
            rows.setdefault(day, []).append(row)
        for day, some in rows.items():
            mine = [numbers[row] for row in some], [holders[row] for row in some]
            share[some], whole[some] = self.on(day, *mine)
        return share, whole

    def _on(self, day: date) -> tuple[Whole, Floats]:
        """Of every place, and at last of none, its holder's code (-1: nobody told) and how many
        days ago it was told of."""
        number = day.toordinal()
        keys = np.arange(len(self._first_day)) * APART + number
        spell = np.searchsorted(self._since, keys, "right") - 1
        told = np.searchsorted(self._days, keys, "right") - 1
        known = (spell >= self._first_since) & (told >= self._first_day)
        held = np.where(known, self._holders[np.maximum(spell, 0)], -1)
        last = np.append(self._days, 0)[np.maximum(told, 0)] % APART
        age = np.where(known, number - last, 0)
        return np.append(held, -1), np.append(age, 0).astype(float)


def ragged(rows: Sequence[Sequence[int]]) -> tuple[Whole, Whole]:
    """Rows of ascending days as one ascending array, each row apart; and where each begins."""
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    flat = np.array([day for row in rows for day in row], dtype=np.int64)
    flat += np.repeat(np.arange(len(rows)), lengths) * APART
    return flat, np.cumsum(lengths) - lengths


def where(places: Iterable[PlaceName]) -> list[tuple[float, float] | None]:
    return [None if one.lat is None or one.lon is None else (one.lat, one.lon) for one in places]


def is_spot(dossier: Dossier) -> bool:
    """Settlements and sites lie somewhere; wide places have no spot."""
    place = dossier.place
    return (
        place.kind in (None, "settlement", "facility")
        and place.lat is not None
        and place.lon is not None
    )


def spots(dossiers: Mapping[str, Dossier]) -> dict[str, tuple[float, float]]:
    """Where the settlements and sites lie."""
    return {
        key: (one.place.lat, one.place.lon)
        for key, one in dossiers.items()
        if is_spot(one) and one.place.lat is not None and one.place.lon is not None
    }
