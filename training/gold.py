"""``python -m training.gold FOLDER [--fold N]``: own sentences as a gold set for score_claims.py.

Writes input.jsonl and gold.jsonl of one fold: text that neither the rules nor the weights of that
fold were made with.
"""

import argparse
import json
from pathlib import Path
from typing import Any

from training.folds import number
from training.tasks.sentences import Marked, sentences

SCORED = {"actor": "actor", "target": "target", "place": "place", "said_by": "said_by"}


def row(doc: str, rank: int, text: str, claim: Marked) -> dict[str, Any]:
    start, end = claim.span
    slots: dict[str, list[str]] = {}
    for name, first, last in claim.slots:
        if name in SCORED:
            slots.setdefault(name, []).append(text[first:last])
    stances = [claim.stance] + ["attributed"] * (claim.stance == "asserted")
    stances += ["asserted"] * (claim.stance in {"attributed", "past"})
    return {
        "id": f"{doc}#{rank}",
        "doc": doc,
        "kinds": [claim.kind],
        "anchor": text[start:end],
        "start": start,
        "end": end,
        **{name: slots.get(name) for name in SCORED},
        "count": None,
        "stance": stances,
    }


def write(folder: Path, fold: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    held = [(t, claims) for t, claims in sentences(None) if number(t) == fold]
    with (folder / "input.jsonl").open("w") as inputs, (folder / "gold.jsonl").open("w") as gold:
        for rank, (text, claims) in enumerate(held):
            doc = f"own-{rank}"
            inputs.write(json.dumps({"id": doc, "text": text}) + "\n")
            for place, claim in enumerate(claims):
                gold.write(json.dumps(row(doc, place, text, claim)) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.gold")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fold", type=int, default=0)
    args = parser.parse_args()
    write(args.folder, args.fold)


if __name__ == "__main__":
    main()
