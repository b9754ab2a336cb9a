"""A text in chunks that the encoder can read at once: whole sentences, about 200 word pieces."""

import re
from collections.abc import Iterator

from orontes.encoder.pieces import tokenizer

SIZE = 200
BREAK = re.compile(r"\n\s*\n|(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n(?=\s*[-*•])")
LONG_BREAK = re.compile(r"[;,]\s+|\s+")


def chunks(text: str, size: int = SIZE) -> list[tuple[int, int]]:
    """Code points of consecutive chunks; together they are the whole text."""
    ends = [match.end() for match in BREAK.finditer(text)] + [len(text)]
    found: list[tuple[int, int]] = []
    start = at = held = 0
    for end in ends:
        if end <= at:
            continue
        for last in smaller(text, at, end, size):
            length = len(tokenizer().encode(text[at:last], add_special_tokens=False).ids)
            if held and held + length > size:
                found.append((start, at))
                start, held = at, 0
            held += length
            at = last
    if at > start:
        found.append((start, at))
    return found


def smaller(text: str, start: int, end: int, size: int) -> Iterator[int]:
    """The ends of the parts of one sentence that is too long to read at once."""
    limit = size * 4
    while end - start > limit:
        cuts = [
            match.end() for match in LONG_BREAK.finditer(text, start + limit // 2, start + limit)
        ]
        start = cuts[-1] if cuts else start + limit
        yield start
    yield end
