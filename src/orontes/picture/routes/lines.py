"""Claims about ways themselves: cut, open, threatened, closed. Which stretches each is about."""

from collections.abc import Iterable, Sequence

from orontes.events.keys import place_key
from orontes.model.told import Told
from orontes.picture.routes.graph import Point
from orontes.picture.routes.rules import figure
from orontes.picture.routes.tellings import SAID, distances

Leg = tuple[str, str, Sequence[Point]]
"""The keys of the places at its ends, and its shape."""


def told_of_legs(counted: Iterable[Told], legs: Sequence[Leg]) -> list[tuple[str, ...]]:
    """For each leg of a way the claims about it, in order of publication.

    A claim that names a place on the line is about the leg there ("cut near Nabk"); one that
    names two places only is about all between them.
    """
    found: list[list[str]] = [[] for _ in legs]
    for told in sentences(counted):
        for number in legs_of(told, legs):
            found[number] += [one.claim.id for one in told[:1]]
    return [tuple(dict.fromkeys(ids)) for ids in found]


def sentences(counted: Iterable[Told]) -> list[list[Told]]:
    """Claims of one kind from one sentence, which the reader may have parted by place."""
    groups: dict[tuple[object, ...], list[Told]] = {}
    for one in counted:
        claim = one.claim
        if claim.kind.startswith("route.") and claim.stance in SAID:
            groups.setdefault((claim.doc, claim.kind, claim.start, claim.end), []).append(one)
    return list(groups.values())


def legs_of(told: Sequence[Told], legs: Sequence[Leg]) -> list[int]:
    ends = {place_key(place) for one in told for place in one.claim.route}
    spots = [one.claim.place for one in told if one.claim.place]
    there = [(p.lat, p.lon) for p in spots if p.lat is not None and place_key(p) not in ends]
    if there:
        return [number for number, leg in enumerate(legs) if passes(there, leg)]
    keys = [legs[0][0], *(leg[1] for leg in legs)] if legs else []
    reached = sorted(keys.index(key) for key in ends if key in keys)
    return list(range(reached[0], reached[-1])) if len(reached) > 1 else []


def passes(points: Sequence[tuple[float | None, float | None]], leg: Leg) -> bool:
    import numpy as np

    away = distances(np.array(points, dtype=float), leg[2])
    return bool((away <= figure("report", "beside")).any())
