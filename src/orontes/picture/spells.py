from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from orontes.picture.belief import Belief, Heard, oldest_first
from orontes.picture.dossier import Dossier, Say, Unrest, rules

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Spell:
    """One holder's time at a place: the first day, the first day of the next, and the last belief.

    ``since`` is None where no report tells how it began.
    """

    holder: str
    since: date | None
    until: date | None
    belief: Belief | None
    carriers: tuple[Say, ...]
    opposed: tuple[Say, ...]
    implied: bool = False

    @property
    def guessed(self) -> bool:
        """Whether no report tells when it began, though one tells that it did."""
        opening = [one for one in self.carriers if one.day == self.since]
        return bool(opening) and all(one.guessed for one in opening)


@dataclass(frozen=True, slots=True)
class Step:
    """After a day of which something is told: the holder since ``first``, and the belief."""

    day: date
    first: date
    holder: str
    belief: Belief


class Course:
    """Who held a place, by the days of which something is told.

    A holder is followed by another only if that one is the more probable and has reached
    ``enough``; a holder that sinks under ``lose`` leaves the place with nobody told. An ``earlier``
    course of fewer says lends its steps up to the first day that differs.
    """

    def __init__(self, says: Sequence[Say], earlier: "Course | None" = None) -> None:
        self._heard = oldest_first(says)
        self.says = sorted(says, key=chronological)
        self.days = [one.day for one in self.says]
        self.steps = self._same(earlier) if earlier else []
        self.steps += self._further()
        self.step_days = [one.day for one in self.steps]

    def _same(self, earlier: "Course") -> list[Step]:
        pairs = zip(self._heard, earlier._heard, strict=False)
        same = next((k for k, (a, b) in enumerate(pairs) if a is not b and a != b), None)
        if same is None:
            same = min(len(self._heard), len(earlier._heard))
        rest = [*self._heard[same : same + 1], *earlier._heard[same : same + 1]]
        if not rest:
            return list(earlier.steps)
        day = min(one.day for one in rest)
        return earlier.steps[: bisect_left(earlier.step_days, day)]

    def _further(self) -> list[Step]:
        last = self.steps[-1] if self.steps else None
        heard, found, number = Heard(), [], 0
        while number < len(self._heard):
            day = self._heard[number].day
            while number < len(self._heard) and self._heard[number].day == day:
                heard.hear(self._heard[number])
                number += 1
            if self.steps and day <= self.steps[-1].day:
                continue
            last = step(last, heard.belief(day))
            found.append(last)
        return found

    def spells(self) -> list[Spell]:
        """Who held the place one after another, with who is told to have held it before."""
        ends = [
            one
            for one, after in zip(self.steps, [*self.steps[1:], None], strict=False)
            if after is None or after.first != one.first
        ]
        starts = [one.first for one in ends[1:]]
        made = [self.spell(one, end) for one, end in zip(ends, [*starts, None], strict=False)]
        return [*self.before(made[0]), *made] if made else made

    def spell(self, last: Step, end: date | None) -> Spell:
        """The spell of a step, by what is told before ``end``; without it, up to the step."""
        says, days, holder, first = self.says, self.days, last.holder, last.first
        stop = bisect_right(days, last.day) if end is None else bisect_left(days, end)
        start = bisect_left(days, first)
        reach = first - timedelta(rules()["decide"]["rival_days"]) if first > date.min else first
        carriers = [s for s in says[start:stop] if s.favour and s.holder == holder]
        if not carriers:
            carriers = [s for s in says[:start] if s.favour and s.holder == holder]
        within = says[bisect_left(days, reach) : stop]
        return Spell(
            holder=holder,
            since=None if first == date.min or self.only_states(first) else first,
            until=end,
            belief=last.belief,
            carriers=tuple(carriers),
            opposed=tuple(one for one in within if opposes(one, holder, first)),
        )

    def only_states(self, first: date) -> bool:
        """Whether a spell opens the course and nothing but a state is told then."""
        return first == self.days[0] and not any(one.change for one in self.opening())

    def opening(self) -> list[Say]:
        return self.says[: bisect_right(self.days, self.days[0])]

    def before(self, first: Spell) -> list[Spell]:
        """Who is told to have held the place before the first change."""
        if first.since is None:
            return []
        opening = self.opening()
        holders = sorted({name for one in opening for name in one.before})
        if len(holders) != 1 or holders[0] == first.holder:
            return []
        tellers = tuple(one for one in opening if one.before)
        return [Spell(holders[0], None, first.since, first.belief, tellers, (), implied=True)]


def step(last: Step | None, now: Belief) -> Step:
    holder = follow(last.holder if last else UNKNOWN, now)
    first = last.first if last and last.holder == holder else now.day
    return Step(now.day, first, holder, now)


def spells(dossier: Dossier, at: date | None = None) -> list[Spell]:
    """Who held the place one after another, as told up to the end of ``at``."""
    return Course([one for one in dossier.says if at is None or one.day <= at]).spells()


def follow(holder: str, now: Belief) -> str:
    decide, best = rules()["decide"], now.best()
    held = now.holders.get(holder, 0.0)
    if (
        best
        and best != holder
        and now.holders[best] >= decide["enough"]
        and now.holders[best] > held
    ):
        return best
    return holder if held >= decide["lose"] else UNKNOWN


def opposes(one: Say, holder: str, first: date) -> bool:
    """A say against the holder; what only tells of the holder before it is none."""
    if one.favour:
        return one.holder != holder and (one.day >= first or one.change or one.denial)
    return holder in (one.holder, UNKNOWN)


def chronological(one: Say) -> tuple[object, ...]:
    return one.day, one.known is None, one.known or one.day, one.claim


def on(made: Sequence[Spell], at: date | None) -> Spell | None:
    """The spell that ``at`` falls into."""
    for one in reversed(made):
        if at is None or one.since is None or one.since <= at:
            return one
    return None


def troubles(dossier: Dossier, spell_: Spell, asof: date) -> list[Unrest]:
    """Fighting inside or disputed control, recent and later than the last word on the holder."""
    decide = rules()["decide"]
    settled = max((one.day for one in spell_.carriers if one.change), default=date.min)
    confirmed = max((one.day for one in spell_.carriers), default=date.min)
    found = []
    for one in dossier.unrest:
        clash = one.kind == "battle.clash"
        days = decide["clash_days"] if clash else decide["contest_days"]
        after = settled if clash else confirmed
        if one.inside and after < one.day <= asof and (asof - one.day).days <= days:
            found.append(one)
    return found
