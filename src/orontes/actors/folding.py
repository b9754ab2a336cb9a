"""Names as the registry compares them, and words that stand beside a name."""

import re
import unicodedata
from functools import cache, lru_cache

from orontes.actors.load import states
from orontes.vocabulary.load import table

POSSESSIVE = re.compile(r"['’]s\b")
MARKS = re.compile(r"['’‘`ʼʻʿʾ\"“”.]")
BREAKS = re.compile(r"[^\w]+")
ACRONYM = re.compile(r"[A-Z][A-Z0-9.-]{1,9}$")
WORDS = re.compile(r"[\w.-]+")
ARTICLES = frozenset({"the", "a", "an"})


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    plain = name if is_plain(name) else unmarked(name)
    words = plain.casefold().split()
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(words)


def is_plain(name: str) -> bool:
    return name.isascii() and name.replace(" ", "").isalnum()


def unmarked(name: str) -> str:
    plain = unicodedata.normalize("NFKD", POSSESSIVE.sub("", name))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return BREAKS.sub(" ", MARKS.sub("", plain))


@cache
def nouns(key: str) -> frozenset[str]:
    return frozenset(table("actors/nouns")[key].split())


@cache
def adjectives() -> frozenset[str]:
    return frozenset(fold(state.adjective) for state in states())


def is_adjective(word: str) -> bool:
    return word in adjectives()


def is_frame(word: str) -> bool:
    """A word that may stand beside a name without changing who is meant."""
    return word in nouns("forces") or word in nouns("frame") or word.isdigit() or is_adjective(word)


def is_private(folded: str) -> bool:
    return folded.split()[-1] in nouns("private")


def capitals(raw: str) -> frozenset[str]:
    """The words that are written in capitals, folded."""
    return frozenset(fold(word) for word in WORDS.findall(raw) if word.replace(".", "").isupper())


def capitalised(raw: str) -> frozenset[str]:
    """The words that begin with a capital, folded."""
    return frozenset(fold(word) for word in WORDS.findall(raw) if word[0].isupper())


def without_sponsor(folded: str) -> str:
    """What is left of "Russian-backed separatists" or "pro-Russian militias"."""
    words, kept = folded.split(), []
    while words:
        if words[1:2] and (words[1] in nouns("sponsored") or words[0] in nouns("towards")):
            words = words[2:]
        else:
            kept.append(words.pop(0))
    return " ".join(kept)
