"""The claims that bear on control by place, as published one after another: the dossier of a place
at any ``known`` follows from the first so many claims of its page."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import accumulate

from orontes.events.keys import place_key
from orontes.events.known import NEVER, order, published
from orontes.events.sides import Sides, resolved, sides_of
from orontes.model.judgement import BY_HAND
from orontes.model.names import PlaceName
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.dossier import Dossier, Say, Setting, day_of
from orontes.picture.evidence import Parties, Taken, bears_on_control, compiled, taken
from orontes.picture.ground import Ground, NoGround
from orontes.picture.initial import Home, place_of, sided
from orontes.picture.regions import of_unit, unit_claims
from orontes.picture.sayings import members

Version = tuple[int, tuple[int, ...], Setting]
"""How many claims of a page count, which claims of units, and the part of the war it sees."""


@dataclass(slots=True)
class Page:
    """One place: its claims with their numbers in order of publication, those of the units in
    which it lies, and every side that they or the initial table name."""

    key: str
    place: PlaceName
    given: list[Control] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    units: list[int] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    sides: frozenset[str] = frozenset()
    taken: tuple[Setting, list[Taken]] | None = None


class Ledger:
    """Claims are counted by their number: the first ``upto`` of them are known."""

    def __init__(
        self,
        told: Iterable[Told],
        sides: Sides,
        initial: Sequence[Control] = (),
        ground: Ground | None = None,
    ) -> None:
        self.told = sorted(told, key=order)
        self._sides = sides
        self._known = [one.known or NEVER for one in self.told]
        self._settings: list[Setting] = [Parties(sides).setting()]
        self._since: list[int] = [0]
        self._within: dict[tuple[int, frozenset[str]], Setting] = {}
        self._same: dict[Setting, Setting] = {}
        self._said: dict[tuple[int, int], list[Say]] = {}
        self.pages: dict[str, Page] = {}
        self._open(Home(initial))
        self._begin(sided(initial, sides, first_day(self.told)))
        self._lay(ground or NoGround())
        self.pages = {key: self._closed(self.pages[key]) for key in sorted(self.pages)}

    def _open(self, home: Home) -> None:
        parties = Parties(self._sides)
        for number, raw in enumerate(self.told):
            if not bears_on_control(raw.claim):
                continue
            if parties.take(raw):
                self._since.append(number + 1)
                self._settings.append(parties.setting())
            place = raw.claim.place
            if place is None or place.kind == "country":
                continue
            one = home.bring(raw)
            assert one.claim.place
            page = self._page(one.claim.place)
            page.told.append(one)
            page.numbers.append(number)
            page.named |= named(one, self._sides)

    def _page(self, place: PlaceName) -> Page:
        key = place_key(place)
        page = self.pages.get(key)
        if page is None:
            page = self.pages[key] = Page(key, place)
        return page

    def _begin(self, initial: Iterable[Control]) -> None:
        for row in initial:
            page = self.pages.setdefault(row.place_id, Page(row.place_id, place_of(row)))
            page.given.append(row)
            page.named |= members(row.holder)

    def _lay(self, ground: Ground) -> None:
        self._units = dict(unit_claims(self.told))
        by_unit: dict[PlaceName, list[int]] = {}
        for number, one in self._units.items():
            assert one.claim.place
            by_unit.setdefault(one.claim.place, []).append(number)
        for page in self.pages.values() if by_unit else ():
            if page.place.kind in (None, "settlement"):
                inside = [unit for unit in by_unit if ground.inside(page.place, unit)]
                page.units = sorted(number for unit in inside for number in by_unit[unit])
                for number in page.units:
                    page.named |= named(self._units[number], self._sides)

    def _closed(self, page: Page) -> Page:
        page.sides = frozenset(page.named)
        return page

    def upto(self, known: datetime | None) -> int:
        """How many claims had been published by then; all of them, and undated ones, if None."""
        return len(self.told) if known is None else bisect_right(self._known, known)

    def setting(self, upto: int, sides: frozenset[str]) -> Setting:
        """What the claims by then tell of the war, as far as it bears on these sides."""
        number = bisect_right(self._since, upto) - 1
        found = self._within.get((number, sides))
        if found is None:
            found = self._settings[number].within(sides)
            found = self._within[number, sides] = self._same.setdefault(found, found)
        return found

    def version(self, page: Page, upto: int) -> Version | None:
        """None while nothing is known or given of the place."""
        count = bisect_right(page.numbers, upto - 1)
        if not (count or page.given):
            return None
        units = tuple(page.units[: bisect_right(page.units, upto - 1)]) if page.units else ()
        return count, units, self.setting(upto, page.sides)

    def dossier(self, page: Page, version: Version) -> Dossier:
        count, units, setting = version
        if page.taken is None or page.taken[0] is not setting:
            page.taken = setting, []
        done = page.taken[1]
        place = page.place if count else place_of(page.given[0])
        done += [taken(one, page.place, setting) for one in page.told[len(done) : count]]
        wide = [say for number in units for say in of_unit(self._units[number], setting)]
        return compiled(page.key, place, done[:count], page.given, wide, setting)

    def last_day(self, upto: int) -> date:
        """The last day told of or published on, which stands for today where none is given."""
        return self._last_days[upto]

    @cached_property
    def _last_days(self) -> list[date]:
        return list(accumulate(map(told_by, self.told), max, initial=date.min))


def first_day(told: Iterable[Told]) -> date | None:
    """The first day of publication; None where none is printed."""
    return min((days[0] for one in told if (days := published(one))), default=None)


def told_by(told: Told) -> date:
    """The last day that a claim tells of or was published on."""
    printed = published(told) if told.claim.reader != BY_HAND else None
    return max(day_of(told) or date.min, printed[1] if printed else date.min)


def last_day(told: Iterable[Told]) -> date:
    """The last day told of or published on, which stands for today where no ``at`` is given."""
    return max(map(told_by, told), default=date.min)


def named(told: Told, sides: Sides) -> frozenset[str]:
    """Every side that a claim names, on the days of which it tells."""
    claim, day = told.claim, day_of(told)
    first = claim.when.earliest if claim.when else None
    actors = (*claim.actor, *claim.target, *claim.said_by)
    days = {day, day or date.min, first or day}
    return frozenset().union(*(resolved(sides_of(actors, on, sides)) for on in days))
