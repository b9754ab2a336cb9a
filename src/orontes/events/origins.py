"""Who first vouches for an event: what SOHR told AFP and the BBC reprints is SOHR's word."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from orontes.events.keys import fold
from orontes.events.sides import Sides
from orontes.model.report import Source
from orontes.model.told import Told
from orontes.vocabulary.load import table

Voices = frozenset[str]


def origins(told: Sequence[Told], sides: Sides) -> dict[str, Voices]:
    """For each claim of one event the voices on which it rests, once relays are followed back.

    A report that credits somebody rests on that word in all that it says of the event. An agency
    that only relays others here is no voice of its own wherever it is credited.
    """
    credited: defaultdict[str, set[str]] = defaultdict(set)
    for one in told:
        credited[one.root.id] |= credits_of(one, sides)
    publishers = {one.root.id: publisher(one.root, sides) for one in told}
    relays: defaultdict[str, set[str]] = defaultdict(set)
    own = {publishers[root] for root in publishers if not credited[root]}
    for root, outlet in publishers.items():
        if outlet not in own:
            relays[outlet] |= credited[root]
    rests = {
        root: followed(credited[root] or {publishers[root]}, relays, sides) for root in publishers
    }
    return {
        one.claim.id: followed(credits_of(one, sides), relays, sides) or rests[one.root.id]
        for one in told
    }


def followed(voices: Iterable[str], relays: Mapping[str, set[str]], sides: Sides) -> Voices:
    """The voices behind the voices; agencies that relay each other stay as they are."""
    found: set[str] = set()
    ways = [(voice, frozenset([voice])) for voice in voices]
    while ways:
        voice, seen = ways.pop()
        behind = relays.get(voice, set()) - seen
        if behind and is_medium(voice, sides):
            ways += [(other, seen | {other}) for other in behind]
        else:
            found.add(voice)
    return frozenset(found)


def credits_of(told: Told, sides: Sides) -> set[str]:
    """Whom a claim credits, without the media that only pass on what somebody else told."""
    named = {actor.id or identity(actor.name, sides) for actor in told.claim.said_by}
    media = {voice for voice in named if is_medium(voice, sides)}
    if named and named == media and (behind := quoted(told.claim.quote, sides)):
        return behind - media or named
    return named - media or named


def quoted(sentence: str, sides: Sides) -> set[str]:
    """Those whom a medium is said to cite: "AFP reported, citing medics"."""
    return {identity(found, sides) for found in citing().findall(sentence)}


@cache
def citing() -> re.Pattern[str]:
    words = "|".join(table("joining")["relays"])
    return re.compile(rf"\b(?:{words}) (?:the )?([^,.;]+?)(?= as\b|[,.;]|$)")


def publisher(source: Source, sides: Sides) -> str:
    return identity(source.publisher, sides) if source.publisher else source.id


@lru_cache(maxsize=50_000)
def identity(name: str, sides: Sides) -> str:
    """The registry's id of a name as a whole, else the folded name."""
    found = sides.find(name)
    if found and fold(name) in {fold(known) for known in (found.name, *found.aliases)}:
        return found.id
    return fold(name)


def is_medium(voice: str, sides: Sides) -> bool:
    found = sides.get(voice)
    return found is not None and found.kind == "media"
