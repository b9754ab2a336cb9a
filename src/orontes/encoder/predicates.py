"""Which words of a text carry which kind of claim."""

from dataclasses import dataclass

from orontes.encoder import model
from orontes.encoder.document import document
from orontes.encoder.labels import KINDS


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word at ``start`` to ``end`` that carries a kind of claim, and how likely."""

    start: int
    end: int
    kind: str
    score: float


def predicates(text: str, least: float) -> list[Predicate]:
    """Words and kinds likelier than ``least``, in order of the text."""
    found = []
    for chunk in document(text):
        likely = model.kinds(chunk.states)
        last = -1
        for k, word in enumerate(chunk.pieces.word):
            if word < 0 or word == last:
                continue
            last = word
            end = max(
                e for e, w in zip(chunk.pieces.end, chunk.pieces.word, strict=True) if w == word
            )
            for column in (likely[k] >= least).nonzero()[0]:
                found.append(
                    Predicate(
                        chunk.start + chunk.pieces.start[k],
                        chunk.start + end,
                        KINDS[column],
                        float(likely[k, column]),
                    )
                )
    return found
