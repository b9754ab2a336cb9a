"""The type of event that a snippet tells of: case2021 and own snippets."""

from collections.abc import Iterator
from pathlib import Path

from orontes.encoder.labels import TYPES
from orontes.encoder.pieces import pieces
from training.example import Example
from training.tasks.read import own_lines, training


def examples(gold: Path, held: int | None) -> Iterator[Example]:
    for row, known in training(gold, "case2021", held, size=5):
        yield labelled(row["text"], known["type"])


def own() -> Iterator[Example]:
    for line in own_lines("types*.tsv"):
        name, _, text = line.partition("\t")
        yield labelled(text, name)


def labelled(text: str, name: str) -> Example:
    return Example(pieces(text).ids, label={"type": TYPES.index(name)})
