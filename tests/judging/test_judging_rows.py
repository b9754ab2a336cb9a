"""Judgements and the queue as rows fit their schema in docs/schemas.json."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from orontes.case import Case
from orontes.model.picture_rows import row_of

ROOT = Path(__file__).parents[2]


def fit(name: str, items: list[object]) -> None:
    document = json.loads((ROOT / "docs" / "schemas.json").read_text(encoding="utf-8"))
    schema = {"$ref": f"#/$defs/{name}", "$defs": document["$defs"]}
    assert items
    for item in items:
        Draft202012Validator(schema).validate(json.loads(json.dumps(row_of(item))))


def test_rows_of_judgements_and_of_the_queue_fit_their_schemas(case: Case) -> None:
    claim, other = [event.claims[0] for event in case.events() if len(event.claims) == 1][:2]
    case.judge(claim, "correct", "a fight", changes=["when=2024-12-03", "place=Hama"])
    case.merge(claim, [other], "one")
    case.set_control("Rastan", "sdf", "2024-12-07", "2024-12-09", why="seen")
    case.undo(claim, "no")
    fit("judgements", list(case.judgements()))
    fit("review", list(case.review(top=30)))
    fit("claims", [one for one in case.claims() if one.claim.reader == "analyst"])
    fit("control", list(case.control()))
