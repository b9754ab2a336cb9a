"""Judgements applied to claims: they mend the reading, at every ``known`` (design, law 1)."""

import json
from collections.abc import Sequence
from dataclasses import replace

from orontes.model.judgement import Judgement
from orontes.model.rows import claim_of, claim_row
from orontes.model.told import Told


def judged(told: Sequence[Told], judgements: Sequence[Judgement]) -> list[Told]:
    """Rejected claims left out, corrections carried through; the last word on a claim counts."""
    last = {judgement.claim: judgement for judgement in judgements}
    kept = []
    for one in told:
        judgement = last.get(one.claim.id)
        if judgement is None or judgement.verdict == "accept":
            kept.append(one)
        elif judgement.verdict == "correct":
            kept.append(corrected(one, judgement))
    return kept


def corrected(told: Told, judgement: Judgement) -> Told:
    row = claim_row(told.claim)
    row |= {slot: json.loads(value) for slot, value in judgement.changes}
    return replace(told, claim=claim_of(row))
