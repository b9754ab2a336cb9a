"""Who fled, came back or was taken out: flows and stocks, each from all who counted."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from orontes.events.join import join
from orontes.events.keys import place_key
from orontes.events.known import order
from orontes.events.sides import Sides, Unsided
from orontes.model.names import ActorName, PlaceName
from orontes.model.rows import digest
from orontes.model.told import Told
from orontes.model.toll import Bounds, Displaced, Measured, Part
from orontes.model.when import When
from orontes.picture.toll.bounds import Said, combined, within
from orontes.picture.toll.counters import War
from orontes.picture.toll.figures import Figure, figures
from orontes.picture.toll.gathering import WHOLE, area, campaigns, home
from orontes.picture.toll.grades import independent
from orontes.picture.toll.measure import part_of, rows_of, words_of
from orontes.picture.toll.moved_why import with_why
from orontes.picture.toll.rules import says, words
from orontes.picture.toll.standing import Standing, standing
from orontes.picture.toll.telling import COUNTS, back, counted_by_then, is_running, spanning
from orontes.picture.toll.toll import war_of
from orontes.picture.toll.whom import PEOPLE, Whom

MOVES = ("movement.flee", "movement.return", "movement.evacuate")
Sort = tuple[str, Measured, str]


def displaced(
    told: Iterable[Told],
    at: date | None = None,
    known: datetime | None = None,
    registry: Sides | None = None,
    since: date | None = None,
) -> list[Displaced]:
    """The newest first. A flow is never added to a stock, nor a return taken from either."""
    sides = registry or Unsided()
    every = [one for one in told if known is None or (one.known and one.known <= known)]
    war = war_of(every, sides)
    moves = [one for one in every if one.claim.kind in MOVES and counted_by_then(one, at)]
    country = home(every)
    totals: defaultdict[Sort, list[Told]] = defaultdict(list)
    for one in moves:
        if one.claim.stance in COUNTS and is_total(one, country):
            totals[one.claim.kind, measure(one), unit(one)].append(one)
    found = [
        made(group.told, war, sort, group.place, spanning(group.told), running=True)
        for sort, claims in sorted(totals.items())
        for group in campaigns(claims, country)
    ]
    left_out = {one.claim.id for claims in totals.values() for one in claims}
    found += single([one for one in moves if one.claim.id not in left_out], known, war)
    kept = [with_why(one) for one in found if since is None or last(one) >= since]
    return sorted(kept, key=lambda one: (-last(one).toordinal(), -size(one), one.id))


def last(one: Displaced) -> date:
    return (one.when and one.when.latest) or date.min


def size(one: Displaced) -> int:
    return one.people.best if one.people else 0


def is_total(one: Told, country: str | None) -> bool:
    """Whether a figure adds up many moves: a running total, a stock, "in a week", "have fled"."""
    if one.claim.count is None:
        return False
    if is_running(one) or one.claim.count.cumulative or back(one) > 1 or measure(one) == "stock":
        return True
    own = one.claim.when
    undated = own is None or own.precision == "context"
    return undated and area(one, country) == WHOLE and says("perfect", one.claim.quote)


def measure(one: Told) -> Measured:
    count = one.claim.count
    if count and count.measure in ("flow", "stock"):
        return "stock" if count.measure == "stock" else "flow"
    if one.claim.kind != "movement.flee" or (count and count.cumulative):
        return "flow"
    return "stock" if says("stock", one.claim.quote) else "flow"


def unit(one: Told) -> str:
    """Families where the claim names them: they are no count of people."""
    count = one.claim.count
    named = {actor.name.casefold() for actor in (*one.claim.actor, *one.claim.target)}
    if named & set(words("households")):
        return "families"
    return count.unit if count else "people"


def single(told: Sequence[Told], known: datetime | None, war: War) -> list[Displaced]:
    """Moves of one place and time, joined as events are."""
    by_id = {one.claim.id: one for one in told}
    found = []
    for event in join(told, known, war.sides):
        claims = [by_id[claim] for claim in event.claims]
        units: defaultdict[str, list[Told]] = defaultdict(list)
        for one in claims:
            units[unit(one)].append(one)
        for name, same in sorted(units.items()):
            denied = [by_id[claim] for claim in event.denied_by]
            sort: Sort = (event.kind, "flow", name)
            found.append(made(same, war, sort, event.place, event.when, denied=denied))
    return found


def made(
    told: Sequence[Told],
    war: War,
    sort: Sort,
    place: PlaceName | None,
    when: When | None,
    running: bool = False,
    denied: Sequence[Told] = (),
) -> Displaced:
    told = sorted(told, key=order)
    every = [plain(one) for one in figures(told, (), war)]
    standings = standing([one for one in every if one.count], running)
    fresh = [one for one in standings if one.fresh]
    people = combined(Said.of(one) for one in fresh)
    sources = independent(fresh) if fresh else {one.origin for one in every}
    return Displaced(
        id=digest(*sort, min(one.claim.id for one in told), prefix="m_"),
        kind=sort[0],
        measure=sort[1],
        unit=sort[2],
        people=people,
        who=who(told),
        parts=parts(fresh, people),
        place=place,
        origin=common([one.claim.origin for one in told]),
        destination=common([one.claim.destination for one in told]),
        when=when,
        grade="fair" if len(sources) > 1 else "weak",
        sources=len(sources),
        counters=rows_of(standings),
        flags=tuple(sorted(words_of(fresh) | ({"denied"} if denied else set()))),
        known=max((one.known for one in told if one.known), default=None),
        claims=tuple(one.claim.id for one in told),
        denied_by=tuple(one.claim.id for one in sorted(denied, key=order)),
        why="",
    )


def plain(one: Figure) -> Figure:
    """People at large: who fled is no side of the war, and nobody counts them from interest."""
    parts_ = one.parts
    if one.whom.group != PEOPLE and one.count:
        parts_ = one.count.groups
    return replace(one, whom=Whom(PEOPLE), bears="both", parts=parts_)


def parts(standings: Sequence[Standing], people: Bounds | None) -> tuple[Part, ...]:
    groups: defaultdict[str, list[Said]] = defaultdict(list)
    for one in standings:
        for group, number in one.figure.parts:
            groups[group].append(part_of(one, number))
    found = {group: combined(said) for group, said in groups.items()}
    return tuple(
        Part(group, None, None, within(bounds, people))
        for group, bounds in sorted(found.items())
        if bounds and people
    )


def who(told: Sequence[Told]) -> tuple[str, ...]:
    """Groups of people as the reports name them; private persons are none."""
    names = (
        actor.name
        for one in told
        for actor in movers_of(one)
        if actor.id is None and not any(char.isdigit() for char in actor.name)
    )
    return tuple(sorted({name for name in names if name.casefold() != PEOPLE}))


def movers_of(one: Told) -> tuple[ActorName, ...]:
    """Those who flee or return do it; those who are taken out have it done to them."""
    claim = one.claim
    if claim.kind == "movement.evacuate":
        return claim.target
    return claim.actor or claim.target


def common(places: Sequence[PlaceName | None]) -> PlaceName | None:
    """The place on which all who name one agree."""
    named = {place_key(place): place for place in places if place}
    return next(iter(named.values())) if len(named) == 1 else None
