"""How a text names a place: as the site of something, as where people came from, in a dateline or
under a picture; each as a factor of how much the naming tells of what the text is about."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from orontes.places.place import Place

SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n+")
AGENCY = re.compile(
    r"^(?:,?\s+[A-Z][\w.]+)?(?:,\s*|\s*)(?:\(|[-–—]\s|[-–—]{2})|^,?\s*/?\(?"
    r"(?:SANA|AFP|AP|Reuters|REUTERS|UPI|DPA|dpa|Xinhua|TASS|ARA|Sputnik|RIA|IRNA)\b"
)
CREDIT = re.compile(
    r"[^.!?]{0,300}[.!?]?\s*\((?:[^()]{0,40}\b)?(?:AFP|AP|EPA|Reuters|REUTERS|Getty|Agencies|[Pp]hoto|File)"
    r"\b[^()]{0,40}\)"
)  # fmt: skip
PLACED = re.compile(r"\b(?:in|at|near|on|around|outside|inside|of|over|into)\s+(?:the\s+)?"
                    r"(?:[\w-]+\s+){0,2}$")  # fmt: skip
WHENCE = re.compile(
    r"\b(?:from|fled|fleeing|left|leaving|since)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?:of\s+)?$"
    r"|\b(?:evacuees|natives?|residents)\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$"
)
JOINED = re.compile(r"\s*(?:,|,?\s+and|,?\s+or|\s+&)?\s+")
CAPITAL, IDLE_CAPITAL, REGION = 0.7, 0.4, 0.6
DATELINE, CAPTION, FROM, SITE = 0.1, 0.1, 0.15, 1.3
BEFORE = 60
Named = tuple[int, int, Place]


class Manner:
    """The namings of one text; ``named`` are (start, end, place) in the order of the text."""

    def __init__(self, text: str, named: Sequence[Named]) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in SENTENCE.finditer(text))]
        self._heads: dict[int, int] = {}
        last: tuple[int, int] | None = None
        for start, end, _ in named:
            if last and JOINED.fullmatch(text[last[1] : start]):
                self._heads[start] = self._heads.get(last[0], last[0])
            last = start, end

    def sentence(self, start: int) -> int:
        """Which sentence it is, from 1."""
        return bisect_right(self.starts, start)

    def head(self, start: int) -> int:
        """Where the list of names that it stands in begins."""
        return self._heads.get(start, start)

    def factor(self, start: int, end: int, place: Place) -> float:
        """Of names joined by "and" the words before the first hold for all."""
        head = self.head(start)
        before = self.text[max(0, head - BEFORE) : head]
        placed = PLACED.search(before) is not None
        factor = SITE if placed else 1.0
        if place.capital:
            factor *= CAPITAL if placed else IDLE_CAPITAL
        if place.kind == "region":
            factor *= REGION
        if WHENCE.search(before):
            factor *= FROM
        if AGENCY.match(self.text[end : end + 30]):
            factor *= DATELINE
        return factor * (CAPTION if self.in_caption(start) else 1.0)

    def in_caption(self, start: int) -> bool:
        """Whether the sentence ends with the credit of a picture: "… (AFP photo)"."""
        return CREDIT.match(self.text, self.starts[self.sentence(start) - 1]) is not None
