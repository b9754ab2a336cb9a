"""What is kept of the picture while a case stays open, so that another day costs little.

Everything here follows from the claims alone: an atlas made anew gives the same answers.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cached_property
from threading import Lock
from weakref import WeakValueDictionary

from orontes.events.sides import Sides, Unsided
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.around import where
from orontes.picture.dossier import Dossier
from orontes.picture.ground import Ground
from orontes.picture.ledger import Ledger, Page, Version
from orontes.picture.nearby import Nearby
from orontes.picture.record import Record
from orontes.picture.sheet import Sheet

KEPT = 8
"""Sheets kept at most; places that no claim between two of them changes share their records."""


class Atlas:
    def __init__(
        self,
        told: Iterable[Told],
        registry: Sides | None = None,
        initial: Sequence[Control] = (),
        ground: Ground | None = None,
    ) -> None:
        self._sides = registry or Unsided()
        self.ledger = Ledger(told, self._sides, initial, ground)
        self._sheets: OrderedDict[int, Sheet] = OrderedDict()
        self._records: WeakValueDictionary[tuple[str, Version], Record] = WeakValueDictionary()
        self._lock = Lock()
        self._last: dict[str, Record] = {}

    def control(self, at: date | None = None, known: datetime | None = None) -> list[Control]:
        upto = self.ledger.upto(known)
        return self.sheet(upto).on(at, at or self.ledger.last_day(upto))

    def history(self, place_id: str | None, known: datetime | None = None) -> list[Control]:
        upto = self.ledger.upto(known)
        return self.sheet(upto).history(place_id, self.ledger.last_day(upto))

    def dossiers(self, known: datetime | None = None) -> dict[str, Dossier]:
        records = self.sheet(self.ledger.upto(known)).records
        return {key: one.dossier for key, one in records.items()}

    def sheet(self, upto: int) -> Sheet:
        with self._lock:
            found = self._sheets.pop(upto, None) or self._made(upto)
            self._sheets[upto] = found
            while len(self._sheets) > KEPT:
                self._sheets.popitem(last=False)
        return found

    def _made(self, upto: int) -> Sheet:
        records, numbers = [], []
        for number, page in enumerate(self.ledger.pages.values()):
            version = self.ledger.version(page, upto)
            record = version and self._record(page, version)
            if record and (record.dossier.says or record.dossier.unrest):
                records.append(record)
                numbers.append(number)
        points = where(one.dossier.place for one in records)
        if points == [self._near.points[number] for number in numbers]:
            return Sheet(records, self._sides, self._near, numbers)
        return Sheet(records, self._sides)

    @cached_property
    def _near(self) -> Nearby:
        return Nearby(where(page.place for page in self.ledger.pages.values()))

    def _record(self, page: Page, version: Version) -> Record:
        found = self._records.get((page.key, version))
        if found is None:
            dossier = self.ledger.dossier(page, version)
            found = Record(dossier, self._sides, self._last.get(page.key))
            self._records[page.key, version] = self._last[page.key] = found
        return found
