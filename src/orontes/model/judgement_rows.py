import json
from typing import get_args

from orontes.model.judgement import Anchor, Standing, Verdict, written
from orontes.model.rows import Row, claim_row

VERDICTS = frozenset(get_args(Verdict))


def judgement_row(one: Standing) -> Row:
    """The row of a judgement; ``state``, ``claims`` and ``note`` tell how it counts here."""
    made = one.judgement
    return {
        "id": made.id,
        "verdict": made.verdict,
        "claim": made.claim,
        "changes": {slot: json.loads(value) for slot, value in made.changes},
        "why": made.why,
        "user": made.user,
        "made": written(made.made),
        "state": one.state,
        "note": one.note,
        "claims": list(one.attached),
        "judged": [anchor_row(anchor) for anchor in made.anchors],
    }


def anchor_row(anchor: Anchor) -> Row:
    return claim_row(anchor.claim) | {"beside": list(anchor.beside)}
