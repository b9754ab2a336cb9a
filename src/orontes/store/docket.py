"""All judgements as they count now: undone, overruled, without a claim, or in force.

The order is that of the moments at which they were made, whatever case they were made in.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from orontes.model.claim import Claim
from orontes.model.judgement import Judgement, Standing
from orontes.model.told import Told
from orontes.store.judging import corrected
from orontes.store.pairs import Pairs, consistent
from orontes.store.reattach import Found, reattach

NO_PAIRS = Pairs()
READING = frozenset({"accept", "reject", "correct"})


@dataclass(frozen=True, slots=True)
class Docket:
    """Every judgement with its state, by the moment; ``pairs`` are what merges and splits leave."""

    standings: tuple[Standing, ...] = ()
    pairs: Pairs = NO_PAIRS

    @property
    def in_force(self) -> list[Standing]:
        return [one for one in self.standings if one.state == "in force"]


def docket(judgements: Iterable[Judgement], claims: Sequence[Claim]) -> Docket:
    """``claims`` are those of the judged reports as read last."""
    by_report: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.doc].append(claim)
    ordered = sorted(judgements, key=lambda one: (one.made, one.id))
    undone = undoings(ordered)
    standings = [standing(one, undone.get(one.id), by_report) for one in ordered]
    standings = overruled(standings)
    pairs, lost = consistent([one for one in standings if one.state == "in force"])
    return Docket(
        tuple(
            replace(one, state="overruled", note=lost[one.judgement.id])
            if one.judgement.id in lost
            else one
            for one in standings
        ),
        pairs,
    )


def undoings(ordered: Sequence[Judgement]) -> dict[str, Judgement]:
    """The undo that counts, by the judgement that it undoes; an undo may itself be undone."""
    found: dict[str, Judgement] = {}
    for one in reversed(ordered):
        if one.verdict == "undo" and one.id not in found:
            found.setdefault(one.claim, one)
    return found


def standing(
    one: Judgement, undone: Judgement | None, by_report: dict[str, list[Claim]]
) -> Standing:
    changes = one.changes if one.verdict == "correct" else ()
    found = [
        reattach(anchor, by_report.get(anchor.claim.doc, ()), changes) for anchor in one.anchors
    ]
    claims = tuple(each.claim for each in found)
    if undone:
        return Standing(one, "undone", claims, f"by {undone.user}: {undone.why}")
    if one.verdict != "undo" and is_orphan(one, found):
        return Standing(one, "orphan", claims, reason(found))
    return Standing(one, "in force", claims, reason(found) if None in claims else "")


def is_orphan(one: Judgement, found: Sequence[Found]) -> bool:
    """Whether too little of what it speaks of is left."""
    return not found or found[0].claim is None or (len(found) > 1 and not any(
        each.claim for each in found[1:]
    ))  # fmt: skip


def reason(found: Sequence[Found]) -> str:
    return "; ".join(dict.fromkeys(each.note for each in found if each.note)) or "no such claim"


def overruled(standings: Sequence[Standing]) -> list[Standing]:
    """With each word on the reading of a claim that a later one contradicts marked so."""
    later: defaultdict[str, list[Judgement]] = defaultdict(list)
    found: list[Standing] = []
    for one in reversed(standings):
        if one.state != "in force" or one.judgement.verdict not in READING:
            found.append(one)
            continue
        words, claim = one.judgement, one.attached[0]
        other = next((each for each in later[claim] if contradicts(each, words)), None)
        later[claim].append(words)
        note = f"by {other.user}: {other.verdict}, {other.why}" if other else one.note
        found.append(replace(one, state="overruled", note=note) if other else one)
    return found[::-1]


def contradicts(later: Judgement, earlier: Judgement) -> bool:
    """An acceptance leaves earlier corrections as they are; a correction brings a claim back."""
    if earlier.verdict != "correct":
        return later.verdict != earlier.verdict
    if later.verdict == "correct":
        return {slot for slot, _ in earlier.changes} <= {slot for slot, _ in later.changes}
    return later.verdict == "reject"


def judged(told: Sequence[Told], ruled: Docket) -> list[Told]:
    """Rejected claims left out, corrections carried through, what is undone not there."""
    if not ruled.standings:
        return list(told)
    out: set[str] = set()
    changes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one in ruled.standings:
        verdict, state = one.judgement.verdict, one.state
        if (verdict, state) in {("reject", "in force"), ("control", "undone")}:
            out.update(one.attached)
        elif verdict == "correct" and state == "in force":
            changes[one.attached[0]].update(one.judgement.changes)
    return [
        replace(one, claim=corrected(one.claim, changes[one.claim.id].items()))
        if one.claim.id in changes
        else one
        for one in told
        if one.claim.id not in out
    ]


def values(changes: Iterable[tuple[str, str]]) -> dict[str, object]:
    """The changes of a judgement with their JSON read."""
    return {slot: json.loads(value) for slot, value in changes}
