"""Quarters that the gazetteer lacks, found in their town: "the Salihin district of Aleppo"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from orontes.events.keys import fold, where
from orontes.events.spot import Spot
from orontes.model.told import Told
from orontes.vocabulary.load import table

TOWN = r"((?:[A-Z][\w’'-]*|(?:al|el|ad|ar|as|ash|at|az)-\w+)(?:[ -]\w[\w’'-]*){0,3})"
Names = Mapping[str, Spot]


def spot_of(told: Told, towns: Names) -> Spot | None:
    """Where a claim is; an unresolved quarter is a part of the town that its sentence names."""
    place = where(told.claim)
    if place is None:
        return None
    spot = Spot.of(place)
    if spot.named and (town := town_of(place.name, told.claim.quote, towns)):
        return replace(town, part=f"name:{fold(bare(place.name))}")
    return spot


def town_of(name: str, quote: str, towns: Names) -> Spot | None:
    name = bare(name)
    for pattern in patterns():
        found = re.search(pattern.format(name=re.escape(name), town=TOWN), quote)
        words = found[1].split() if found else []
        for length in range(len(words), 0, -1):
            if town := towns.get(fold(re.sub(r"[’']s$", "", " ".join(words[:length])))):
                return town
    return None


def bare(name: str) -> str:
    """A quarter's name without the word for a quarter."""
    words = name.split()
    return " ".join(words[:-1]) if words[1:] and words[-1] in table("joining")["quarters"] else name


@cache
def patterns() -> list[str]:
    words = "|".join(table("joining")["quarters"])
    of = r"(?:of|in) (?:the (?:town|city) of )?"
    return [rf"{{name}} (?:{words})s? {of}{{town}}", r"{town}[’']s {name}"]


def towns_of(told: Iterable[Told]) -> Names:
    """The settlements that the claims name, by name: the commonest one of each name."""
    named: defaultdict[str, Counter[Spot]] = defaultdict(Counter)
    for one in told:
        place = where(one.claim)
        if place and place.id and place.kind == "settlement" and not place.facility:
            named[fold(place.name)][Spot.of(place)] += 1
    return {
        name: min(spots, key=lambda spot: (-spots[spot], spot.base))
        for name, spots in named.items()
    }
