"""A name as other writers spell it: short words written out and long ones shortened."""

import re
from collections.abc import Iterator
from functools import cache

from orontes.places.names import fold
from orontes.vocabulary.load import table


@cache
def pairs() -> tuple[tuple[str, str], ...]:
    """Short and long forms of words, from ``names.toml``."""
    return tuple((short, long) for short, long in table("places/names")["short"].items())


def spellings(name: str) -> Iterator[str]:
    """Folded spellings of the name, its own first."""
    own = fold(name)
    yield own
    if initials(name):
        yield own.replace(" ", "")
    words = own.split()
    for short, long in pairs():
        if short in words:
            yield " ".join(long if word == short else word for word in words)
        if long in words:
            yield " ".join(short if word == long else word for word in words)


def initials(name: str) -> bool:
    """Whether the name is written with points, as only abbreviations are: N.Y., Ill., W. Va."""
    return bool(re.fullmatch(r"(?:[A-Z][a-z]{0,4}\.\s?)+", name.strip()))
