"""re3d: what the words of a report name, and how two of them stand to each other.

Documents of the BBC (CC BY-NC) never train.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from orontes.encoder.chunks import chunks
from orontes.encoder.labels import ENTITIES, RELATIONS
from orontes.encoder.pieces import pieces
from training.example import IGNORE, Example, blank, covered, paint
from training.tasks.read import Row, own_lines, training

NOT_FREE = "BBC"
SURE = 0.5
REACH = 300
UNRELATED = 2


def documents(gold: Path, held: int | None) -> Iterator[tuple[Row, Row]]:
    for row, known in training(gold, "re3d", held):
        if NOT_FREE not in row["publisher"]:
            yield row, known


def entities(gold: Path, held: int | None) -> Iterator[Example]:
    yield from entity_examples(documents(gold, held))


def own_documents() -> list[tuple[Row, Row]]:
    """Own paragraphs, annotated in the manner of the set."""
    found = [json.loads(line) for line in own_lines("entities*.jsonl")]
    for row in found:
        for one in (*row["entities"], *row["relations"]):
            one["conf"] = 1.0
    return [(row, row) for row in found]


def entity_examples(both: Iterable[tuple[Row, Row]]) -> Iterator[Example]:
    for row, known in both:
        for start, end in chunks(row["text"]):
            found = pieces(row["text"][start:end])
            tags = blank(found, "entity")
            for sure in (False, True):
                for one in known["entities"]:
                    if (one["conf"] >= SURE) != sure or not start <= one["start"] < end:
                        continue
                    column, span = (
                        ENTITIES.index(one["type"]),
                        (one["start"] - start, one["end"] - start),
                    )
                    if sure:
                        paint(tags, found, column, [span])
                    else:
                        tags[covered(found, *span), column] = IGNORE
            yield Example(found.ids, {"entity": tags})


def relations(gold: Path, held: int | None) -> Iterator[Example]:
    yield from relation_examples(documents(gold, held))


def relation_examples(both: Iterable[tuple[Row, Row]], seed: int = 0) -> Iterator[Example]:
    """Pairs of entities in reach of each other: all related ones, twice as many unrelated."""
    random = Random(seed)
    for row, known in both:
        told = {
            (tuple(one["source"]), tuple(one["target"])): one["type"]
            for one in known["relations"]
            if one["conf"] >= SURE
        }
        unsure = {
            (tuple(one["source"]), tuple(one["target"]))
            for one in known["relations"]
            if one["conf"] < SURE
        }
        spans = sorted({(e["start"], e["end"]) for e in known["entities"] if e["conf"] >= SURE})
        free = [
            (one, other)
            for one in spans
            for other in spans
            if apart(one, other) and (one, other) not in told and (one, other) not in unsure
        ]
        none = random.sample(free, min(len(free), UNRELATED * len(told) + 4))
        for (one, other), kind in [*told.items(), *((pair, "none") for pair in none)]:
            example = pair_example(row["text"], one, other)
            if example is not None:
                example.label["relation"] = RELATIONS.index(kind)
                yield example


def apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return not (one[0] < other[1] and other[0] < one[1]) and abs(one[0] - other[0]) < REACH


def pair_example(text: str, source: tuple[int, ...], target: tuple[int, ...]) -> Example | None:
    """The sentences round the pair, with the pair in marks."""
    from orontes.encoder.pairs import marked

    found = marked(text, (source[0], source[1]), (target[0], target[1]))
    return Example(found.ids, marks=found.marks) if len(found.marks) == 4 else None
