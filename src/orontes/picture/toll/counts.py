"""Every count as told, each counter's own; nothing is combined."""

from collections.abc import Iterable
from datetime import date, datetime

from orontes.events.keys import place_key
from orontes.events.known import order, span
from orontes.events.sides import Sides, Unsided
from orontes.model.picture import Displacement, Tally
from orontes.model.told import Told
from orontes.picture.toll.counters import counter
from orontes.picture.toll.telling import counting

MOVES = ("movement.flee", "movement.return", "movement.evacuate")
RETOLD = 7
Key = tuple[object, ...]


def tallies(
    told: Iterable[Told],
    at: date | None = None,
    known: datetime | None = None,
    registry: Sides | None = None,
) -> list[Tally]:
    """Counts of killed, injured and missing people, each counter's own, the newest first.

    Equal counts of one counter for one place and time are one row with all its claims. A running
    total is ``superseded`` by the same counter's later one for the same place, from another report.
    Bounds are as reported: nothing is added up.
    """
    sides = registry or Unsided()
    kinds = ("toll.killed", "toll.injured", "toll.missing")
    groups: dict[Key, list[list[Told]]] = {}
    counted = [one for one in counting(told, kinds, at, known) if one.claim.count]
    for one in counted:
        retell(groups.setdefault(tally_key(one, sides), []), one)
    latest = {total_key(one, sides): one.claim.doc for one in counted}
    return [tally(group, sides, latest) for group in newest_first(groups)]


def retell(same: list[list[Told]], one: Told) -> None:
    """Puts a figure with the equal ones of its event; equal figures of other days stand alone."""
    mine, _ = span(one, RETOLD)
    for group in same:
        first, _ = span(group[0], RETOLD)
        cumulative = one.claim.count is not None and one.claim.count.cumulative
        if cumulative or first is None or mine is None or first.overlaps(mine):
            group.append(one)
            return
    same.append([one])


def newest_first(groups: dict[Key, list[list[Told]]]) -> list[list[Told]]:
    every = [group for same in groups.values() for group in same]
    return sorted(every, key=lambda group: order(group[0]), reverse=True)


def total_key(one: Told, sides: Sides) -> Key:
    """Running totals with the same key follow one another; no key is shared by other figures."""
    claim = one.claim
    if claim.count is None or not claim.count.cumulative:
        return (claim.id,)
    where = claim.place and place_key(claim.place)
    return claim.kind, counter(one, sides), where, claim.count.unit


def tally_key(one: Told, sides: Sides) -> Key:
    claim = one.claim
    count = claim.count
    where = claim.place and place_key(claim.place)
    bounds = count and (count.low, count.high, count.cumulative)
    return claim.kind, bounds, where, counter(one, sides)


def tally(group: list[Told], sides: Sides, latest: dict[Key, str]) -> Tally:
    first = group[0]
    count = max((one.claim.count for one in group if one.claim.count), key=lambda c: len(c.groups))
    return Tally(
        kind=first.claim.kind,
        count=count,
        place=first.claim.place,
        when=first.claim.when,
        counted_by=counter(first, sides),
        known=first.known,
        superseded=latest[total_key(first, sides)] not in {one.claim.doc for one in group},
        claims=tuple(one.claim.id for one in group),
    )


def movements(
    told: Iterable[Told],
    at: date | None = None,
    known: datetime | None = None,
    registry: Sides | None = None,
) -> list[Displacement]:
    """Who fled, came back or was taken out, the newest first; repeats of one count are one row."""
    sides = registry or Unsided()
    groups: dict[Key, list[list[Told]]] = {}
    for one in counting(told, MOVES, at, known):
        count = one.claim.count
        where = one.claim.origin or one.claim.place
        key = (
            one.claim.kind,
            count and (count.low, count.high),
            where and place_key(where),
            counter(one, sides),
        )
        retell(groups.setdefault(key, []), one)
    return [displacement(group, sides) for group in newest_first(groups)]


def displacement(group: list[Told], sides: Sides) -> Displacement:
    first = group[0]
    claim = first.claim
    return Displacement(
        kind=claim.kind,
        count=claim.count,
        place=claim.place,
        origin=claim.origin,
        destination=claim.destination,
        when=claim.when,
        counted_by=counter(first, sides),
        known=first.known,
        claims=tuple(one.claim.id for one in group),
    )
