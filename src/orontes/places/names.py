"""Place names folded for look-up, and as a skeleton that Arabic romanisations share."""

import re
import unicodedata
from functools import lru_cache

ARABIC_COUNTRIES = frozenset(
    "SY IQ YE SD LB JO PS SA EG LY TN DZ MA MR OM AE QA BH KW TD SO DJ".split()
)
LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ə": "a", "æ": "ae", "œ": "oe"}
)
MARKS = re.compile(r"['’‘`ʼʻʿʾ´\"“”.]")
BREAKS = re.compile(r"[^\w]+")
ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|ad|adh|an|at|ath|az|ez|ed|er|es|esh|en|et)(?=\s|$)")
INNER_ARTICLE = re.compile(r"\s(?:al|el|ar|as|ash|ad|adh|an|at|az|ez|ed|er|es|en|ul)\s")
SPELLINGS = (
    ("ck", "k"),
    ("q", "k"),
    ("ph", "f"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ei", "i"),
    ("ai", "i"),
    ("ay", "i"),
    ("ey", "i"),
    ("iy", "i"),
    ("dh", "z"),
    ("th", "t"),
    ("gh", "g"),
    ("kh", "h"),
    ("sh", "s"),
    ("zz", "z"),
    ("aw", "u"),
    ("au", "u"),
    ("o", "u"),
    ("e", "i"),
    ("w", "u"),
    ("y", "i"),
    ("d", "t"),
    ("z", "s"),
)
CONSONANTS = frozenset({"dh", "th", "gh", "kh", "sh", "zz", "d", "z"})
VOWELS = tuple(pair for pair in SPELLINGS if pair[0] not in CONSONANTS)
DOUBLED = re.compile(r"(.)\1+")
FINAL = re.compile(r"(?:ah|h|a|i)$")
GLUED_ARTICLE = re.compile(r"^[ae]([dnrstz])\1(?=.)")
ADJECTIVAL = re.compile(r"iyy?(?=[ae])|ie(?=h?$)|i(?=ah?$)")


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Lower case without accents, marks and hyphens: "Ma'arrat al-Nu'man" → "maarrat al numan"."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    plain = plain.translate(LETTERS)
    plain = MARKS.sub("", re.sub(r"['’]s\b", "", plain))
    return " ".join(BREAKS.sub(" ", plain).split())


@lru_cache(maxsize=50_000)
def skeleton(name: str) -> str:
    """What the romanisations of one Arabic name have in common: articles, vowel lengths and
    doubled letters gone, letters that systems write differently made one."""
    plain = INNER_ARTICLE.sub(" ", ARTICLE.sub("", fold(name)).strip())
    words = [consonants(word) for word in plain.split()]
    return " ".join(word for word in words if word)


def consonants(word: str) -> str:
    word = GLUED_ARTICLE.sub(r"\1", word)
    word = ADJECTIVAL.sub("J", word)
    for spelling, instead in SPELLINGS:
        word = word.replace(spelling, instead)
    word = FINAL.sub("", DOUBLED.sub(r"\1", word)) or word
    return word[0] + re.sub(r"[aiu]", "", word[1:]) if word else ""
