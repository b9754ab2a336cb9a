"""When a text's incidents happened: every time that it tells, and the day of its dateline."""

from collections import defaultdict
from math import log1p

from orontes.incidents.scene import Scene, Time
from orontes.incidents.weighing import Figures
from orontes.model.when import When

AGES = ((0, 0), (1, 1), (2, 3), (4, 10), (11, 30), (31, 150), (151, 999), (1000, 99999))
NOT_AT = frozenset({"since", "until", "till", "by", "before", "from", "after", "for", "to"})
LEAD = 2


def candidates(told: Scene) -> dict[When, Figures]:
    by_when: dict[When, list[Time]] = defaultdict(list)
    for time in told.times:
        if time.sentence >= told.head and time.when.earliest and time.when.latest:
            by_when[time.when].append(time)
    if told.day:
        by_when.setdefault(When.on(told.day), [])
    violent = [t for times in by_when.values() for t in times if told.weight(t.sentence) == 2]
    cued = [t for times in by_when.values() for t in times if told.weight(t.sentence) == 1]
    found = {}
    for when, times in by_when.items():
        rivals = {t.when for t in violent} - {when}
        figures = of_times(told, times) | of_day(told, when)
        figures["claims"] = log1p(sum(claim.when == when for _, claim in told.violent))
        figures["first"] = float(bool(violent) and violent[0].when == when)
        figures["first_cued"] = float(not violent and bool(cued) and cued[0].when == when)
        figures["rivals"] = log1p(len(rivals))
        if told.day and when == When.on(told.day):
            figures["dateline"] = 1
            figures["dateline_untold"] = float(not times)
            figures["dateline_rivals"] = log1p(len(rivals))
            figures["dateline_alone"] = float(not rivals)
        found[when] = figures
    return found


def of_times(told: Scene, times: list[Time]) -> Figures:
    weights = [told.weight(time.sentence) for time in times]
    lead = [t for t in times if t.sentence < told.head + LEAD]
    return {
        "bias": 1,
        "violent": log1p(weights.count(2)),
        "cued": log1p(weights.count(1)),
        "plain": log1p(weights.count(0)),
        "in_violent": float(2 in weights),
        "in_cued": float(1 in weights),
        "lead": float(bool(lead)),
        "lead_violent": float(any(told.weight(t.sentence) == 2 for t in lead)),
        "early": 1 / (1 + min((t.sentence - told.head for t in times), default=99)),
        "hangs_1": float(any(t.hangs <= 1 for t in times)),
        "hangs": float(any(t.hangs < 9 for t in times)),
        "near": max((1 / (1 + t.apart) for t in times), default=0),
        "bounded": float(bool(times) and all(NOT_AT & set(t.before.split()) for t in times)),
    }


def of_day(told: Scene, when: When) -> Figures:
    figures = {when.precision: 1.0}
    if told.day is None or when.latest is None:
        return figures | {"undated": 1.0}
    age = (told.day - when.latest).days
    if age < 0:
        return figures | {"future": 1.0}
    name = next(f"age_{low}" for low, high in AGES if low <= age <= high)
    return figures | {name: 1.0}
