from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from orontes.events.counting import counted
from orontes.events.differences import differences
from orontes.events.keys import place_key, where
from orontes.events.known import order
from orontes.events.origins import Voices, origins
from orontes.events.sides import Sides, resolved, sides_of
from orontes.events.strand import Strand
from orontes.model.event import Event
from orontes.model.names import ActorName, PlaceName
from orontes.model.rows import digest
from orontes.model.told import Told

SUREST = 0.99


def event_of(event: Strand, sides: Sides) -> Event:
    told = sorted((one for piece in event.pieces for one in piece.tellings), key=order)
    denied = sorted(event.denied, key=order)
    kind = most([one for one in told if one.claim.kind in event.heads] or told)
    place = best_place(told)
    known = [one.known for one in told if one.known]
    voices = origins(told, sides)
    tolls = {each: counted(ones, voices) for each, ones in by_kind(told).items()}
    return Event(
        id=event_id(kind, place, told, event, sides),
        kind=kind,
        actor=named(doers(told, event, "actor")),
        target=named(doers(told, event, "target")),
        place=place,
        when=event.when,
        dated=event.dated,
        count=tolls.get("toll.killed") or tolls.get(kind),
        claims=tuple(one.claim.id for one in told),
        denied_by=tuple(one.claim.id for one in denied),
        sources=len(frozenset().union(*voices.values())),
        confidence=confidence(told, voices, origins(denied, sides)),
        first_known=min(known, default=None),
        last_known=max(known, default=None),
        tolls=tuple((each, count) for each, count in sorted(tolls.items()) if count),
        differences=differences(told, event.group.counting, sides),
    )


def by_kind(told: Iterable[Told]) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for one in told:
        found.setdefault(one.claim.kind, []).append(one)
    return found


def doers(told: Sequence[Told], event: Strand, slot: str) -> list[ActorName]:
    """The parties of what was done, not of who was counted, unless nothing else is told."""
    done = [one for one in told if one.claim.kind in event.heads] or told
    return [actor for one in done for actor in getattr(one.claim, slot)]


def event_id(
    kind: str, place: PlaceName | None, told: Sequence[Told], event: Strand, sides: Sides
) -> str:
    first = told[0].claim
    on = event.when.latest if event.when else None
    parties = resolved(sides_of(first.actor, on, sides))
    where_key = place_key(place) if place else None
    return digest(kind, where_key, *sorted(parties), first.id, prefix="e_")


def most(told: Iterable[Told]) -> str:
    """The commonest kind, a copy counting with its original; among equals the one told first."""
    kinds = dict.fromkeys((one.root.id, one.claim.kind) for one in told)
    return Counter(kind for _, kind in kinds).most_common(1)[0][0]


def named(actors: Iterable[ActorName]) -> tuple[ActorName, ...]:
    """Each actor once, under the name it bears most often: resolved ones first, as first told."""
    names: dict[str, Counter[ActorName]] = {}
    for actor in actors:
        names.setdefault(actor.id or actor.name.casefold(), Counter())[actor] += 1
    found = [counter.most_common(1)[0][0] for counter in names.values()]
    return tuple(sorted(found, key=lambda actor: actor.id is None))


def best_place(told: Sequence[Told]) -> PlaceName | None:
    places = [place for one in told if (place := where(one.claim))]
    return next((place for place in places if place.id), places[0] if places else None)


def confidence(
    told: Sequence[Told], voices: Mapping[str, Voices], denying: Mapping[str, Voices]
) -> float:
    """That at least one independent origin is right, less the share of voices that deny it."""
    best: dict[str, float] = {}
    for one in told:
        for voice in sorted(voices[one.claim.id]):
            best[voice] = max(best.get(voice, 0.0), one.claim.confidence)
    wrong = 1.0
    for value in best.values():
        wrong *= 1.0 - min(value, SUREST)
    against = frozenset().union(*denying.values()) - frozenset(best)
    return round(min(1.0 - wrong, SUREST) * len(best) / (len(best) + len(against)), 3)
