"""What the marked source does to the marked target, by PLOVER root: plv and own sentences."""

import re
from collections.abc import Iterator
from pathlib import Path

from orontes.encoder.labels import ROOTS
from training.example import Example
from training.tasks.re3d import pair_example
from training.tasks.read import own_lines, training

TAG = re.compile(r"</?[st]>")


def examples(gold: Path, held: int | None) -> Iterator[Example]:
    for row, known in training(gold, "plv", held, size=5):
        yield from labelled(row["marked"], known["root"])


def own() -> Iterator[Example]:
    for line in own_lines("pairs*.tsv"):
        root, _, sentence = line.partition("\t")
        yield from labelled(sentence, root)


def labelled(sentence: str, root: str) -> Iterator[Example]:
    text, spans = untagged(sentence)
    example = pair_example(text, spans["s"], spans["t"])
    if example is not None:
        example.label["root"] = ROOTS.index(root)
        yield example


def untagged(sentence: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The sentence without tags, and where the tagged parties stand in it."""
    spans: dict[str, tuple[int, int]] = {"s": (0, 0), "t": (0, 0)}
    removed = 0
    for tag in TAG.finditer(sentence):
        at, party = tag.start() - removed, tag.group().strip("</>")
        spans[party] = (spans[party][0], at) if tag.group()[1] == "/" else (at, at)
        removed += len(tag.group())
    return TAG.sub("", sentence), spans
