"""First said, denied, said by a second voice, admitted: the four firsts of a change of holder."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from orontes.events.origins import Voices, origins
from orontes.events.sides import resolved, sides_of
from orontes.model.chronicle import Saying, Turn
from orontes.model.claim import Claim
from orontes.model.judgement import BY_HAND
from orontes.model.picture import Control
from orontes.picture.dossier import Setting, day_of
from orontes.picture.evidence import LEAVES, TAKES, is_partial
from orontes.picture.sayings import gainers, holder_of, losers, members
from orontes.picture.spells import UNKNOWN
from orontes.picture.standing import name_of
from orontes.vocabulary.load import table

HOLD = "territory.hold"
ENTERS = "territory.advance"


@dataclass(frozen=True, slots=True)
class Passing:
    """A place that passes to ``after``, told of days later than ``past`` and earlier than ``end``;
    on ``day`` it is believed to have happened."""

    before: str | None
    after: str
    day: date | None
    past: date | None
    end: date | None

    def spans(self, day: date | None) -> bool:
        if day is None or (self.end and day >= self.end):
            return False
        return self.past is None or day > self.past or day == self.day


def turns(
    sayings: Sequence[Saying], spells: Sequence[Control], setting: Setting
) -> tuple[Turn, ...]:
    """Every change in the spells, then one that is claimed after the last and not believed.

    A denial counts from the moment at which the change was first said; what was denied before was
    another rumour. Undated reports give no first.
    """
    dated = [one for one in sayings if one.told.known and one.told.claim.reader != BY_HAND]
    held = [spell for spell in spells if spell.holder != UNKNOWN]
    found = [turn for one in passings(held) if (turn := turn_of(one, dated, spells[0], setting))]
    if held and (rumour := claimed(held[-1], dated, setting)):
        turn = turn_of(rumour, dated, spells[0], setting, believed=False)
        found += [turn] if turn else []
    return tuple(found)


def passings(held: Sequence[Control]) -> Iterator[Passing]:
    before: Control | None = None
    for spell in held:
        if before is None and spell.since and spell.basis == "reported":
            yield Passing(None, spell.holder, spell.since, None, spell.until)
        elif before and before.holder != spell.holder:
            yield Passing(before.holder, spell.holder, spell.since, before.since, spell.until)
        before = spell


def claimed(last: Control, dated: Iterable[Saying], setting: Setting) -> Passing | None:
    """The change after the last spell that was claimed latest."""
    takers = [
        holder
        for one in dated
        if one.told.claim.kind in TAKES
        and (day := day_of(one.told))
        and (last.since is None or day > last.since)
        and (holder := holder_of(gainers(one.told.claim), day, setting))
        and not holder.startswith("name:")
        and not members(holder) & members(last.holder)
        and is_whole(one)
    ]
    return Passing(last.holder, takers[-1], None, last.since, None) if takers else None


def turn_of(
    one: Passing, dated: Iterable[Saying], at: Control, setting: Setting, believed: bool = True
) -> Turn | None:
    within = [saying for saying in dated if one.spans(day_of(saying.told))]
    told = [saying for saying in within if is_whole(saying) and tells_of(saying, one, setting)]
    if not told:
        return None
    first = told[0]
    later = [saying for saying in within if known(saying) >= known(first)]
    losing = losing_side(one, told, setting)
    return Turn(
        place=at.place,
        place_id=at.place_id,
        day=one.day,
        before=one.before,
        before_name=one.before and name_of(one.before, setting.sides),
        after=one.after,
        after_name=name_of(one.after, setting.sides),
        believed=believed,
        said=first,
        denied=next((saying for saying in later if denies(saying, one, setting)), None),
        second=second(told, losing | members(one.after), setting),
        admitted=next((saying for saying in told if losing & speaking(saying, setting)), None),
    )


def known(saying: Saying) -> float:
    return saying.told.known.timestamp() if saying.told.known else float("inf")


def is_whole(saying: Saying) -> bool:
    claim = saying.told.claim
    return claim.stance in ("asserted", "attributed") and (
        not is_partial(claim) or goes_outside(claim)
    )


def goes_outside(claim: Claim) -> bool:
    """As in "redeployed outside the city": who goes to the outskirts has left the place."""
    after = claim.quote[claim.predicate[1] - claim.start :].split()
    return claim.kind in LEAVES and after[:1] == [table("chronicle")["also"]["outside"]]


def tells_of(saying: Saying, one: Passing, setting: Setting) -> bool:
    """Whether it says that the new holder has the place, or that the old one has it no more."""
    claim, day = saying.told.claim, day_of(saying.told) or date.min
    if claim.kind in LEAVES:
        return one.before is not None and holder_of(claim.actor, day, setting) == one.before
    if claim.kind not in (*TAKES, HOLD):
        return False
    holder = holder_of(gainers(claim), day, setting)
    if holder is None and claim.kind != HOLD:
        lost = resolved(sides_of(losers(claim), day, setting.sides))
        return not lost or one.before is None or bool(lost & members(one.before))
    return holder == one.after


def denies(saying: Saying, one: Passing, setting: Setting) -> bool:
    """Whether it denies that the new holder came or the old one left; a name that the registry
    does not know may be either's."""
    claim, day = saying.told.claim, day_of(saying.told) or date.min
    if claim.stance != "denied" or is_partial(claim):
        return False
    actors = claim.actor if claim.kind in (*LEAVES, ENTERS) else gainers(claim)
    meant = resolved(sides_of(actors, day, setting.sides))
    if claim.kind in LEAVES:
        return one.before is None or not meant or bool(meant & members(one.before))
    return claim.kind in (*TAKES, ENTERS) and (not meant or bool(meant & members(one.after)))


def losing_side(one: Passing, told: Iterable[Saying], setting: Setting) -> frozenset[str]:
    """The holder before; where none is known, those whom the claims of the change name."""
    if one.before is not None:
        return members(one.before)
    return frozenset(
        side
        for saying in told
        for side in resolved(
            sides_of(losers(saying.told.claim), day_of(saying.told), setting.sides)
        )
    ) - members(one.after)


def speaking(saying: Saying, setting: Setting) -> frozenset[str]:
    return frozenset(sides_of(saying.speakers, day_of(saying.told), setting.sides))


def second(told: Sequence[Saying], parties: frozenset[str], setting: Setting) -> Saying | None:
    """The first claim that rests on another voice; all who speak for one party are one voice."""
    voices = origins([one.told for one in told], setting.sides)

    def behind(saying: Saying) -> Voices:
        day = day_of(saying.told)
        found = voices[saying.told.claim.id]
        return frozenset(
            side if (side := setting.sides.side(voice, day)) in parties else voice
            for voice in found
        )

    first = behind(told[0])
    return next((one for one in told if behind(one) - first), None)
