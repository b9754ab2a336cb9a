"""One place at one state of knowledge: its dossier, its spells, and how it stands on any day."""

from bisect import bisect_right
from dataclasses import replace
from datetime import date, timedelta

from orontes.events.sides import Sides
from orontes.picture.around import Telling, telling
from orontes.picture.dossier import Dossier, rules
from orontes.picture.spells import Course, Spell, on
from orontes.picture.standing import Standing, fought_over, stand

Slot = tuple[int, int]


class Record:
    """Computed when first asked, and kept: between two days on which something is told, or grows
    too old to count, a place stands the same but for its neighbours."""

    def __init__(self, dossier: Dossier, sides: Sides, earlier: "Record | None" = None) -> None:
        self.dossier = dossier
        self._sides = sides
        self.course: Course = Course(dossier.says, earlier.course if earlier else None)
        self.spells = self.course.spells()
        self.telling: Telling = telling(dossier, self.spells)
        self._moves = moves(dossier)
        self._slots: dict[Slot, Standing | None] = {}

    def on(self, at: date | None, asof: date) -> Standing | None:
        """How it stands at the end of ``at``, seen from ``asof``; None if nothing bears on it."""
        told = len(self.course.steps) if at is None else bisect_right(self.course.step_days, at)
        slot = told, bisect_right(self._moves, asof.toordinal())
        try:
            return self._slots[slot]
        except KeyError:
            found = self._slots[slot] = self._stand(told, at, asof)
            return found

    def _stand(self, told: int, at: date | None, asof: date) -> Standing | None:
        spell = self.current(told, at)
        if spell is None:
            return fought_over(self.dossier, asof, self._sides)
        return stand(self.dossier, spell, asof, self._sides)

    def current(self, told: int, at: date | None) -> Spell | None:
        """The spell of a day by what is told up to its end, with the end that is told later."""
        whole = on(self.spells, at)
        if told == 0:
            return whole
        spell = self.course.spell(self.course.steps[told - 1], None)
        if whole and whole.holder == spell.holder:
            return replace(spell, until=whole.until)
        return spell


def moves(dossier: Dossier) -> list[int]:
    """The days, as ordinals, from which on a place may stand otherwise."""
    decide = rules()["decide"]
    found = set()
    for one in dossier.says:
        found |= {one.day, later(one.day, decide["rival_days"])}
    for each in dossier.unrest:
        days = "clash_days" if each.kind == "battle.clash" else "contest_days"
        found |= {each.day, later(each.day, decide[days]), later(each.day, decide["contest_days"])}
    return sorted(day.toordinal() for day in found)


def later(day: date, days: int) -> date:
    return day + timedelta(days + 1)
