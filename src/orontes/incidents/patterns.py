"""Names of places that only their noun gives away: "the town of X", "X department"."""

from functools import cache

from spacy.tokens import Span, Token

from orontes.claims.page import Page
from orontes.claims.words import by_lemma, lemma, words
from orontes.places.gazetteer import common_words
from orontes.reading import lexicon
from orontes.vocabulary.load import table

LONGEST = 5


@cache
def units(part: str) -> frozenset[str]:
    return words(table("incidents")["units"][part])


def city_of_country(tokens: Span) -> bool:
    """As "Guatemala City": a city that has the name of its country."""
    name = tokens[:-1].text.title()
    return bool(
        len(tokens) > 1
        and tokens[-1].lower_ == "city"
        and lexicon().is_wide(name)
        and lexicon().is_place(f"{name} City")
    )


def whole(token: Token, page: Page) -> tuple[int, int] | None:
    """Names of which the noun is a part: "Central American University", "University of Jordan"."""
    doc, i = token.doc, token.i
    while i > token.sent.start and token.i - i < LONGEST and doc[i - 1].pos_ in {"PROPN", "ADJ"}:
        i -= 1
    if i < token.i:
        return i, token.i
    named = page.mentions.at.get(i + 2)
    if i + 2 < len(doc) and doc[i + 1].lower_ == "of" and named and named.sort == "place":
        return i, named.last
    return None


def before_unit(token: Token) -> tuple[int, int] | None:
    """The unknown words in front of "neighborhood", "department": they name it."""
    i = token.i
    while i > token.sent.start and token.i - i < LONGEST and may_name(token.doc[i - 1]):
        i -= 1
    while i < token.i and token.doc[i].lower_ in units("inner"):
        i += 1
    return (i, token.i - 1) if i < token.i else None


def after_unit(token: Token) -> tuple[int, int] | None:
    """The unknown words after "the town of"."""
    doc, start = token.doc, token.i + 2
    if lemma(token) not in units("of") or start >= len(doc) or doc[start - 1].lower_ != "of":
        return None
    end = start
    while end < token.sent.end and end - start < LONGEST and may_name(doc[end]):
        end += 1
    while end > start and doc[end - 1].lower_ in units("inner") - {"el", "la", "los", "las"}:
        end -= 1
    return (start, end - 1) if end > start else None


def may_name(token: Token) -> bool:
    """Whether a word may belong to a name that a text in capitals hides."""
    word = token.lower_
    if word in units("inner") or word in {"san", "santa", "puerto", "villa"}:
        return True
    return (
        token.is_alpha
        and len(word) > 2
        and not token.is_stop
        and token.pos_ in {"PROPN", "NOUN", "ADJ", "X", "VERB"}
        and word not in common_words()
        and lemma(token) not in by_lemma()
        and lemma(token) not in units("plain")
        and not lexicon().is_people(token.text.title())
    )
