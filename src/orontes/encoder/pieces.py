"""Text to word pieces: what the encoder reads, and where each piece stands in the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tokenizers import Tokenizer

FIRST, LAST = 101, 102
MARKS = {"<s>": 1, "</s>": 2, "<t>": 3, "</t>": 4, "<v>": 5, "</v>": 6}
LONGEST = 256
TOKENIZER = Path(__file__).parent / "weights" / "tokenizer.json"


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces with their code points; ``word`` numbers the words, -1 for marks and ends.

    ``marks`` says at which piece each mark stands.
    """

    ids: list[int]
    start: list[int]
    end: list[int]
    word: list[int]
    marks: dict[str, int]


@cache
def tokenizer() -> Tokenizer:
    found = Tokenizer.from_file(str(TOKENIZER))
    found.no_truncation()
    found.no_padding()
    return found


def pieces(text: str, marks: Sequence[tuple[int, str]] = (), longest: int = LONGEST) -> Pieces:
    """The pieces of ``text`` with ``marks`` set before the code points that they name.

    A text longer than ``longest`` pieces loses its end, but marks are kept by cutting its start.
    """
    found = tokenizer().encode(text, add_special_tokens=False)
    rows: list[tuple[int, int, int, int, str]] = [
        (number, start, end, word if word is not None else -1, "")
        for number, (start, end), word in zip(found.ids, found.offsets, found.word_ids, strict=True)
    ]
    for at, mark in sorted(marks, key=lambda one: (one[0], one[1].startswith("<s"))):
        place = next((k for k, row in enumerate(rows) if closes(row, at, mark)), len(rows))
        rows.insert(place, (MARKS[mark], at, at, -1, mark))
    rows = window(rows, longest - 2)
    whole = [(FIRST, 0, 0, -1, ""), *rows, (LAST, 0, 0, -1, "")]
    return Pieces(
        [row[0] for row in whole],
        [row[1] for row in whole],
        [row[2] for row in whole],
        [row[3] for row in whole],
        {row[4]: k for k, row in enumerate(whole) if row[4]},
    )


def closes(row: tuple[int, int, int, int, str], at: int, mark: str) -> bool:
    """Whether a mark at ``at`` goes before this piece: an opening mark hugs the piece it opens."""
    return row[1] >= at if mark.startswith("</") else row[2] > at and not row[4]


def window(
    rows: list[tuple[int, int, int, int, str]], longest: int
) -> list[tuple[int, int, int, int, str]]:
    if len(rows) <= longest:
        return rows
    marked = [k for k, row in enumerate(rows) if row[4]]
    first = max(0, min(marked[-1] - longest + 20, marked[0])) if marked else 0
    return rows[first : first + longest]
