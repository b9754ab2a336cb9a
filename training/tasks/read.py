"""The open gold sets, as rows; ids and shared texts decide what trains."""

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from training.folds import folds, sharing

Row = dict[str, Any]
SENTENCES = Path(__file__).parents[1] / "sentences"


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def pairs(gold: Path, name: str) -> list[tuple[Row, Row]]:
    """Input and gold rows of a set, by id."""
    known = {row["id"]: row for row in rows(gold / name / "open.gold.jsonl")}
    return [(row, known[row["id"]]) for row in rows(gold / name / "open.input.jsonl")]


@cache
def untouched(gold: Path) -> tuple[str, ...]:
    """Texts of the claims gold, which never train."""
    files = [gold / name / "open.input.jsonl" for name in ("claims", "hama")]
    return tuple(row["text"] for file in files for row in rows(file))


def training(gold: Path, name: str, held: int | None, size: int = 8) -> Iterator[tuple[Row, Row]]:
    """The pairs of a set that may train: not of the held fold, not of the claims gold."""
    both = pairs(gold, name)
    texts = {row["id"]: row["text"] for row, _ in both}
    fold = folds(texts, size)
    banned = sharing(texts, untouched(gold))
    for row, known in both:
        if row["id"] not in banned and (held is None or fold[row["id"]] != held):
            yield row, known


def own_lines(pattern: str) -> list[str]:
    """Lines of own sentences, file after file; ``$ORONTES_SENTENCES`` names one subfolder."""
    part = os.environ.get("ORONTES_SENTENCES", "*")
    return [
        line
        for file in sorted(SENTENCES.glob(f"{part}/{pattern}"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
