"""Where the name of a place ends: a noun in capitals belongs to it, one in small letters not."""

import re
from functools import cache

from orontes.encoder.spans import Bounded
from orontes.vocabulary.load import table

CLASSES = ("place", "settlement", "region", "facility", "road")
NEXT = re.compile(r" ([A-Z][a-z]+)\b")
LAST = re.compile(r"\s+([a-z]+)$")


def named(text: str, span: Bounded) -> Bounded:
    """``Yala`` of "Yala province", ``Yala Province`` of "Yala Province", whichever was marked."""
    end = bare(text, span)
    return Bounded(span.start, end if end < span.end else full(text, end), span.score)


def bare(text: str, span: Bounded) -> int:
    """The end of a span without the place nouns in small letters behind the name."""
    end = span.end
    while (last := LAST.search(text[span.start : end])) and is_noun(last[1]):
        end = span.start + last.start()
    return end


def full(text: str, end: int) -> int:
    """The end of a name with the place nouns in capitals that follow it."""
    while (after := NEXT.match(text, end)) and is_noun(after[1]):
        end = after.end()
    return end


def is_noun(word: str) -> bool:
    lower = word.lower()
    return lower in nouns() or lower.removesuffix("s") in nouns()


@cache
def nouns() -> frozenset[str]:
    known = table("word_classes")
    return frozenset(word.lower() for name in CLASSES for word in known[name].split())
