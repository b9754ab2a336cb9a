"""Whom a figure counts: people at large, civilians, or the fighters of a side."""

from collections.abc import Iterable
from typing import NamedTuple

from orontes.events.sides import Sides, resolved, sides_of
from orontes.model.claim import Claim
from orontes.picture.toll.rules import words

PEOPLE, CIVILIANS, FIGHTERS = "people", "civilians", "fighters"


class Whom(NamedTuple):
    group: str
    side: str | None = None


def whom(claim: Claim, belligerents: Iterable[str], sides: Sides) -> Whom:
    """The group that makes up the whole count, else a side of the war that is its target."""
    count = claim.count
    size = (count.low or count.high) if count else None
    whole = {group for group, number in count.groups if number == size} if count else set()
    named = {actor.name.casefold() for actor in claim.target}
    if whole & set(words("civilians")) or (count is None and named & set(words("civilians"))):
        return Whom(CIVILIANS)
    on = claim.when.latest if claim.when else None
    theirs = sorted(resolved(sides_of(claim.target, on, sides)) & frozenset(belligerents))
    side = theirs[0] if len(theirs) == 1 else None
    if whole & set(words("fighters")) or side:
        return Whom(FIGHTERS, side)
    return Whom(PEOPLE)


def parts(claim: Claim) -> tuple[tuple[str, int], ...]:
    """Groups told of within the count that are not the whole of it."""
    count = claim.count
    if count is None:
        return ()
    size = count.low or count.high
    return tuple((group, number) for group, number in count.groups if number != size)
