"""Which language a text is in. Orontes reads English; all else is kept and said, never misread."""

import csv
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

ENGLISH = "en"
UNKNOWN = "und"
"""ISO 639 for a language that could not be told."""
SAMPLE = 4000
FEWEST = 12
"""Letters below which nothing is told of a text in Latin script."""
FEW_WORDS = 5
SURE, SURE_OF_FEW = 0.6, 0.9
"""A text in Latin script, of few words, is taken for another language only where so likely."""
LATIN_SHARE = 0.3
"""A text with this share of Latin letters is judged by them: English that quotes Arabic."""
ENGLISH_SHARE = 0.1
GLUE = frozenset(
    """the of and was were been has had have with from by at that which who said after their they
    this these those are is will would to in on for least near into against between""".split()
)
PLAIN = frozenset(
    """the of and to that as been with from which who said after their they this these those would
    into against between were by""".split()
)
"""Words that English is full of and that other languages written in Latin letters hardly have."""
PLAIN_SHARE, PLAIN_SHARE_OF_FEW, PLAIN_WORDS, MANY = 0.2, 0.3, 3, 60
"""With three different ones and from this share on, of few words or of many, a text is English."""
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SPOKEN = {"ary": "ar", "arz": "ar"}
"""Spoken forms that the identifier tells apart, though what is written is the same language."""


def is_read(language: str | None) -> bool:
    """Whether reports of a language are read; those too short to tell are."""
    return coded(language) in {None, ENGLISH}


def coded(language: str | None) -> str | None:
    """The ISO 639 code of a language as people write it: "en-US", "English", "eng"; None for none.

    A name that is not known stays as it is.
    """
    told = (language or "").strip().casefold()
    main = re.split(r"[-_ (;,]", told)[0]
    if main in {"", UNKNOWN, "unknown", "none", "null", "mul", "zxx", "n/a"}:
        return None
    return known().get(told) or known().get(main) or told


def named(language: str) -> str:
    """A language's English name, its code where it has none."""
    if language == UNKNOWN:
        return "a language that was not recognised"
    return names().get(language, language)


@cache
def rows() -> tuple[dict[str, str], ...]:
    path = files("orontes.vocabulary").joinpath("languages.csv")
    return tuple(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


@cache
def names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows()}


@cache
def known() -> dict[str, str]:
    """Codes by every way to write them: two and three letters, English names."""
    found = {}
    for row in rows():
        for word in (row["code"], row["name"].casefold(), *row["also"].split()):
            found[word] = row["code"]
    return found


def detect(text: str) -> str | None:
    """ISO 639 code of the text's language; None where a text in Latin script is too short to tell.

    A text that is in good part English is English, whatever else it quotes. Names are no evidence:
    a list of them has no language.
    """
    words = WORD.findall(text[:SAMPLE])
    latin = [word for word in words if is_latin(word)]
    if letters(latin) < LATIN_SHARE * letters(words):
        return other(" ".join(words))
    if letters(latin) < FEWEST:
        return None
    return of_latin(latin)


def of_latin(words: list[str]) -> str | None:
    telling = [word for word in words if word.islower()]
    if len(telling) < FEW_WORDS:
        telling = [word.lower() for word in words]
    if is_plainly_english(telling):
        return ENGLISH
    floor = SURE if len(telling) > FEW_WORDS else SURE_OF_FEW
    share = sum(word in GLUE for word in telling) / len(telling)
    best, likely = classify(" ".join(telling))
    if best == ENGLISH:
        return ENGLISH
    if share >= ENGLISH_SHARE and likely < SURE_OF_FEW:
        return ENGLISH
    return best if likely >= floor and not is_list(words) else None


def is_plainly_english(words: list[str]) -> bool:
    """Whether it needs no classifier, whose model takes a third of a second to load."""
    found = [word for word in words if word in PLAIN]
    share = PLAIN_SHARE if len(words) >= MANY else PLAIN_SHARE_OF_FEW
    return len(set(found)) >= PLAIN_WORDS and len(found) >= share * len(words)


def is_list(words: list[str]) -> bool:
    """Whether nearly all words are written as names, as in a list of towns."""
    return sum(word.istitle() for word in words) > 0.7 * len(words)


def other(text: str) -> str:
    """The language of a text in another script; that it is not English needs no proof."""
    best, _ = classify(text)
    return UNKNOWN if best in {None, ENGLISH} else str(best)


def classify(text: str) -> tuple[str | None, float]:
    best, likely = identifier().classify(text)
    return (SPOKEN.get(best, best), float(likely)) if best != "zxx" else (None, 0.0)


def letters(words: Iterable[str]) -> int:
    return sum(map(len, words))


def is_latin(word: str) -> bool:
    return all(latin(char) for char in word if char.isalpha())


@cache
def latin(char: str) -> bool:
    return char < "\u0250" or "LATIN" in unicodedata.name(char, "")


@cache
def identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
