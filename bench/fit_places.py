"""Fit the weights of ``vocabulary/places/weights.toml`` to the open sets of given spans.

``python -m bench.fit_places [GOLD]`` prints the weights, and the accuracy within 161 km in and out
of fold (five folds by document, all four sets pooled). A softmax over each name's meanings, names
told once a document; the other names' meanings come from the weights before, so a few rounds.
"""

import sys
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from bench.predict import read_rows
from orontes.places import weighing
from orontes.places.candidates import candidates
from orontes.places.distance import km_between
from orontes.places.linking import links
from orontes.places.locate import sensed, settle
from orontes.reading import lexicon

SETS = ("lgl", "trnews", "gwn", "geovirus")
SCALES = ("amid_km", "beside_km")
HELD = ("namesake",)  # 161 km do not tell a town from the unit round it: set by hand
FOLDS, ROUNDS, STEPS, RATE, RIDGE = 5, 3, 400, 0.05, 0.002
KM = 161
Item = tuple[str, str, list[dict[str, float]], list[bool], int]


def items(corpus: str, gold: Path) -> list[Item]:
    """(corpus, document, figures of each meaning, whether it is right, times told)."""
    folder = gold / f"places_{corpus}"
    texts = {row["id"]: row["text"] for row in read_rows(folder / "open.input.jsonl")}
    by_doc: dict[str, list[Any]] = defaultdict(list)
    for row in read_rows(folder / "open.gold.jsonl"):
        by_doc[row["doc"]].append(row)
    return [item for doc, rows in by_doc.items() for item in of_document(corpus, texts[doc], rows)]


def of_document(corpus: str, text: str, rows: list[Any]) -> list[Item]:
    spans = [(row["start"], row["end"]) for row in rows]
    names = [text[start:end] for start, end in spans]
    gazetteer = lexicon().gazetteer
    found = {name: candidates(name, gazetteer) for name in dict.fromkeys(names)}
    asked, senses = sensed(names, found, links(text, spans))
    report = settle(senses, (), gazetteer)
    told: dict[Any, int] = defaultdict(int)
    for one, row in zip(asked, rows, strict=True):
        if row["lat"] is not None:
            told[one, row["lat"], row["lon"]] += 1
    done = []
    for (one, lat, lon), times in told.items():
        sense, context = senses[one], report.without(one.name)
        figures = [
            dict(weighing.plain_figures(option))
            | dict(weighing.told_figures(option, sense.said, context))
            | dict(weighing.near_figures(option.place, context))
            for option in sense.options
        ]
        right = [
            km_between(lat, lon, option.place.lat, option.place.lon) <= KM
            for option in sense.options
        ]
        done.append((corpus, rows[0]["doc"], figures, right, times))
    return done


def fold_of(document: str) -> int:
    return int(sha256(document.encode()).hexdigest(), 16) % FOLDS


def matrix(found: list[Item], names: list[str]) -> list[tuple[Any, Any, float]]:
    return [
        (
            np.array([[figure.get(name, 0.0) for name in names] for figure in figures]),
            np.array(right),
            times**0.5,
        )
        for _, _, figures, right, times in found
        if any(right) and not all(right)
    ]


def fit(found: list[Item], names: list[str]) -> dict[str, float]:
    """Adam on the likelihood of the right meanings, held towards the weights in force."""
    rows = matrix(found, names)
    free = np.array([name not in HELD for name in names])
    start = np.array([weighing.weight(name) for name in names])
    weights, mean, square = start.copy(), np.zeros(len(names)), np.zeros(len(names))
    size = sum(times for *_, times in rows)
    for step in range(1, STEPS + 1):
        slope = RIDGE * (weights - start)
        for table, right, times in rows:
            points = table @ weights
            likely = np.exp(points - points.max())
            good = likely * right
            slope -= times / size * ((good / good.sum() - likely / likely.sum()) @ table)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights - free * RATE * (mean / (1 - 0.9**step)) / (
            np.sqrt(square / (1 - 0.999**step)) + 1e-8
        )
    return dict(zip(names, weights.tolist(), strict=True))


def accuracy(found: list[Item], weights: dict[str, float]) -> dict[str, float]:
    good: dict[str, float] = defaultdict(float)
    every: dict[str, float] = defaultdict(float)
    for corpus, _, figures, right, times in found:
        points = [sum(weights.get(k, 0.0) * v for k, v in one.items()) for one in figures]
        every[corpus] += times
        good[corpus] += times * (bool(points) and right[points.index(max(points))])
    return {corpus: round(good[corpus] / every[corpus], 4) for corpus in every}


def main(gold: Path) -> None:
    names: list[str] = []
    for number in range(ROUNDS):
        found = [item for corpus in SETS for item in items(corpus, gold)]
        names = sorted({name for _, _, figures, _, _ in found for one in figures for name in one})
        print(f"round {number}: in force {accuracy(found, weighing.WEIGHTS)}", flush=True)
        if number == ROUNDS - 1:
            out_of_fold(found, names)
        weighing.WEIGHTS.update(fit(found, names))
    for name in [*names, *SCALES]:
        print(f"{name} = {round(weighing.WEIGHTS[name], 2)}")


def out_of_fold(found: list[Item], names: list[str]) -> None:
    told: dict[str, list[float]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fit([item for item in found if fold_of(item[1]) != fold], names)
        held = [item for item in found if fold_of(item[1]) == fold]
        for corpus, share in accuracy(held, weights).items():
            told[corpus].append(share)
    print("out of fold", {corpus: round(float(np.mean(told[corpus])), 4) for corpus in told})


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/gold"))
