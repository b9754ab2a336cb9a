"""A text as the encoder sees it: its chunks with their states, computed once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from orontes.encoder import model
from orontes.encoder.chunks import chunks
from orontes.encoder.labels import TAGS
from orontes.encoder.pieces import Pieces, pieces
from orontes.encoder.spans import Bounded, spans

KEPT = 4


@dataclass(frozen=True, slots=True)
class Chunk:
    start: int
    text: str
    pieces: Pieces
    states: model.Array


@lru_cache(KEPT)
def document(text: str) -> tuple[Chunk, ...]:
    """The chunks of a text; the last few texts are kept."""
    found = []
    for start, end in chunks(text):
        part = text[start:end]
        own = pieces(part)
        found.append(Chunk(start, part, own, model.states(own)))
    return tuple(found)


def tagged(text: str, head: str, tag: str, least: float, cut: float = 0.5) -> Iterator[Bounded]:
    """The spans that a head marks as ``tag``, as code points of the text."""
    column = TAGS[head].index(tag)
    for chunk in document(text):
        likely = model.tags(head, chunk.states)
        for span in spans(chunk.text, chunk.pieces, likely, column, least, cut):
            yield Bounded(chunk.start + span.start, chunk.start + span.end, span.score)
