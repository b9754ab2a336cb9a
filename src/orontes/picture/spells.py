from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from orontes.picture.belief import Belief, belief
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


def spells(dossier: Dossier, at: date | None) -> list[Spell]:
    """Who held the place one after another, as told up to the end of ``at``.

    A holder is followed by another only if that one is the more probable and has reached
    ``enough``; a holder that sinks under ``lose`` leaves the place with nobody told.
    """
    says = [one for one in dossier.says if at is None or one.day <= at]
    turns: list[tuple[date, str, Belief]] = []
    for day in sorted({one.day for one in says}):
        now = belief(says, day)
        holder = follow(turns[-1][1] if turns else UNKNOWN, now)
        if turns and turns[-1][1] == holder:
            turns[-1] = (turns[-1][0], holder, now)
        else:
            turns.append((day, holder, now))
    ends = [turn[0] for turn in turns[1:]]
    made = [spell(says, turn, end) for turn, end in zip(turns, [*ends, None], strict=False)]
    return begun(made, says)


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


def spell(says: Sequence[Say], turn: tuple[date, str, Belief], end: date | None) -> Spell:
    first, holder, last = turn
    rules_ = rules()["decide"]
    reach = first - timedelta(rules_["rival_days"]) if first > date.min else first
    within = [one for one in says if reach <= one.day and (end is None or one.day < end)]
    own = [one for one in says if one.holder == holder and one.favour]
    ended = [one for one in own if end is None or one.day < end]
    carriers = [one for one in ended if one.day >= first] or ended
    opposed = [one for one in within if opposes(one, holder, first)]
    return Spell(
        holder=holder,
        since=None if first == date.min else first,
        until=end,
        belief=last,
        carriers=tuple(sorted(carriers, key=chronological)),
        opposed=tuple(sorted(opposed, key=chronological)),
    )


def opposes(one: Say, holder: str, first: date) -> bool:
    """A say against the holder; what only tells of the holder before it is none."""
    if one.favour:
        return one.holder != holder and (one.day >= first or one.change or one.denial)
    return holder in (one.holder, UNKNOWN)


def chronological(one: Say) -> tuple[object, ...]:
    return one.day, one.known is None, one.known or one.day, one.claim


def begun(made: list[Spell], says: Sequence[Say]) -> list[Spell]:
    """The list with its beginning: who is told to have held the place before the first change.

    Where nothing but a state is told at first, it is not known since when.
    """
    if not made:
        return made
    first = made[0]
    if first.since is None:
        return made
    opening = [one for one in says if one.day == first.since]
    if not any(one.change for one in opening):
        return [_starting(first), *made[1:]]
    holders = sorted({name for one in opening for name in one.before})
    if len(holders) != 1 or holders[0] == first.holder:
        return made
    tellers = tuple(one for one in opening if one.before)
    earlier = Spell(holders[0], None, first.since, first.belief, tellers, (), implied=True)
    return [earlier, *made]


def _starting(spell_: Spell) -> Spell:
    return Spell(spell_.holder, None, spell_.until, spell_.belief, spell_.carriers, spell_.opposed)


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
