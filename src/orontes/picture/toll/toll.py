"""The toll as it stands: incidents, long periods and campaigns, each from all who counted."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from orontes.events.known import order
from orontes.events.linking import NONE, Links
from orontes.events.sides import Sides, Unsided
from orontes.model.event import Event
from orontes.model.names import ActorName, PlaceName
from orontes.model.rows import digest
from orontes.model.told import Told
from orontes.model.toll import Measure, Scope, Step, Toll
from orontes.model.when import When
from orontes.picture.evidence import setting_of
from orontes.picture.toll.counters import War
from orontes.picture.toll.figures import Figure, figures
from orontes.picture.toll.gathering import Campaign, campaigns, home, incidents
from orontes.picture.toll.grades import grade, independent
from orontes.picture.toll.measure import Reckoned, reckoned
from orontes.picture.toll.placing import place_incidents
from orontes.picture.toll.rules import words
from orontes.picture.toll.split import split
from orontes.picture.toll.standing import Standing, standing
from orontes.picture.toll.telling import COUNTS, counted_by_then, is_period, is_running, spanning
from orontes.picture.toll.why import with_why

KINDS = ("toll.killed", "toll.injured", "toll.missing")


def war_of(told: Iterable[Told], sides: Sides) -> War:
    return War(sides, setting_of(told, sides).belligerents)


def toll(
    told: Iterable[Told],
    at: date | None = None,
    known: datetime | None = None,
    registry: Sides | None = None,
    since: date | None = None,
    links: Links = NONE,
) -> list[Toll]:
    """Campaigns first, then long periods, then incidents, the newest of each first.

    ``since`` leaves out what ended before that day; ``links`` are what analysts merged or split.
    The rules are in docs/toll.md.
    """
    sides = registry or Unsided()
    known_then = [one for one in told if known is None or (one.known and one.known <= known)]
    counted = split([one for one in known_then if counted_by_then(one, at)])
    war = war_of(known_then, sides)
    found = [*running(counted, war), *of_incidents(counted, known, war, links)]
    found = [with_why(one) for one in place_incidents(found)]
    kept = [one for one in found if since is None or last(one) >= since]
    return sorted(kept, key=newest_first)


def last(one: Toll) -> date:
    """What has no day comes last, and is left out by ``since``."""
    return (one.when and one.when.latest) or date.min


def newest_first(one: Toll) -> tuple[object, ...]:
    rank = ("campaign", "period", "incident").index(one.scope)
    return rank, -last(one).toordinal(), one.id


def totals(told: Iterable[Told]) -> list[Told]:
    return [
        one
        for one in told
        if one.claim.kind in KINDS
        and one.claim.stance in COUNTS
        and (is_running(one) or is_period(one))
    ]


def running(told: Sequence[Told], war: War) -> list[Toll]:
    every, country = totals(told), home(told)
    scopes: dict[Scope, list[Told]] = {
        "campaign": [one for one in every if is_running(one)],
        "period": [one for one in every if not is_running(one)],
    }
    found = [
        of_campaign(group, scope, war)
        for scope, claims in scopes.items()
        for group in campaigns(claims, country)
    ]
    return [one for one in found if one]


def of_campaign(group: Campaign, scope: Scope, war: War) -> Toll | None:
    every = figures(group.told, (), war)
    standings = standing(every, running=True)
    return made(
        group.told, every, standings, scope, war,
        place=group.place, when=spanning(group.told), dated=group.begin is not None,
    )  # fmt: skip


def of_incidents(
    told: Sequence[Told], known: datetime | None, war: War, links: Links
) -> list[Toll]:
    left_out = {one.claim.id for one in totals(told)}
    mine = [one for one in told if one.claim.id not in left_out]
    by_id = {one.claim.id: one for one in mine}
    found = [
        made_of_event(event, by_id, war)
        for event in incidents(mine, known, war.sides, links)
        if any(by_id[claim].claim.kind in KINDS for claim in event.claims)
    ]
    return [one for one in found if one]


def made_of_event(event: Event, by_id: dict[str, Told], war: War) -> Toll | None:
    told = [by_id[claim] for claim in event.claims]
    counts = [one for one in told if one.claim.kind in KINDS and one.claim.stance in COUNTS]
    counting = {one.claim.id for one in counts}
    beside = [one for one in told if one.claim.id not in counting]
    denied = [by_id[claim] for claim in event.denied_by]
    every = figures(counts, beside, war)
    return made(
        counts, every, standing(every), "incident", war,
        place=event.place, when=event.when, dated=event.dated, beside=beside, denied=denied,
        identity=event.id,
    )  # fmt: skip


def made(
    counts: Sequence[Told],
    every: Sequence[Figure],
    standings: Sequence[Standing],
    scope: Scope,
    war: War,
    *,
    place: PlaceName | None,
    when: When | None,
    dated: bool,
    beside: Sequence[Told] = (),
    denied: Sequence[Told] = (),
    identity: str = "",
) -> Toll | None:
    """None where nobody is counted."""
    found = {
        kind: reckoned([one for one in standings if one.figure.kind == kind], war.sides)
        for kind in KINDS
    }
    if not any(found.values()):
        return None
    killed = [one for one in standings if one.figure.kind == "toll.killed"] or list(standings)
    fresh = [one for one in killed if one.fresh]
    told = sorted({one.claim.id: one for one in (*counts, *beside)}.values(), key=order)
    known = [one.known for one in told if one.known]
    return Toll(
        id=identity or digest(scope, min(one.claim.id for one in told), prefix="e_"),
        scope=scope,
        place=place,
        when=when,
        dated=dated,
        killed=measure(found["toll.killed"]),
        injured=measure(found["toll.injured"]),
        missing=measure(found["toll.missing"]),
        grade=grade(fresh, told if scope == "incident" else (), denied, war),
        by=blamed(told, scope),
        sources=len(independent(fresh)),
        counters=tuple(row for one in found.values() if one for row in one.counters),
        steps=steps(every) if scope == "campaign" else (),
        placed=None,
        flags=flags(found.values(), fresh, denied),
        known=max(known, default=None),
        claims=tuple(one.claim.id for one in told),
        denied_by=tuple(one.claim.id for one in sorted(denied, key=order)),
        why="",
    )


def measure(one: Reckoned | None) -> Measure | None:
    return one.measure if one else None


def blamed(told: Sequence[Told], scope: Scope) -> tuple[ActorName, ...]:
    doing = tuple(words("doing"))
    actors = [
        actor
        for one in told
        if scope == "incident" and one.claim.kind.startswith(doing)
        for actor in one.claim.actor
        if actor.id
    ]
    return tuple({actor.id: actor for actor in actors}.values())


def flags(
    found: Iterable[Reckoned | None], fresh: Sequence[Standing], denied: Sequence[Told]
) -> tuple[str, ...]:
    told = {flag for one in found if one for flag in one.flags}
    if fresh and not independent(fresh):
        told.add("parties only")
    if denied:
        told.add("denied")
    return tuple(sorted(told))


def steps(every: Sequence[Figure]) -> tuple[Step, ...]:
    """Each counter's running totals of the killed, one after the other."""
    series: dict[tuple[object, ...], list[Figure]] = {}
    for one in sorted(every, key=lambda one: one.age):
        if one.kind == "toll.killed" and one.reach.best is not None:
            same = series.setdefault((one.origin, one.whom), [])
            if not same or same[-1].reach.best != one.reach.best:
                same.append(one)
    return tuple(
        step(one, same[number - 1] if number else None)
        for same in series.values()
        for number, one in enumerate(same)
    )


def step(one: Figure, before: Figure | None) -> Step:
    value = one.reach.best or 0
    more = value - (before.reach.best or 0) if before else None
    known = one.told.root.known or one.told.known
    return Step(one.who.name, one.day, known, value, more, (one.told.claim.id,))
