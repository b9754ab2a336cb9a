"""How far a count may be relied on, in the words of Airwars (docs/toll.md)."""

from collections.abc import Iterable, Sequence

from orontes.events.origins import Voices, origins
from orontes.events.sides import resolved, sides_of
from orontes.model.told import Told
from orontes.model.toll import Grade
from orontes.picture.toll.counters import War, counter_of
from orontes.picture.toll.figures import canonical, named
from orontes.picture.toll.rules import credible, ranks, words
from orontes.picture.toll.standing import Standing
from orontes.picture.toll.whom import CIVILIANS, FIGHTERS


def grade(
    standings: Sequence[Standing], event: Sequence[Told], denied: Sequence[Told], war: War
) -> Grade:
    """The first that fits: discounted, contested, confirmed, fair, weak."""
    if discounted(standings, denied, war):
        return "discounted"
    if contested(event, war):
        return "contested"
    if confirmed(standings):
        return "confirmed"
    return "fair" if len(independent(standings)) > 1 else "weak"


def independent(standings: Iterable[Standing]) -> set[str]:
    """The origins on whose word it may be believed, parties to the war left out."""
    return {one.figure.origin for one in standings if credible(one.figure.who.rank)}


def discounted(standings: Sequence[Standing], denied: Sequence[Told], war: War) -> bool:
    """Denied, or the dead told to be fighters, by one more reliable than all who say otherwise."""
    best = min((one.figure.rank for one in standings), default=0)
    if any(rank < best for rank in denying(denied, war)):
        return True
    civilian = [one.figure.rank for one in standings if one.figure.whom.group == CIVILIANS]
    fighters = [
        one.figure.rank
        for one in standings
        if one.figure.whom.group == FIGHTERS and credible(one.figure.who.rank)
    ]
    alone = len(civilian) + len(fighters) == len(standings)
    return bool(civilian and fighters and alone and min(fighters) < min(civilian))


def denying(denied: Sequence[Told], war: War) -> list[int]:
    """The ranks of those who deny that anybody was harmed."""
    found = []
    for one in denied:
        if one.claim.kind.startswith("toll.") and not one.claim.target:
            voices = canonical(origins([one], war.sides)[one.claim.id], war)
            who = counter_of(one, named(one, voices, war), war, None)
            found.append(ranks().index(who.rank))
    return found


def contested(event: Sequence[Told], war: War) -> bool:
    """Whether independent origins name different sides as those who did it."""
    voices = origins(event, war.sides)
    blamed: dict[Voices, set[str]] = {}
    for one in event:
        if one.claim.kind.startswith(tuple(words("doing"))):
            on = one.claim.when.latest if one.claim.when else None
            sides = resolved(sides_of(one.claim.actor, on, war.sides))
            blamed.setdefault(canonical(voices[one.claim.id], war), set()).update(sides)
    told = [(who, did) for who, did in blamed.items() if did]
    return any(
        not (did & other) and not (who & its)
        for number, (who, did) in enumerate(told)
        for its, other in told[number + 1 :]
    )


def confirmed(standings: Sequence[Standing]) -> bool:
    """Whether a party accepts it: that it killed civilians, or that it lost its own."""
    groups = {one.figure.whom for one in standings}
    accepted = {one.figure.whom for one in standings if one.figure.bears == "low"}
    return bool(groups) and groups == accepted
