"""``python -m training.measure WEIGHTS [SET …] [--fold N]``: figures on the fold not trained on.

WEIGHTS is an exported folder. Prints, a set a line, the figures of the bench with a 90 % bootstrap
interval over items (seeded), for weights that were trained with ``--hold N``.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from training.folds import folds
from training.tasks.places import CORPORA
from training.tasks.read import rows

SHINGLE = {"event_location": 5, "plv": 5, "case2021": 5}
SETS = ("event_location", "plv", "case2021", "re3d", "muc4", *(f"places_{c}" for c in CORPORA))
RESAMPLES = 50


def held_ids(gold: Path, name: str, fold: int) -> set[str]:
    """Ids of a set's fold, near-copies together; the four places corpora fold as one."""
    names = [f"places_{c}" for c in CORPORA] if name.startswith("places_") else [name]
    texts = {r["id"]: r["text"] for one in names for r in rows(gold / one / "open.input.jsonl")}
    return {i for i, number in folds(texts, SHINGLE.get(name, 8)).items() if number == fold}


def cut(source: Path, out: Path, kept: set[str]) -> None:
    """The rows of a file whose document is kept."""
    lines = [
        json.dumps(row, ensure_ascii=False)
        for row in rows(source)
        if str(row.get("doc") or row["id"]) in kept
    ]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.measure")
    parser.add_argument("weights", type=Path)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--resamples", type=int, default=RESAMPLES)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    args = parser.parse_args()
    os.environ["ORONTES_WEIGHTS"] = str(args.weights)
    for name in args.sets:
        print(name, "; ".join(measure(args.gold, name, args.fold, args.resamples)), flush=True)


def measure(gold: Path, name: str, fold: int, resamples: int) -> list[str]:
    from bench.predict import predict
    from bench.sets import SETS as KNOWN

    one = next(known for known in KNOWN if known.name == name)
    kept = held_ids(gold, name, fold)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for part in ("input", "gold"):
            cut(gold / name / f"open.{part}.jsonl", folder / f"open.{part}.jsonl", kept)
        out = folder / "predictions.jsonl"
        predict(one.adapter, folder / "open.input.jsonl", out)
        scorers = [(gold / "score" / command[0], command[1:]) for command in one.scorers]
        point = figures(one, scorers, folder, out)
        again = [
            figures(one, scorers, *resampled(folder, out, kept, Path(scratch), seed))
            for seed in range(resamples)
        ]
    told = []
    for heading, value in point.items():
        spread = sorted(r[heading] for r in again if r.get(heading) is not None) or [value]
        low, high = spread[len(spread) // 20], spread[-1 - len(spread) // 20]
        told.append(f"{heading} {value} [{low}–{high}]")
    return [f"{len(kept)} items", *told]


def resampled(
    folder: Path, out: Path, kept: set[str], scratch: Path, seed: int
) -> tuple[Path, Path]:
    """The fold drawn again with replacement; an item drawn twice counts twice under two names."""
    names = sorted(kept)
    drawn = random.Random(seed).choices(names, k=len(names))
    target = scratch / "again"
    target.mkdir(exist_ok=True)
    for source, made in (
        (folder / "open.input.jsonl", target / "open.input.jsonl"),
        (folder / "open.gold.jsonl", target / "open.gold.jsonl"),
        (out, target / "predictions.jsonl"),
    ):
        by_doc: dict[str, list[dict[str, Any]]] = {}
        for row in rows(source):
            by_doc.setdefault(str(row.get("doc") or row["id"]), []).append(row)
        lines = []
        for rank, name in enumerate(drawn):
            for row in by_doc.get(name, []):
                key = "doc" if "doc" in row else "id"
                lines.append(json.dumps(row | {key: f"{name}#{rank}"}))
        made.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return target, target / "predictions.jsonl"


def figures(
    one: Any, scorers: list[tuple[Path, tuple[str, ...]]], folder: Path, out: Path
) -> dict[str, float]:
    from bench.run import figure

    told = [
        subprocess.run(
            [
                sys.executable,
                str(scorer),
                *(
                    part.format(
                        gold=folder / "open.gold.jsonl",
                        pred=out,
                        input=folder / "open.input.jsonl",
                        folder=folder,
                        root=scorer.parents[1],
                    )
                    for part in rest
                ),
            ],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for scorer, rest in scorers
    ]
    found = {}
    for heading, where in one.figures:
        values = [value for text in told if (value := figure(text, where)) is not None]
        if values:
            found[heading] = float(values[0].split()[0])
    return found


if __name__ == "__main__":
    main()
