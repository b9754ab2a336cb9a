"""Aid, access and services as claimed: who gives, hinders or lacks what, where."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from orontes.events.join import join
from orontes.events.sides import Sides, Unsided
from orontes.model.event import Event
from orontes.model.names import ActorName
from orontes.model.told import Told
from orontes.model.toll import Relief
from orontes.picture.toll.counters import counter
from orontes.picture.toll.rules import rules
from orontes.picture.toll.telling import begun


def relief(
    told: Iterable[Told],
    at: date | None = None,
    known: datetime | None = None,
    registry: Sides | None = None,
    since: date | None = None,
) -> list[Relief]:
    """The newest first; nothing here is checked or judged beyond who says it."""
    sides = registry or Unsided()
    kinds = frozenset(rules("aid")["kinds"])
    mine = [one for one in told if one.claim.kind in kinds and begun(one, at)]
    by_id = {one.claim.id: one for one in mine}
    found = [of_event(event, by_id, sides) for event in join(mine, known, sides)]
    kept = [one for one in found if since is None or last(one) >= since]
    return sorted(kept, key=lambda one: (-last(one).toordinal(), one.id))


def last(one: Relief) -> date:
    return (one.when and one.when.latest) or date.min


def of_event(event: Event, by_id: dict[str, Told], sides: Sides) -> Relief:
    told = [by_id[claim] for claim in event.claims]
    return Relief(
        id=event.id,
        kind=event.kind,
        actor=event.actor,
        target=tuple(one for one in event.target if one.name not in things(told)),
        what=tuple({name.casefold(): name for name in things(told)}.values()),
        place=event.place,
        when=event.when,
        count=event.count,
        said_by=tuple(dict.fromkeys(counter(one, sides) for one in told)),
        sources=event.sources,
        known=event.last_known,
        claims=event.claims,
        denied_by=event.denied_by,
    )


def things(told: Sequence[Told]) -> list[str]:
    """What is given, short or out of service: facilities, and targets that are no party."""
    names: list[str] = []
    for one in told:
        place = one.claim.place
        if place and place.facility:
            names.append(place.facility)
        if one.claim.about:
            names.append(one.claim.about)
        names += [actor.name for actor in one.claim.target if is_thing(actor, one)]
    return names


def is_thing(actor: ActorName, one: Told) -> bool:
    return actor.id is None and not one.claim.kind.startswith("aid.deliver")
