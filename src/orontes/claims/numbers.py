"""Number words and digits as whole numbers."""

import re
from functools import cache

from orontes.claims.words import words
from orontes.vocabulary.load import table

DIGITS = re.compile(r"\d{1,3}(?:[,  ]\d{3})+(?!\d)|\d+(?:\.\d+)?")


@cache
def small() -> dict[str, int]:
    """Words below a hundred with what they stand for."""
    units = table("numbers")["units"]
    found = {word: value for value, word in enumerate(units["words"].split())}
    found |= {word: 20 + 10 * i for i, word in enumerate(units["tens"].split())}
    return found


@cache
def scales() -> dict[str, int]:
    return dict(table("numbers")["scales"])


def is_number_word(word: str) -> bool:
    return all(part in small() or part in scales() for part in word.lower().split("-"))


def value(text: str) -> int | None:
    """The whole number that a phrase of digits and number words stands for, None if it is none.

    Takes "2,300", "1.2 million", "twenty-three", "two hundred and five"; a plain "a" is one.
    """
    total, group, seen = 0, 0.0, False
    for word in re.split(r"[\s-]+", text.lower().strip()):
        if word == "and" and seen:
            continue
        number = one(word)
        if number is None:
            return None
        seen = True
        if word in scales():
            if number == 100:
                group = max(group, 1) * 100
            else:
                total += round(max(group, 1) * number)
                group = 0
        else:
            group += number
    return total + round(group) if seen else None


def one(word: str) -> float | None:
    if word in {"a", "an"}:
        return 1
    if word in small():
        return small()[word]
    if word in scales():
        return scales()[word]
    if DIGITS.fullmatch(word):
        return float(re.sub(r"[,  ]", "", word))
    return None


@cache
def number_words() -> frozenset[str]:
    return frozenset(small()) | frozenset(scales()) | words("a an and")
