"""Who counted: how reliable, and with what interest in the number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from orontes.events.origins import Voices, identity
from orontes.events.sides import Sides, resolved, sides_of
from orontes.model.claim import Claim
from orontes.model.told import Told
from orontes.model.toll import Bears
from orontes.picture.toll.rules import ranks, rules, words
from orontes.picture.toll.whom import FIGHTERS, Whom


@dataclass(frozen=True, slots=True)
class War:
    """The registry, and the sides of this war by its own claims."""

    sides: Sides
    belligerents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counter:
    """A voice, all spokesmen and offices of one body being one. ``side`` only of a party."""

    key: str
    name: str
    identity: str | None
    rank: str
    side: str | None = None


def counter(one: Told, sides: Sides) -> str:
    """Who counted: whom the report credits, else its publisher."""
    for actor in one.claim.said_by:
        return sides.name(actor.id) if actor.id else actor.name
    return one.root.publisher or "an unnamed source"


def counter_of(one: Told, voices: Voices, war: War, on: date | None) -> Counter:
    """The most reliable of the voices on which a claim rests."""
    named = {
        identity(actor.name, war.sides) if actor.id is None else actor.id: actor.name
        for actor in one.claim.said_by
    }
    found = [of_voice(voice, named.get(voice), one, war, on) for voice in sorted(voices)]
    return min(found, key=lambda who: (ranks().index(who.rank), who.key))


def of_voice(voice: str, name: str | None, one: Told, war: War, on: date | None) -> Counter:
    known = war.sides.get(voice)
    side = war.sides.side(voice, on)
    shown = war.sides.name(voice) if known else name or published_as(voice, one, war)
    is_party = side in war.belligerents
    rank = rank_of(voice, name or shown, one, war, is_party)
    party = side if is_party and rank == "party" else None
    return Counter(side, shown, voice if known else None, rank, party)


def published_as(voice: str, one: Told, war: War) -> str:
    outlet = one.root.publisher
    if outlet and identity(outlet, war.sides) == voice:
        return outlet
    return voice if outlet else "an unnamed source"


def rank_of(voice: str, name: str, one: Told, war: War, is_party: bool) -> str:
    """By the words of its name first ("health ministry"), then as the registry has it."""
    cue = cue_of(name.casefold())
    if cue == "authority":
        return cue
    known = war.sides.get(voice)
    if not is_party and any(word in one.claim.quote for word in rules("names")["words"]):
        return "names"
    if is_party:
        return "party"
    if known:
        return str(rules("kinds").get(known.kind, "witness"))
    if cue:
        return cue
    return "media" if voice == identity(one.root.publisher or "", war.sides) else "witness"


@lru_cache(maxsize=20_000)
def cue_of(name: str) -> str | None:
    for rank, cues in rules("cues").items():
        if any(re.search(rf"\b{cue}\b", name) for cue in cues):
            return str(rank)
    return None


def doers(claims: Iterable[Claim], sides: Sides) -> frozenset[str]:
    """The sides that are said to have done it."""
    doing = tuple(words("doing"))
    parties = (
        resolved(sides_of(claim.actor, claim.when.latest if claim.when else None, sides))
        for claim in claims
        if claim.kind.startswith(doing)
    )
    return frozenset().union(*parties)


def bears(who: Counter, whom: Whom, did: frozenset[str]) -> Bears:
    """A party on the enemy's dead moves only the high end, on its own, or those whom it killed,
    only the low one; nobody else has such an interest."""
    if who.side is None:
        return "both"
    if whom.group == FIGHTERS:
        return "low" if whom.side == who.side else "high"
    if who.side in did:
        return "low"
    return "high" if did else "both"
