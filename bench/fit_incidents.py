"""Fit the weights of ``vocabulary/incidents.toml`` to the open half of MUC-4.

``python -m bench.fit_incidents [GOLD] [--write]`` reads the texts that tell of an incident, ten
to twenty minutes on one core, and prints the F1 of days, places and tolls over them, out of fold:
five folds by the hash of the id, near-copies together (``training.folds``). With ``--write`` the
tables and thresholds of the vocabulary are written anew; without, they are printed. ``--leave N``
leaves fold N out of the weights, for figures on it that owe it nothing.

The trained reader has seen most of these texts. ``ORONTES_WEIGHTS=FOLDER`` with weights of
``python -m training.train OUT --hold 0`` makes fold 0 unseen by both: read that column.

A ridge logistic regression over every candidate; those that only optional templates hold are left
out. ``--scenes FILE`` keeps the texts as read there, to fit again in a minute.
"""

import argparse
import pickle
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np

from bench.incident_facts import QUESTIONS, Document, documents, f1, label, likeliest
from bench.predict import read_rows
from orontes.incidents.scene import Scene, scene
from orontes.reading import read
from orontes.vocabulary import load
from training.folds import FOLDS, folds

RIDGE, STEPS = 1.0, 30
THRESHOLDS = np.arange(0.15, 0.7, 0.025)
SHINGLE = 8
BEGIN = "# What speaks for a day"
Array = Any
Tables = dict[str, dict[str, float]]


def fitted(figures: Array, right: Array) -> Array:
    """Newton's method for a ridge logistic regression."""
    weights = np.zeros(figures.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-figures @ weights))
        slope = figures.T @ (chance - right) + RIDGE * weights
        bend = (figures.T * (chance * (1 - chance) + 1e-6)) @ figures + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights


def trained(question: str, found: list[Document]) -> Tables:
    """The weights of each table that the question asks."""
    by_table: dict[str, list[tuple[dict[str, float], float]]] = {}
    for one in found:
        for row in one.rows:
            by_table.setdefault(row.table, []).append((row.figures, label(question, one, row.told)))
    tables = {}
    for table, rows in sorted(by_table.items()):
        kept = [(figures, right) for figures, right in rows if right >= 0]
        names = sorted({name for figures, _ in kept for name in figures})
        matrix = np.array([[figures.get(n, 0.0) for n in names] for figures, _ in kept])
        weights = fitted(matrix, np.array([right for _, right in kept]))
        tables[table] = dict(zip(names, map(float, weights), strict=True))
    return tables


def weighed(found: list[Document], tables: Tables) -> list[list[float]]:
    return [
        [1 / (1 + np.exp(-dot(tables[row.table], row.figures))) for row in one.rows]
        for one in found
    ]


def dot(weights: dict[str, float], figures: dict[str, float]) -> float:
    return sum(weights.get(name, 0.0) * size for name, size in figures.items())


def fit(question: str, found: list[Document], left: int | None) -> tuple[float, Tables]:
    """The best threshold out of fold, and the weights of all folds but ``left``."""
    chances: dict[str, list[float]] = {}
    for fold in range(FOLDS):
        tables = trained(question, [one for one in found if one.fold != fold])
        held = [one for one in found if one.fold == fold]
        chances |= dict(zip((one.id for one in held), weighed(held, tables), strict=True))
    used = [one for one in found if one.fold != left]
    best = max(THRESHOLDS, key=lambda t: f1(question, likeliest(question, used, chances, t)))
    told = likeliest(question, found, chances, best)
    by_fold = [f1(question, [one for one in told if one[0].fold == n]) for n in range(FOLDS)]
    print(
        f"{question}: F1 {f1(question, told):.1f} out of fold, threshold {best:.3f};",
        "by fold",
        *(f"{one:.1f}" for one in by_fold),
        flush=True,
    )
    return float(best), trained(question, used)


def written(thresholds: dict[str, float], least: dict[str, float], tables: Tables) -> str:
    """The part of ``incidents.toml`` that is fitted."""
    parts = {"thresholds": thresholds, "least": least, **tables}
    lines = [
        f"{BEGIN}, a place or a number: natural logarithms of odds, summed",
        "# (`python -m bench.fit_incidents`).",
    ]
    for heading, values in parts.items():
        rounded = {name: round(value, 3) for name, value in values.items()}
        lines += ["", f"[{heading}]"]
        lines += [f"{name} = {value}" for name, value in rounded.items() if value]
    return "\n".join(lines) + "\n"


def scenes(gold: Path, kept: Path | None) -> dict[str, Scene]:
    """The texts with a required incident, read; ``kept`` holds them from one call to the next."""
    if kept and kept.is_file():
        found: dict[str, Scene] = pickle.loads(kept.read_bytes())
        return found
    told = {
        row["id"]
        for row in read_rows(gold / "muc4" / "open.gold.jsonl")
        if any(not template["optional"] for template in row["templates"])
    }
    texts = {r["id"]: r["text"] for r in read_rows(gold / "muc4" / "open.input.jsonl")}
    found = {}
    for number, name in enumerate(sorted(told), 1):
        found[name] = scene(texts[name], read(texts[name]))
        if number % 100 == 0:
            print(f"read {number} of {len(told)} texts", file=sys.stderr, flush=True)
    if kept:
        kept.write_bytes(pickle.dumps(found))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.fit_incidents", description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--leave", type=int, choices=range(FOLDS))
    parser.add_argument("--scenes", type=Path)
    args = parser.parse_args()
    told = scenes(args.gold, args.scenes)
    texts = {r["id"]: r["text"] for r in read_rows(args.gold / "muc4" / "open.input.jsonl")}
    by_fold = folds(texts, SHINGLE)
    thresholds: dict[str, float] = {}
    tables: Tables = {}
    for question in QUESTIONS:
        found = list(documents(args.gold, question, told, by_fold))
        thresholds[question], own = fit(question, found, args.leave)
        tables |= own
    known = load.table("incidents")
    text = written(thresholds, dict(known["least"]), tables)
    target = Path(load.__file__).parent / "incidents.toml"
    if args.write:
        old = target.read_text(encoding="utf-8")
        target.write_text(re.split(f"^{BEGIN}", old, flags=re.MULTILINE)[0] + text, "utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
