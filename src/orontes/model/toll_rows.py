"""Tolls, displacement and relief as plain rows; the shapes are in docs/formats.md."""

from orontes.model.rows import Row, actor_row, count_row, day, instant, place_row, when_row
from orontes.model.toll import (
    Bounds,
    Counted,
    Displaced,
    Measure,
    Part,
    Placed,
    Relief,
    Step,
    Toll,
    TollSum,
)


def bounds_row(bounds: Bounds | None) -> Row:
    if bounds is None:
        return {"low": None, "best": None, "high": None}
    return {"low": bounds.low, "best": bounds.best, "high": bounds.high}


def part_row(part: Part) -> Row:
    named = {"group": part.group, "side": part.side, "side_name": part.side_name}
    return named | bounds_row(part.bounds)


def measure_row(measure: Measure | None) -> Row:
    return bounds_row(measure.whole if measure else None) | {
        "civilians": bounds_row(measure.civilians if measure else None),
        "parts": [part_row(part) for part in measure.parts] if measure else [],
    }


def counted_row(counted: Counted) -> Row:
    return {
        "counter": counted.counter,
        "id": counted.counter_id,
        "rank": counted.rank,
        "kind": counted.kind,
        "whom": counted.whom,
        **bounds_row(counted.bounds),
        "count": count_row(counted.count),
        "day": day(counted.day),
        "known": instant(counted.known),
        "bears": counted.bears,
        "claims": list(counted.claims),
    }


def counters_row(counters: tuple[Counted, ...]) -> Row:
    """What stands, and what the same counters told before."""
    return {
        "counters": [counted_row(one) for one in counters if one.stands],
        "superseded": [counted_row(one) for one in counters if not one.stands],
    }


def step_row(step: Step) -> Row:
    return {
        "counter": step.counter,
        "day": day(step.day),
        "known": instant(step.known),
        "value": step.value,
        "more": step.more,
        "claims": list(step.claims),
    }


def placed_row(placed: Placed | None) -> Row | None:
    if placed is None:
        return None
    return {"incidents": placed.incidents, **bounds_row(placed.told), "rest": placed.rest}


def toll_row(toll: Toll) -> Row:
    return {
        "id": toll.id,
        "scope": toll.scope,
        "place": place_row(toll.place),
        "when": when_row(toll.when),
        "dated": toll.dated,
        "killed": measure_row(toll.killed),
        "injured": measure_row(toll.injured),
        "missing": measure_row(toll.missing),
        "grade": toll.grade,
        "by": [actor_row(actor) for actor in toll.by],
        "sources": toll.sources,
        **counters_row(toll.counters),
        "steps": [step_row(step) for step in toll.steps],
        "placed": placed_row(toll.placed),
        "flags": list(toll.flags),
        "known": instant(toll.known),
        "claims": list(toll.claims),
        "denied_by": list(toll.denied_by),
        "why": toll.why,
    }


def sum_row(found: TollSum) -> Row:
    return {
        "of": found.of,
        "place": place_row(found.place),
        "side": actor_row(found.side) if found.side else None,
        "incidents": found.incidents,
        "killed": bounds_row(found.killed),
        "civilians": bounds_row(found.civilians),
        "injured": bounds_row(found.injured),
        "likely": {"low": found.likely[0], "high": found.likely[1], "percent": found.interval},
        "from": day(found.since),
        "to": day(found.until),
        "flags": list(found.flags),
        "claims": list(found.claims),
        "why": found.why,
    }


def displaced_row(moved: Displaced) -> Row:
    return {
        "id": moved.id,
        "kind": moved.kind,
        "measure": moved.measure,
        "unit": moved.unit,
        "people": bounds_row(moved.people),
        "who": list(moved.who),
        "parts": [part_row(part) for part in moved.parts],
        "place": place_row(moved.place),
        "from": place_row(moved.origin),
        "to": place_row(moved.destination),
        "when": when_row(moved.when),
        "grade": moved.grade,
        "sources": moved.sources,
        **counters_row(moved.counters),
        "flags": list(moved.flags),
        "known": instant(moved.known),
        "claims": list(moved.claims),
        "denied_by": list(moved.denied_by),
        "why": moved.why,
    }


def relief_row(relief: Relief) -> Row:
    return {
        "id": relief.id,
        "kind": relief.kind,
        "actor": [actor_row(actor) for actor in relief.actor],
        "target": [actor_row(actor) for actor in relief.target],
        "what": list(relief.what),
        "place": place_row(relief.place),
        "when": when_row(relief.when),
        "count": count_row(relief.count),
        "said_by": list(relief.said_by),
        "sources": relief.sources,
        "known": instant(relief.known),
        "claims": list(relief.claims),
        "denied_by": list(relief.denied_by),
    }
