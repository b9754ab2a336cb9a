"""How far a text stands behind an organisation's deed: fact, accused, claimed or possible."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

from orontes.vocabulary.load import table

Blame = Literal["fact", "accused", "claimed", "possible"]
REACH = 130
ORDER: tuple[Blame, ...] = ("claimed", "accused", "possible")


@cache
def cues(blame: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('incidents')['blame'][blame])})", re.IGNORECASE)


def blame(text: str, names: Sequence[str]) -> Mapping[str, Blame]:
    """The status of each organisation, by the words around its name in the sentences of ``text``.

    "claimed" if it owns up to a deed, "accused" if somebody says or suspects that it was it,
    "possible" if nobody goes so far; else the text tells it as a fact.
    """
    plain = " ".join(text.split())
    sentences = re.split(r"(?<=[.!?])\s+(?=[\"“\[(]*[A-Z])", plain)
    return {name: of_name(sentences, name) for name in names}


def of_name(sentences: Sequence[str], name: str) -> Blame:
    points = dict.fromkeys(ORDER, 0)
    pattern = re.compile(rf"(?<!\w){re.escape(' '.join(name.split()))}(?!\w)", re.IGNORECASE)
    for sentence in sentences:
        if match := pattern.search(sentence):
            near = sentence[max(match.start() - REACH, 0) : match.end() + REACH]
            for status in ORDER:
                points[status] += bool(cues(status).search(near))
    best = max(ORDER, key=lambda status: points[status])
    return best if points[best] else "fact"
