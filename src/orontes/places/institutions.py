"""The place within the name of an institution: "Harare City Council", "Bank of England"."""

from collections.abc import Iterator
from functools import cache

from orontes.vocabulary.load import table


@cache
def institutions() -> frozenset[str]:
    return frozenset(table("places/names")["institutions"]["words"].split())


def inner_names(name: str) -> Iterator[str]:
    """What may be the place: the words after "of" or "in", then the longest beginning."""
    words = name.replace("’s", "").replace("'s", "").split()
    marked = [place for place, word in enumerate(words) if word.lower() in institutions()]
    if not marked:
        return
    joints = [place for place, word in enumerate(words) if word in {"of", "in", "at"}]
    if joints and marked[0] < joints[-1]:
        yield " ".join(word for word in words[joints[-1] + 1 :] if word.lower() != "the")
    for length in range(marked[0], 0, -1):
        yield " ".join(words[:length])
