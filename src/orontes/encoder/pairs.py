"""Two parties in a text set in marks, with the sentences round them."""

import re

from orontes.encoder.pieces import Pieces, pieces

SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9])|\n+")
LONGEST = 160


def marked(text: str, source: tuple[int, int], target: tuple[int, int]) -> Pieces:
    """The pieces of the sentences that hold both spans (code points), each span in its marks."""
    ends = [0, *(match.end() for match in SENTENCE_END.finditer(text)), len(text)]
    first = max(end for end in ends if end <= min(source[0], target[0]))
    last = min((end for end in ends if end >= max(source[1], target[1])), default=len(text))
    marks = [
        (source[0] - first, "<s>"),
        (source[1] - first, "</s>"),
        (target[0] - first, "<t>"),
        (target[1] - first, "</t>"),
    ]
    return pieces(text[first:last], marks, LONGEST)
