"""From claims to figures: bounds, whom they count, on whose word."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from orontes.events.known import NEVER, order
from orontes.events.origins import Voices, origins, publisher
from orontes.model.claim import Claim
from orontes.model.count import Count
from orontes.model.told import Told
from orontes.model.toll import Bears
from orontes.picture.toll.counters import Counter, War, bears, counter_of, doers
from orontes.picture.toll.phrases import Reach, reach
from orontes.picture.toll.rules import ranks
from orontes.picture.toll.telling import tells_of_none, until
from orontes.picture.toll.whom import Whom, parts, whom


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim's count. ``origin`` is shared by all that rests on one word."""

    told: Told
    kind: str
    whom: Whom
    reach: Reach
    parts: tuple[tuple[str, int], ...]
    who: Counter
    origin: str
    bears: Bears
    day: date | None

    @property
    def count(self) -> Count | None:
        return self.told.claim.count

    @property
    def rank(self) -> int:
        return ranks().index(self.who.rank)

    @property
    def age(self) -> tuple[object, ...]:
        """To sort by: the day of which it speaks, when it was first published, where it stands."""
        root, claim = self.told.root, self.told.claim
        return (self.day or date.max, root.known or NEVER, root.id, claim.predicate, claim.id)


def figures(told: Sequence[Told], beside: Iterable[Told], war: War) -> list[Figure]:
    """A figure for each claim that counts people; ``beside`` are the other claims of the event."""
    every = [*told, *beside]
    voices = owned(told, origins(every, war.sides), war)
    roots = components([voices[one.claim.id] for one in told])
    said: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for one in every:
        said[one.claim.doc, one.claim.quote].append(one.claim)
    found = []
    for one in sorted(told, key=order):
        if tells_of_none(one.claim):
            continue
        day = until(one)
        did = doers(said[one.claim.doc, one.claim.quote], war.sides)
        group = whom(one.claim, war.belligerents, war.sides)
        who = counter_of(one, named(one, voices[one.claim.id], war), war, day)
        found.append(
            Figure(
                told=one,
                kind=one.claim.kind,
                whom=group,
                reach=reach(one.claim.count, one.claim.quote),
                parts=parts(one.claim),
                who=who,
                origin=roots[min(voices[one.claim.id])],
                bears=bears(who, group, did),
                day=day,
            )
        )
    return found


def owned(told: Sequence[Told], voices: Mapping[str, Voices], war: War) -> dict[str, Voices]:
    """The bodies behind each claim.

    A figure that a report gives beside those of several others, and that none of them gives, is
    the publisher's own.
    """
    found = {one: canonical(each, war) for one, each in voices.items()}
    for one in told:
        if one.claim.said_by or len(found[one.claim.id]) < 2:
            continue
        same = [
            found[other.claim.id]
            for other in told
            if other.claim.said_by
            and other.root.id == one.root.id
            and other.claim.count == one.claim.count
        ]
        own = canonical(frozenset([publisher(one.root, war.sides)]), war)
        found[one.claim.id] = min(same, key=sorted, default=own)
    return found


def canonical(voices: Voices, war: War) -> Voices:
    """The bodies behind the voices: OCHA is the UN, an army its government."""
    return frozenset(war.sides.side(voice) for voice in voices)


def named(one: Told, bodies: Voices, war: War) -> Voices:
    """The voices as the claim credits them, where they belong to these bodies."""
    credited = {actor.id for actor in one.claim.said_by if actor.id}
    own = frozenset(voice for voice in credited if war.sides.side(voice) in bodies)
    return own or bodies


def components(groups: Iterable[Voices]) -> dict[str, str]:
    """For each voice the first of all those with which it is credited, however far."""
    root: dict[str, str] = {}
    for group in groups:
        tops = {top(voice, root) for voice in group}
        for voice in tops:
            root[voice] = min(tops)
    return {voice: top(voice, root) for voice in list(root)}


def top(voice: str, root: dict[str, str]) -> str:
    while root.setdefault(voice, voice) != voice:
        voice = root[voice]
    return voice
