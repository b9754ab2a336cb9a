"""Control day after day, each place's row written once for as long as it stays the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from orontes.model.picture import Control

STIR = 0.03
"""Probabilities that differ by less are drawn as one."""


@dataclass(slots=True)
class Table:
    """Values by number, in the order in which they came."""

    numbers: dict[Any, int] = field(default_factory=dict)

    def __call__(self, value: Any) -> int:
        return self.numbers.setdefault(value, len(self.numbers))

    def values(self) -> list[Any]:
        return list(self.numbers)


@dataclass(slots=True)
class Course:
    """How control went, by the number of the day.

    A stretch is ``[first day, number of its row]``; it lasts until the next one of its place. A row
    of None says that nothing tells of the place then.
    """

    places: Table
    claims: Table
    rows: list[list[Any] | None] = field(default_factory=lambda: [None])
    _known: dict[Any, int] = field(default_factory=dict)

    def stretches(self, days: Iterable[Sequence[Control]]) -> dict[int, list[list[int]]]:
        """The stretches of each place, from the rows of control of each day."""
        found: dict[int, list[list[int]]] = {}
        for number, rows in enumerate(days):
            standing = {self.places(row.place_id): row for row in rows}
            for place, row in standing.items():
                mine = found.setdefault(place, [])
                if not mine or self._stirred(mine[-1][1], row):
                    mine.append([number, self._number(row)])
            for place, mine in found.items():
                if place not in standing and mine[-1][1]:
                    mine.append([number, 0])
        return found

    def _stirred(self, number: int, row: Control) -> bool:
        before, now = self.rows[number], self._packed(row)
        return (
            before is None
            or abs(before[1] - now[1]) >= STIR
            or (before[0], before[2:]) != (now[0], now[2:])
        )

    def _packed(self, row: Control) -> list[Any]:
        return [
            row.holder,
            round(row.probability, 2),
            int(row.contested),
            row.basis,
            text(row.since),
            text(row.last_reported),
            row.why,
            [self.claims(one) for one in row.claims],
            [self.claims(one) for one in row.against],
        ]

    def _number(self, row: Control) -> int:
        packed = self._packed(row)
        key = repr(packed)
        if key not in self._known:
            self._known[key] = len(self.rows)
            self.rows.append(packed)
        return self._known[key]


def text(day: date | None) -> str | None:
    return day.isoformat() if day else None
