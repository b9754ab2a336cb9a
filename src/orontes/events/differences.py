"""Where the accounts of one event differ, each word with its claims."""

from collections.abc import Callable, Iterable, Sequence

from orontes.events.keys import place_key, where
from orontes.events.sides import Sides
from orontes.model.claim import Claim
from orontes.model.count import Count
from orontes.model.event import Difference
from orontes.model.names import ActorName
from orontes.model.told import Told
from orontes.model.when import When

Worded = tuple[object, str]


def differences(
    told: Sequence[Told], counting: Iterable[str], sides: Sides
) -> tuple[Difference, ...]:
    """Slots that the claims fill in different ways; counts of people by what is counted."""
    slots: dict[str, Callable[[Claim], Worded | None]] = {
        "kind": lambda claim: None if claim.kind in counting else (claim.kind, claim.kind),
        "actor": lambda claim: None if claim.kind in counting else actors(claim.actor, sides),
        "place": place,
        "when": lambda claim: day(claim.when),
    }
    found = [of_slot(slot, told, word) for slot, word in slots.items()]
    for kind in sorted({one.claim.kind for one in told}):
        counts = [one for one in told if one.claim.kind == kind]
        found.append(of_slot(f"count of {kind}", counts, lambda claim: figure(claim.count)))
    return tuple(one for one in found if one)


def of_slot(
    slot: str, told: Sequence[Told], word: Callable[[Claim], Worded | None]
) -> Difference | None:
    """None where all that is told agrees. A value bears the words in which it was told first."""
    words: dict[object, str] = {}
    claims: dict[object, list[str]] = {}
    for one in told:
        if said := word(one.claim):
            words.setdefault(said[0], said[1])
            claims.setdefault(said[0], []).append(one.claim.id)
    if len(words) < 2:
        return None
    return Difference(slot, tuple((words[key], tuple(claims[key])) for key in words))


def actors(names: Iterable[ActorName], sides: Sides) -> Worded | None:
    known = {sides.side(actor.id): sides.name(actor.id) for actor in names if actor.id}
    return (frozenset(known), ", ".join(sorted(known.values()))) if known else None


def place(claim: Claim) -> Worded | None:
    found = where(claim)
    if found is None:
        return None
    part = f" ({found.facility})" if found.facility else ""
    return place_key(found), found.name + part


def day(when: When | None) -> Worded | None:
    if when is None or when.precision == "context" or not (when.earliest and when.latest):
        return None
    first, last = when.earliest.isoformat(), when.latest.isoformat()
    return (first, last), first if first == last else f"{first}/{last}"


def figure(count: Count | None) -> Worded | None:
    if count is None or (count.low is None and count.high is None):
        return None
    low, high = count.low, count.high
    if low == high:
        words = f"{low}"
    elif high is None:
        words = f"at least {low}"
    else:
        words = f"up to {high}" if low is None else f"{low} to {high}"
    return (low, high), words
