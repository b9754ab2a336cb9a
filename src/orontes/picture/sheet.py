"""The whole map at one state of knowledge: every place's record, and who is around it."""

from collections.abc import Sequence
from datetime import date

from orontes.events.sides import Sides
from orontes.model.picture import Control
from orontes.picture.around import Around
from orontes.picture.certainty import probabilities
from orontes.picture.nearby import Nearby
from orontes.picture.record import Record
from orontes.picture.spells import Spell
from orontes.picture.standing import Standing, stand


class Sheet:
    """``records`` are those of which anything is told or given, by key; ``numbers`` theirs among
    the places that ``near`` knows."""

    def __init__(
        self,
        records: Sequence[Record],
        sides: Sides,
        near: Nearby | None = None,
        numbers: Sequence[int] | None = None,
    ) -> None:
        self.records = {one.dossier.key: one for one in records}
        self._sides = sides
        dossiers = {key: one.dossier for key, one in self.records.items()}
        self.around = Around(dossiers, [one.telling for one in records], near, numbers)
        self._number = {key: number for number, key in enumerate(self.records)}
        by_name = [(one.dossier.place.name.casefold(), one.dossier.key) for one in records]
        self._named = sorted(range(len(records)), key=lambda number: by_name[number])

    def on(self, at: date | None, asof: date) -> list[Control]:
        """How each place stands at the end of ``at``, looked at from ``asof``; by name."""
        records = list(self.records.values())
        found = [(n, one) for n in self._named if (one := records[n].on(at, asof)) is not None]
        return self._rows([n for n, _ in found], [one for _, one in found], [asof] * len(found))

    def history(self, place_id: str | None, asof: date) -> list[Control]:
        """Every spell of a place, or of all, by place, the earliest first."""
        found: list[tuple[int, Standing, date]] = []
        for number, (key, record) in enumerate(self.records.items()):
            if place_id in (None, key):
                found += [(number, *told) for told in self._told(record, asof)]
        numbers = [number for number, _, _ in found]
        return self._rows(numbers, [one for _, one, _ in found], [day for *_, day in found])

    def _told(self, record: Record, asof: date) -> list[tuple[Standing, date]]:
        if not record.spells:
            one = record.on(None, asof)
            return [(one, asof)] if one else []
        days = [(spell, spell.until or asof) for spell in record.spells]
        return [(stand(record.dossier, spell, day, self._sides), day) for spell, day in days]

    def row(self, record: Record, spell: Spell, day: date) -> Control:
        """One place's spell as believed on a day."""
        number = self._number[record.dossier.key]
        return self._rows([number], [stand(record.dossier, spell, day, self._sides)], [day])[0]

    def _rows(
        self, numbers: Sequence[int], standings: Sequence[Standing], days: Sequence[date]
    ) -> list[Control]:
        hostile, mass = self.around.on_days(days, numbers, [one.holder for one in standings])
        chances = probabilities([one.own for one in standings], hostile, mass)
        return [one.row(chance) for one, chance in zip(standings, chances, strict=True)]
