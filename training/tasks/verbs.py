"""event_location: the place where the event of a marked verb happened."""

from collections.abc import Iterator
from pathlib import Path

from orontes.encoder.labels import SLOTS
from orontes.encoder.pieces import pieces
from training.example import IGNORE, Example, blank, paint
from training.tasks.read import training

PLACE = SLOTS.index("place")


def examples(gold: Path, held: int | None) -> Iterator[Example]:
    for row, known in training(gold, "event_location", held, size=5):
        verb = row["verb"]
        found = pieces(row["text"], [(verb["start"], "<v>"), (verb["end"], "</v>")])
        tags = blank(found, "slot", IGNORE)
        tags[:, PLACE] = 0
        paint(tags, found, PLACE, [(one["start"], one["end"]) for one in known["locations"]])
        yield Example(found.ids, {"slot": tags}, marks=found.marks)
