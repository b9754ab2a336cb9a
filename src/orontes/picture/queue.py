"""Which claims an analyst should look at first: doubt times what rejecting one would change."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log10

from orontes.events.piece import said
from orontes.model.judgement import BY_HAND
from orontes.model.review import Doubtful, Effect
from orontes.model.rows import Row
from orontes.model.told import Told
from orontes.picture.doubt import Doubts
from orontes.picture.probe import Probe
from orontes.vocabulary.load import table

Rows = Mapping[str, Sequence[Row]]
WHAT = {"toll": "figure", "displaced": "movement", "routes": "way", "events": "event"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim with its copies, its doubt, and a bound of what it can change."""

    told: tuple[Told, ...]
    doubt: float
    reasons: tuple[str, ...]
    lost: tuple[Effect, ...]
    bound: float

    @property
    def claims(self) -> list[str]:
        return [one.claim.id for one in self.told]


def queue(
    told: Sequence[Told],
    probe: Probe,
    doubts: Doubts,
    rows: Rows,
    judged: frozenset[str] = frozenset(),
    at: date | None = None,
    top: int = 20,
) -> list[Doubtful]:
    """The ``top`` most urgent of the claims ``told``; those judged are left out.

    ``rows`` are the listings of the picture by name. What would change is only computed for as
    many claims as it takes to be sure of the first ones.
    """
    sole = resting(rows)
    made = [candidate(same, probe, doubts, sole) for same in repeated(told).values()]
    open_ = [one for one in made if not judged & set(one.claims)]
    found: list[Doubtful] = []
    for one in sorted(open_, key=lambda one: (-one.doubt * one.bound, one.claims[0])):
        if len(found) >= top and found[top - 1].urgency >= one.doubt * one.bound:
            break
        found.append(asked(one, probe, at))
        found.sort(key=lambda each: (-each.urgency, each.told.claim.id))
    return [one for one in found[:top] if one.urgency > 0]


def repeated(told: Sequence[Told]) -> dict[object, list[Told]]:
    """Claims with those that say the same in the same words, the original's first."""
    found: defaultdict[object, list[Told]] = defaultdict(list)
    for one in sorted(told, key=lambda one: one.source.id != one.root.id):
        if one.claim.reader != BY_HAND:
            found[said(one)].append(one)
    return dict(found)


def candidate(
    same: Sequence[Told], probe: Probe, doubts: Doubts, sole: Mapping[str, list[tuple[Row, str]]]
) -> Candidate:
    ids = [one.claim.id for one in same]
    doubt, reasons = doubts.of(same[0])
    lost = tuple(
        vanishing(name, row) for row, name in sole.get(ids[0], ()) if set(row["claims"]) <= set(ids)
    )
    bound = probe.bound(ids) + sum(one.moved for one in lost)
    return Candidate(tuple(same), doubt, reasons, lost, bound)


def resting(rows: Rows) -> dict[str, list[tuple[Row, str]]]:
    """The rows of the picture by the claims on which they rest."""
    found: defaultdict[str, list[tuple[Row, str]]] = defaultdict(list)
    for name, listed in rows.items():
        for row in listed:
            for claim in row["claims"]:
                found[claim].append((row, name))
    return found


def vanishing(name: str, row: Row) -> Effect:
    """A row that no other claim would carry."""
    weight: float = table("review")["row"][name]
    count = row.get("count")
    number = (count.get("low") or count.get("high") or 0) if count else 0
    if name in ("toll", "displaced"):
        weight *= min(1.0, log10(number + 1) / 3)
    place = row.get("place")
    where = f" at {place['name']}" if place else ""
    people = f" of {number:,}" if number else ""
    kind = row.get("kind") or row.get("state")
    return Effect(weight, f"{WHAT[name]} lost: {kind}{people}{where}")


def asked(one: Candidate, probe: Probe, at: date | None) -> Doubtful:
    moved = probe.effects(dict.fromkeys(one.claims), at) if probe.touched(one.claims) else []
    effects = (*moved, *one.lost)
    consequence = sum(effect.moved for effect in effects)
    return Doubtful(
        one.told[0], tuple(one.claims[1:]), one.doubt, one.reasons, consequence, effects
    )
