"""Numbers in report English: what digits and words stand for, and the bounds told around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from orontes.vocabulary.load import table

DIGITS = re.compile(r"\d{1,3}(?:[, \u00a0\u2009]\d{3})+(?!\d)|\d+(?:\.\d+)?")
NUMERIC = re.compile(r"\d[\d,.]*(?:[-–]\d[\d,]*)?")
RANGE_ENDS = re.compile(r"([\d,]+)\s*[-–]\s*([\d,]+)")
SPACED = re.compile(r"(?<![\d.,])(\d{1,3})[ \u00a0\u2009](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text with its bounds, before its noun is known; token indexes, both in."""

    first: int
    last: int
    low: int | None
    high: int | None
    qualifier: str | None


@cache
def rules(section: str) -> dict[str, Any]:
    return dict(table("numbers")[section])


@cache
def small() -> dict[str, int]:
    """Words below a hundred with what they stand for."""
    units = rules("units")
    found = {word: value for value, word in enumerate(units["words"].split())}
    return found | {word: 20 + 10 * i for i, word in enumerate(units["tens"].split())}


@cache
def scales() -> dict[str, int]:
    return dict(rules("scales"))


def is_number_word(word: str) -> bool:
    return all(part in small() or part in scales() for part in word.lower().split("-"))


def value(text: str) -> int | None:
    """The whole number that a phrase of digits and number words stands for, None if it is none.

    Takes "2,300", "1.2 million", "twenty-three", "two hundred and five"; a plain "a" is one.
    """
    total, group, last = 0, 0.0, ""
    for word in re.split(r"[\s-]+", SPACED.sub(r"\1", text.lower().strip())):
        if word == "and" and last:
            continue
        number = one(word)
        if number is None or not follows(last, number, word):
            return None
        last = word
        if word == "hundred":
            group = (group or 1) * 100
        elif word in scales():
            total, group = total + round((group or 1) * number), 0
        else:
            group += number
    return total + round(group) if last else None


def follows(last: str, number: float, word: str) -> bool:
    """Whether the word goes on with the same number: "twenty three" does, "three 2,000" not."""
    if not last or last in scales() or word in scales():
        return True
    return small().get(last, 0) >= 20 and word in small() and 0 < number < 10


def one(word: str) -> float | None:
    if word in {"a", "an"}:
        return 1
    if word in small():
        return small()[word]
    if word in scales():
        return scales()[word]
    return float(re.sub(r"[,\s]", "", word)) if DIGITS.fullmatch(word) else None


def find(doc: Doc) -> Iterator[Number]:
    """Every number of the text with its bounds, dates and ages among them."""
    i = 0
    while i < len(doc):
        length = number_length(doc, i)
        number = bounds_of(doc, i, i + length) if length else None
        if number is not None:
            yield number
        i = max(i + max(length, 1), number.last + 1 if number else 0)


def number_length(doc: Doc, i: int) -> int:
    """Tokens of the number that begins at ``i``: digits, number words, or a vague word."""
    if (fixed := fixed_length(doc, i)) > 0:
        return fixed
    j = i
    while j < len(doc) and (is_numeral(doc[j]) or (j > i and joins(doc, j))):
        if j > i and is_numeral(doc[j]) and not is_one_number(doc[i : j + 1].text):
            break
        j += 1
    return j - i - 1 if j > i + 1 and doc[j - 1].text in {"-", "and"} else j - i


def is_one_number(text: str) -> bool:
    return value(text) is not None or bool(RANGE_ENDS.fullmatch(text))


@cache
def first_words() -> frozenset[str]:
    phrases = [*rules("vague"), *rules("exact"), *rules("open")["phrases"]]
    return frozenset(
        word for phrase in phrases for word in (phrase.split()[0], phrase.split("-")[0])
    )


def fixed_length(doc: Doc, i: int) -> int:
    """Tokens of a phrase that the data file lists whole."""
    if doc[i].lower_ not in first_words():
        return 0
    for size in (3, 2, 1):
        span = doc[i : i + size]
        phrase = span.text.lower()
        if len(span) == size and (
            phrase in rules("vague") or phrase in rules("exact") or is_open(doc, i, size, phrase)
        ):
            return size
    return 0


def is_open(doc: Doc, i: int, size: int, phrase: str) -> bool:
    """Words such as "several": only before a plural, and not in "many of", "so many"."""
    if phrase not in rules("open")["phrases"]:
        return False
    before = doc[i - 1].lower_ if i else ""
    following = doc[i + size : i + size + 3]
    return before not in {"as", "so", "too", "how", "not"} and any(
        token.tag_ in {"NNS", "NNPS"} or token.lower_ == "people" for token in following
    )


def is_numeral(token: Token) -> bool:
    return is_numeric(token.lower_)


@cache
def is_numeric(word: str) -> bool:
    return bool(NUMERIC.fullmatch(word)) or is_number_word(word)


def joins(doc: Doc, j: int) -> bool:
    """Joints inside a number: two hundred and five, twenty-three."""
    if doc[j].text not in {"and", "-"} or j + 1 >= len(doc) or not is_numeral(doc[j + 1]):
        return False
    return doc[j].text == "-" or (
        doc[j - 1].lower_ in scales() and is_number_word(doc[j + 1].lower_)
    )


def bounds_of(doc: Doc, first: int, end: int) -> Number | None:
    text = doc[first:end].text.lower()
    if text in rules("open")["phrases"]:
        return Number(first, end - 1, None, None, "several")
    if text in rules("vague"):
        low, high = rules("vague")[text]
        return Number(first, end - 1, low, high, text)
    if text in rules("exact"):
        return qualified(doc, Number(first, end - 1, rules("exact")[text], 0, None))
    if span := RANGE_ENDS.fullmatch(text):
        low, high = (int(part.replace(",", "") or 0) for part in span.groups())
        return worded(doc, Number(first, end - 1, low, high, None)) if low < high else None
    number = value(text)
    if number is None:
        return None
    if end < len(doc) and doc[end].lower_ == "dozen":
        number, end = number * 12, end + 1
    upper = range_end(doc, first, end, number)
    return upper or qualified(doc, Number(first, end - 1, number, 0, None))


def range_end(doc: Doc, first: int, end: int, low: int) -> Number | None:
    """As in "20 to 30", "between 20 and 30"."""
    if end + 1 >= len(doc):
        return None
    link, before = doc[end].lower_, doc[first - 1].lower_ if first else ""
    length = number_length(doc, end + 1)
    if not length or not (link in {"to", "or"} or (link == "and" and before == "between")):
        return None
    high = value(doc[end + 1 : end + 1 + length].text)
    if high is None or high <= low:
        return None
    start = first - 1 if before in {"between", "from"} else first
    return worded(doc, Number(start, end + length, low, high, None))


def worded(doc: Doc, number: Number) -> Number:
    """A range with the word before it: "some 20 to 30" keeps its bounds."""
    found = qualified(doc, replace(number, high=0))
    return replace(number, first=found.first, qualifier=found.qualifier)


def qualified(doc: Doc, number: Number) -> Number:
    """An exact number, in ``low``, bounded by what stands before it: "at least", "some"."""
    exact = number.low
    for size in (3, 2, 1):
        start = number.first - size
        phrase = doc[start : number.first].text.lower() if start >= 0 else ""
        side = rules("qualifiers").get(phrase)
        if side is not None:
            return Number(
                start,
                number.last,
                None if side == "high" else exact,
                None if side == "low" else exact,
                phrase,
            )
    return replace(number, high=exact)
