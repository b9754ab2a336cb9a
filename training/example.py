"""One thing to learn from: word pieces and what each head should say of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from orontes.encoder.labels import TAGS
from orontes.encoder.pieces import Pieces

IGNORE = -1
OUTSIDE, BEGIN, INSIDE = 0, 1, 2
Array = np.ndarray[Any, np.dtype[Any]]


@dataclass
class Example:
    """``tags``: head → (pieces, tags of the head), each O, B, I or ignored.

    ``kinds``: (pieces, kinds), 0, 1 or ignored. ``label``: head → class. ``flags``: head →
    several yes-or-no answers. ``group`` ties the chunks of one document together.
    """

    ids: list[int]
    tags: dict[str, Array] = field(default_factory=dict)
    kinds: Array | None = None
    label: dict[str, int] = field(default_factory=dict)
    flags: dict[str, list[int]] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)
    group: str = ""


def blank(found: Pieces, head: str, value: int = OUTSIDE) -> Array:
    return np.full((len(found.ids), len(TAGS[head])), value, dtype=np.int64)


def paint(tags: Array, found: Pieces, column: int, spans: Iterable[tuple[int, int]]) -> None:
    """Write B and I over the pieces of each span."""
    for start, end in spans:
        inside = covered(found, start, end)
        for rank, k in enumerate(inside):
            tags[k, column] = INSIDE if rank else BEGIN


def covered(found: Pieces, start: int, end: int) -> Sequence[int]:
    return [
        k
        for k, (first, last) in enumerate(zip(found.start, found.end, strict=True))
        if first < end and last > start and found.word[k] >= 0
    ]
