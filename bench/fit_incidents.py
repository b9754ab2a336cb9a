"""Fit the weights of ``vocabulary/incidents.toml`` to the open half of MUC-4.

``python -m bench.fit_incidents [GOLD]`` prints the weights and, out of fold (five folds by
document), the F1 of days, places and tolls over the texts that tell of an incident. A logistic
regression over every candidate; those that only optional templates hold are left out.
"""

import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib import util
from pathlib import Path
from typing import Any

import numpy as np

from bench.predict import read_rows
from orontes.incidents import days, places, tolls
from orontes.incidents.scene import Scene, scene
from orontes.places.names import fold
from orontes.reading import read

FOLDS, RIDGE, STEPS = 5, 1.0, 30
THRESHOLDS = np.arange(0.15, 0.7, 0.025)
Row = tuple[Any, dict[str, float]]
Document = tuple[str, set[Any], set[Any], list[Row]]
Array = Any


def of_days(told: Scene) -> list[Row]:
    return [(str(when.latest), figures) for when, figures in days.candidates(told).items()]


def of_places(told: Scene) -> list[Row]:
    return [(fold(name), figures) for name, figures in places.candidates(told).values()]


def of_tolls(told: Scene) -> list[Row]:
    return list(tolls.candidates(told).items())


def day_fits(gold: Any, told: str) -> bool:
    return any(low <= told <= high for low, high in gold)


QUESTIONS: dict[str, tuple[Callable[[Scene], list[Row]], str, Callable[[Any, Any], bool]]] = {
    "dates": (of_days, "gold_dates", day_fits),
    "places": (of_places, "places", lambda gold, told: told in gold),
    "toll": (of_tolls, "toll", lambda gold, told: bool(gold == told)),
}


def scorer(gold: Path) -> Any:
    spec = util.spec_from_file_location("score", gold / "score" / "score_muc4_facts.py")
    assert spec and spec.loader
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answers(score: Any, question: str, templates: list[Any], optional: bool) -> set[Any]:
    found: set[Any] = set()
    for template in templates:
        if bool(template["optional"]) == optional:
            told = getattr(score, QUESTIONS[question][1])(template)
            found |= told if question == "toll" else {told}
    return found - {(), frozenset()}


def documents(gold: Path, question: str, scenes: dict[str, Scene]) -> Iterator[Document]:
    score = scorer(gold)
    for row in read_rows(gold / "muc4" / "open.gold.jsonl"):
        if row["id"] in scenes:
            must, may = (answers(score, question, row["templates"], o) for o in (False, True))
            yield row["id"], must, may, QUESTIONS[question][0](scenes[row["id"]])


def fitted(figures: Array, right: Array) -> Array:
    """Newton's method for a ridge logistic regression."""
    weights = np.zeros(figures.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-figures @ weights))
        slope = figures.T @ (chance - right) + RIDGE * weights
        bend = (figures.T * (chance * (1 - chance) + 1e-6)) @ figures + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights


def f1(question: str, found: list[Document], chances: list[Array], threshold: float) -> float:
    fits = QUESTIONS[question][2]
    hit = good = given = wanted = 0
    for (_, must, may, rows), chance in zip(found, chances, strict=True):
        told = {rows[i][0] for i in range(len(rows)) if chance[i] >= threshold}
        right = {one for one in told if any(fits(gold, one) for gold in must)}
        hit += sum(any(fits(gold, one) for one in told) for gold in must)
        good += len(right)
        given += len(told) - sum(any(fits(g, one) for g in may) for one in told - right)
        wanted += len(must)
    precision, recall = good / max(given, 1), hit / max(wanted, 1)
    return 200 * precision * recall / max(precision + recall, 1e-9)


def fit(question: str, found: list[Document]) -> None:
    fits = QUESTIONS[question][2]
    names = sorted({name for *_, rows in found for _, figures in rows for name in figures})
    matrices = [
        np.array([[f.get(n, 0.0) for n in names] for _, f in rows]).reshape(-1, len(names))
        for *_, rows in found
    ]
    right = [
        np.array([label(fits, must, may, told) for told, _ in rows]) for _, must, may, rows in found
    ]
    folds = [int(sha256(name.encode()).hexdigest(), 16) % FOLDS for name, *_ in found]
    chances: list[Array] = [np.array([])] * len(found)
    for fold_out in range(FOLDS):
        weights = trained(matrices, right, [one != fold_out for one in folds])
        for i, one in enumerate(folds):
            if one == fold_out:
                chances[i] = 1 / (1 + np.exp(-matrices[i] @ weights))
    best, threshold = max((f1(question, found, chances, t), float(t)) for t in THRESHOLDS)
    print(f"# {question}: F1 {best:.1f} out of fold, threshold {threshold:.3f}\n[{question}]")
    for name, weight in zip(names, trained(matrices, right, [True] * len(found)), strict=True):
        if abs(weight) >= 0.005:
            print(f"{name} = {weight:.2f}")
    print()


def label(fits: Callable[[Any, Any], bool], must: set[Any], may: set[Any], told: Any) -> float:
    """1 for right, 0 for wrong, -1 for what only an optional template holds."""
    if any(fits(gold, told) for gold in must):
        return 1.0
    return -1.0 if any(fits(gold, told) for gold in may) else 0.0


def trained(matrices: list[Array], right: list[Array], used: list[bool]) -> Array:
    figures = np.concatenate([m for m, use in zip(matrices, used, strict=True) if use])
    labels = np.concatenate([r for r, use in zip(right, used, strict=True) if use])
    return fitted(figures[labels >= 0], labels[labels >= 0])


def main(gold: Path) -> None:
    told = {
        row["id"]
        for row in read_rows(gold / "muc4" / "open.gold.jsonl")
        if any(not template["optional"] for template in row["templates"])
    }
    texts = {r["id"]: r["text"] for r in read_rows(gold / "muc4" / "open.input.jsonl")}
    scenes = {name: scene(texts[name], read(texts[name])) for name in sorted(told)}
    for question in QUESTIONS:
        fit(question, list(documents(gold, question, scenes)))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/gold"))
