"""Toponyms of the four geoparsing corpora, in chunks."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from orontes.encoder.chunks import chunks
from orontes.encoder.pieces import pieces
from training.example import Example, blank, paint
from training.folds import folds, sharing
from training.tasks.read import rows, untouched

CORPORA = ("lgl", "trnews", "gwn", "geovirus")


def examples(gold: Path, held: int | None) -> Iterator[Example]:
    texts = {
        row["id"]: row["text"]
        for corpus in CORPORA
        for row in rows(gold / f"places_{corpus}" / "open.input.jsonl")
    }
    spans = defaultdict(list)
    for corpus in CORPORA:
        for row in rows(gold / f"places_{corpus}" / "open.gold.jsonl"):
            spans[row["doc"]].append((row["start"], row["end"]))
    fold = folds(texts, 8)
    banned = sharing(texts, untouched(gold))
    for name, text in texts.items():
        if name in banned or fold[name] == held:
            continue
        for start, end in chunks(text):
            found = pieces(text[start:end])
            tags = blank(found, "toponym")
            inside = [(a - start, b - start) for a, b in spans[name] if start <= a < end]
            paint(tags, found, 0, inside)
            yield Example(found.ids, {"toponym": tags})
