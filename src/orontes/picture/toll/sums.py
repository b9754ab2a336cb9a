"""Incidents added up: bounds each for itself, and a seeded simulation of what is likely."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from orontes.events.keys import place_key
from orontes.events.sides import Sides, Unsided
from orontes.model.names import ActorName
from orontes.model.toll import Bounds, Measure, Toll, TollSum
from orontes.picture.toll.bounds import added, ordered
from orontes.picture.toll.rules import rules
from orontes.picture.toll.why import figure, joined

By = Literal["all", "place", "side"]
NOBODY = Bounds(0, 0, 0)
DOUBTFUL = {
    "vague": "rest on a word such as dozens",
    "unquantified": "name no number",
    "up to": "name only an upper limit",
    "casualties": "count killed and injured together",
    "split": "are shares of one figure for several places",
}
UNTOLD = "not told"


@dataclass(frozen=True, slots=True)
class Item:
    """What one incident adds to one sum."""

    toll: Toll
    killed: Bounds


def sums(tolls: Iterable[Toll], by: By = "all", registry: Sides | None = None) -> list[TollSum]:
    """Sums of incidents, the largest first: of all, of each place, or of the dead of each side.

    Totals of campaigns and periods are never added; what is discounted is left out.
    """
    sides = registry or Unsided()
    mine = [one for one in tolls if one.scope == "incident" and one.grade != "discounted"]
    groups: defaultdict[str, list[Item]] = defaultdict(list)
    for one in sorted(mine, key=lambda one: one.id):
        for key, bounds in KEYS[by](one):
            groups[key].append(Item(one, bounds))
    found = [summed(key, items, by, sides) for key, items in groups.items()]
    return sorted(found, key=lambda one: (-one.killed.best, one.of))


def whole(one: Toll) -> list[tuple[str, Bounds]]:
    return [("all incidents", killed(one))]


def by_place(one: Toll) -> list[tuple[str, Bounds]]:
    return [(place_key(one.place) if one.place else UNTOLD, killed(one))]


def by_side(one: Toll) -> list[tuple[str, Bounds]]:
    """Civilians, fighters by side, and those of whom it is not told."""
    if one.killed is None:
        return []
    found = [("civilians", one.killed.civilians)] if one.killed.civilians else []
    found += [
        (part.side or UNTOLD, part.bounds) for part in one.killed.parts if part.group == "fighters"
    ]
    told = [(key, bounds) for key, bounds in found if bounds]
    rest = left(one.killed.whole, [bounds for _, bounds in told])
    return [*told, *([(UNTOLD, rest)] if rest.high != 0 else [])]


def left(bounds: Bounds, parts: Sequence[Bounds]) -> Bounds:
    """What a whole leaves beside its parts."""
    if not parts:
        return bounds
    inside = added(parts)
    low = 0 if inside.high is None else max(bounds.low - inside.high, 0)
    best = max(bounds.best - inside.best, 0)
    high = None if bounds.high is None else max(bounds.high - inside.low, 0)
    return ordered(low, best, high)


KEYS: dict[By, Callable[[Toll], list[tuple[str, Bounds]]]] = {
    "all": whole,
    "place": by_place,
    "side": by_side,
}


def killed(one: Toll) -> Bounds:
    return one.killed.whole if one.killed else NOBODY


def civilian(measure: Measure | None) -> Bounds:
    return (measure.civilians if measure else None) or NOBODY


def summed(key: str, items: Sequence[Item], by: By, sides: Sides) -> TollSum:
    tolls = [item.toll for item in items]
    total = added(item.killed for item in items)
    place = next((one.place for one in tolls if one.place), None) if by == "place" else None
    side = ActorName(sides.name(key), key) if by == "side" and key != UNTOLD else None
    days = [day for one in tolls if one.when and (day := one.when.latest)]
    starts = [day for one in tolls if one.when and (day := one.when.earliest)]
    likely = simulated([item.killed for item in items])
    civilians = [civilian(one.killed) for one in tolls] if by != "side" else []
    injured = [one.injured.whole for one in tolls if one.injured] if by != "side" else []
    named = place.name if place else side.name if side else key
    return TollSum(
        of=named,
        place=place if key != UNTOLD else None,
        side=side,
        incidents=len(items),
        killed=total,
        civilians=added(civilians),
        injured=added(injured),
        likely=likely,
        interval=int(rules("simulation")["interval"]),
        since=min(starts, default=None),
        until=max(days, default=None),
        flags=tuple(sorted({flag for one in tolls for flag in one.flags if flag in DOUBTFUL})),
        claims=tuple(dict.fromkeys(claim for one in tolls for claim in one.claims)),
        why=why(named, total, likely, tolls),
    )


def simulated(every: Sequence[Bounds]) -> tuple[int, int | None]:
    """The ends of the interval of independent draws: above or below an incident's best, as likely.

    An open high is drawn at the best, so that the lower end holds; the upper end is then open.
    """
    import numpy

    told = rules("simulation")
    fixed = sum(one.best for one in every if one.high is None or one.low == one.high)
    loose = sorted((o.low, o.best, o.high) for o in every if o.high is not None and o.low < o.high)
    size = int(told["draws"])
    drawn = numpy.full(size, float(fixed))
    dice = numpy.random.Generator(numpy.random.PCG64(int(told["seed"])))
    for low, best, high in loose:
        down = dice.triangular(low, best, best, size) if low < best else best
        up = dice.triangular(best, best, high, size) if best < high else best
        drawn += numpy.where(dice.random(size) < 0.5, down, up)
    tail = (100 - int(told["interval"])) / 2
    lower, upper = (round(float(each)) for each in numpy.percentile(drawn, (tail, 100 - tail)))
    total = added(every)
    return max(lower, total.low), None if total.high is None else min(upper, total.high)


def why(named: str, total: Bounds, likely: tuple[int, int | None], tolls: Sequence[Toll]) -> str:
    """As in "5 incidents: 40 to 70 (best 52) killed; 2 of them rest on a word …"."""
    number, percent = len(tolls), int(rules("simulation")["interval"])
    text = f"{named}: {figure(total)} killed in {number} incident{'s' * (number != 1)} told of"
    upper = "open" if likely[1] is None else f"{likely[1]:,}"
    parts = [text, f"{percent} % of simulated sums lie between {likely[0]:,} and {upper}"]
    alone = sum(one.sources < 2 for one in tolls)
    said = [f"{alone} without a second independent source"] if alone else []
    for flag, words in DOUBTFUL.items():
        if size := sum(flag in one.flags for one in tolls):
            said.append(f"{size} {words}")
    if said:
        parts.append(f"of these {joined(said)}")
    return "; ".join([*parts, "totals of campaigns and periods are not added"])
