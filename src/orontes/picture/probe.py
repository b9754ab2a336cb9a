"""What another reading of a few claims would change, computed anew only where they bear."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np

from orontes.events.keys import place_key
from orontes.events.known import order
from orontes.events.sides import Sides
from orontes.model.names import PlaceName
from orontes.model.picture import Control
from orontes.model.review import Effect
from orontes.model.told import Told
from orontes.picture.atlas import Atlas
from orontes.picture.certainty import probabilities
from orontes.picture.dossier import Dossier
from orontes.picture.evidence import bears_on_control, compiled, taken
from orontes.picture.ground import Ground
from orontes.picture.ledger import named
from orontes.picture.record import Record
from orontes.picture.regions import of_unit
from orontes.picture.shifts import LEAST, phrase, shift

MOST = 0.9
"""The first day is told on which so much of the greatest difference is there."""
Weigh = Callable[[str], float]
Changed = Mapping[str, Told | None]


class Probe:
    """Who holds each place by what is told, ready to be asked what a claim does to it."""

    def __init__(
        self,
        told: Sequence[Told],
        sides: Sides,
        initial: Sequence[Control] = (),
        ground: Ground | None = None,
        weigh: Weigh = lambda _: 1.0,
    ) -> None:
        self._sides, self._weigh = sides, weigh
        atlas = Atlas(told, sides, initial, ground)
        self._ledger, self._upto = atlas.ledger, atlas.ledger.upto(None)
        self._sheet = atlas.sheet(self._upto)
        self._numbers = {key: number for number, key in enumerate(self._sheet.records)}
        self.dossiers = atlas.dossiers()
        self.touching: defaultdict[str, set[str]] = defaultdict(set)
        for key, dossier in self.dossiers.items():
            for claim in claims_of(dossier):
                self.touching[claim].add(key)

    def bound(self, claims: Sequence[str]) -> float:
        """More than :meth:`effects` can add up to for these claims being rejected."""
        return sum(map(self._weigh, self.touched(claims)))

    def touched(self, claims: Sequence[str]) -> set[str]:
        return {key for claim in claims for key in self.touching.get(claim, ())}

    def effects(self, changed: Changed, at: date | None = None) -> list[Effect]:
        """By place, the greatest first: who holds it with these claims read so, None: rejected.

        Without ``at`` on the first day of a great difference.
        """
        read = [one for one in changed.values() if one and bears_on_control(one.claim)]
        places = {place_key(one.claim.place): one.claim.place for one in read if one.claim.place}
        keys = self.touched(list(changed)) | places.keys()
        found = [self._differs(key, places.get(key), changed, at) for key in sorted(keys)]
        return sorted(filter(None, found), key=lambda one: -one.moved)

    def _differs(
        self, key: str, place: PlaceName | None, changed: Changed, at: date | None
    ) -> Effect | None:
        before = self._sheet.records.get(key)
        after = self._after(key, place, changed)
        last = self._ledger.last_day(self._upto)
        days = [at] if at else sorted({last, *turns(before), *turns(after)})
        states = [(day, self._state(before, day), self._state(after, day)) for day in days]
        moved = [shift(old, new) for _, old, new in states]
        if max(moved) < LEAST:
            return None
        number = next(n for n, one in enumerate(moved) if one >= MOST * max(moved))
        (day, old, new), most = states[number], moved[number]
        ends = (d for d, m in zip(days, moved, strict=True) if d > day and m < LEAST)
        words = phrase(old, new, day, next(ends, None), alone=at is not None)
        return Effect(most * self._weigh(key), words, key, day)

    def _after(self, key: str, place: PlaceName | None, changed: Changed) -> Record | None:
        page = self._ledger.pages.get(key)
        here = page.told if page else []
        kept = [one for one in here if one.claim.id not in changed]
        old = {one.claim.id: one.claim.place for one in here}
        new = [one for one in changed.values() if one and bears_on_control(one.claim)]
        kept += [one for one in new if belongs(one, key, old)]
        if place is None and page is None:
            return None
        sides = frozenset().union(*(named(one, self._sides) for one in kept))
        setting = self._ledger.setting(self._upto, (page.sides if page else frozenset()) | sides)
        spot = page.place if page else place
        assert spot is not None
        told = [taken(one, spot, setting) for one in sorted(kept, key=order)]
        units = [self._ledger.told[number] for number in page.units] if page else []
        read = [one for unit in units if (one := changed.get(unit.claim.id, unit))]
        wide = [say for one in read for say in of_unit(one, setting)]
        given = page.given if page else []
        return Record(compiled(key, spot, told, given, wide, setting), self._sides)

    def _state(self, record: Record | None, day: date) -> Control | None:
        standing = record.on(day, day) if record else None
        if record is None or standing is None:
            return None
        number = self._numbers.get(record.dossier.key)
        if number is None:
            return standing.row(probabilities([standing.own], np.zeros(1), np.zeros(1))[0])
        around = self._sheet.around.on_days([day], [number], [standing.holder])
        return standing.row(probabilities([standing.own], *around)[0])


def belongs(told: Told, key: str, old: Mapping[str, PlaceName | None]) -> bool:
    place = told.claim.place
    return place is not None and (place_key(place) == key or place == old.get(told.claim.id))


def claims_of(dossier: Dossier) -> set[str]:
    told = {one.claim for one in dossier.says} | {one.claim for one in dossier.unrest}
    return {*told, *(one.claim.id for one, _ in dossier.fallen)} - {""}


def turns(record: Record | None) -> list[date]:
    if record is None:
        return []
    told = [one.day for one in record.dossier.says if one.day > date.min]
    days = [day for one in record.spells for day in (one.since, one.until) if day]
    return [*days, *([min(told)] if told else [])]
