"""Fit the weights by which ``orontes.incidents.telling`` says whether a text tells of an incident.

``ORONTES_WEIGHTS=FOLDER python -m bench.fit_telling [GOLD] [--fold N] [--write]`` reads the texts
of MUC-4's fold N, some five minutes on one core. FOLDER holds weights of ``python -m
training.train OUT --hold N``: the reader's scores on texts that it trained on would weigh too much.

Prints relevance by the reader's surest type alone and by the fitted weights, out of fold within
the fold: five parts by the hash of the id, mean of eight hashes. Texts with optional templates
only are left out. ``--write`` puts the weights of all its texts into ``vocabulary/incidents.toml``.
"""

import argparse
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from bench.fit_incidents import fitted
from bench.predict import read_rows
from orontes.encoder.incidents import types
from orontes.incidents.telling import figures
from orontes.reading import read
from orontes.vocabulary import load
from training.measure import held_ids

PARTS, HASHES = 5, 8
NAMES = ("bias", "harm", "incident", "target", "victim")
THRESHOLDS = (0.35, 0.4, 0.45, 0.5, 0.55)
Array = Any


def texts(gold: Path, fold: int) -> Iterator[tuple[str, list[float], bool]]:
    """Id, figures in the order of ``NAMES``, and whether an incident is required of the text."""
    kept = held_ids(gold, "muc4", fold)
    told = {row["id"]: row["templates"] for row in read_rows(gold / "muc4" / "open.gold.jsonl")}
    for row in read_rows(gold / "muc4" / "open.input.jsonl"):
        required = any(not template["optional"] for template in told[row["id"]])
        if row["id"] in kept and (required or not told[row["id"]]):
            found = figures(row["text"], types(row["text"]), read(row["text"]))
            yield row["id"], [found[name] for name in NAMES], required


def chances(matrix: Array, weights: Array) -> Array:
    return 1 / (1 + np.exp(-matrix @ weights))


def unseen(ids: list[str], matrix: Array, right: Array, number: int) -> Array:
    """The chance of each text by weights of the parts that it is not in."""
    parts = [int(sha256(f"{number}{name}".encode()).hexdigest(), 16) % PARTS for name in ids]
    part, out = np.array(parts), np.zeros(len(ids))
    for one in range(PARTS):
        weights = fitted(matrix[part != one], right[part != one])
        out[part == one] = chances(matrix[part == one], weights)
    return out


def f1(told: Array, right: Array) -> float:
    return float(200 * (told * right).sum() / (told.sum() + right.sum()))


def written(weights: Array) -> None:
    target = Path(load.__file__).parent / "incidents.toml"
    text = target.read_text(encoding="utf-8")
    head, rest = text.split("[telling]\n", 1)
    own, *tail = re.split(r"\n(?=\[)", rest, maxsplit=1)
    for name, weight in zip(NAMES, weights, strict=True):
        own = re.sub(rf"^{name} = .*$", f"{name} = {round(float(weight), 3)}", own, flags=re.M)
    target.write_text(f"{head}[telling]\n" + "\n".join([own, *tail]), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.fit_telling", description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    ids, rows, required = zip(*texts(args.gold, args.fold), strict=True)
    matrix, right = np.array(rows), np.array(required, dtype=float)
    alone = f1(matrix[:, NAMES.index("incident")] >= 0, right)
    print(f"{len(ids)} texts; relevance F1 by the surest type alone {alone:.1f}; weighed:")
    out = [unseen(list(ids), matrix, right, number) for number in range(HASHES)]
    for least in THRESHOLDS:
        print(f"  from {least}: {np.mean([f1(one >= least, right) for one in out]):.1f}")
    weights = fitted(matrix, right)
    print(*(f"{name} = {weight:.3f}" for name, weight in zip(NAMES, weights, strict=True)))
    if args.write:
        written(weights)


if __name__ == "__main__":
    main()
