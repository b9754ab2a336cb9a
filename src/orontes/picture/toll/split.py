"""One figure told for several places: an even, whole share for each (UCDP, ACLED)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from orontes.events.keys import place_key
from orontes.model.told import Told
from orontes.picture.toll.phrases import SPLIT


def split(told: Sequence[Told]) -> list[Told]:
    """The same claims, but for those that one report makes of several places in the same words."""
    places: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    for one in told:
        if (key := words(one)) and one.claim.place:
            places[key].add(place_key(one.claim.place))
    return [shared(one, sorted(places.get(words(one) or (), ()))) for one in told]


def words(one: Told) -> tuple[object, ...] | None:
    claim = one.claim
    if not claim.kind.startswith("toll.") or claim.count is None or claim.place is None:
        return None
    return one.claim.doc, claim.kind, claim.predicate, claim.quote, claim.count


def shared(one: Told, places: Sequence[str]) -> Told:
    if len(places) < 2 or one.claim.place is None or one.claim.count is None:
        return one
    number = places.index(place_key(one.claim.place))
    count = one.claim.count
    part = replace(
        count,
        low=share(count.low, number, len(places)),
        high=share(count.high, number, len(places)),
        qualifier=SPLIT,
        groups=(),
    )
    return replace(one, claim=replace(one.claim, count=part))


def share(number: int | None, which: int, places: int) -> int | None:
    """The remainder goes to the first ones, so that the shares add up again."""
    return None if number is None else number // places + (which < number % places)
