"""Names of places as the trained reader bounds them, where the parse knows no better."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from orontes.claims.mentions import Mention
from orontes.claims.page import Page
from orontes.claims.words import lemma
from orontes.encoder.spans import Bounded
from orontes.incidents.patterns import units
from orontes.reading import lexicon

Run = tuple[int, int]


def runs(page: Page, sentence: Span, tagged: list[Bounded]) -> Iterator[Run]:
    """The first and last token of each tagged name, without the "town of" before it.

    A name that the parse knows, or that is of a people, is left to the parse unless it is only a
    part of the tagged one.
    """
    first, last = sentence.start_char + page.offset, sentence.end_char + page.offset
    for span in tagged:
        if not first <= span.start < last:
            continue
        tokens = page.doc.char_span(
            span.start - page.offset, span.end - page.offset, alignment_mode="expand"
        )
        if tokens is None or not (run := bare(tokens)):
            continue
        if not any(holds(page, mention, run) for mention in met(page, run)):
            yield run


def bare(tokens: Span) -> Run | None:
    """The name itself: no "town of" before, no possessive or sign at its ends."""
    first, last = tokens.start, tokens.end - 1
    doc = tokens.doc
    while first <= last and not is_word(doc[first]):
        first += 1
    while last >= first and (not is_word(doc[last]) or doc[last].text in {"'s", "’s"}):
        last -= 1
    if first + 1 < last and lemma(doc[first]) in units("of") and doc[first + 1].lower_ == "of":
        first += 2
    return (first, last) if first <= last else None


def is_word(token: Token) -> bool:
    return any(char.isalnum() for char in token.text)


def met(page: Page, run: Run) -> list[Mention]:
    found = {page.mentions.at.get(i) for i in range(run[0], run[1] + 1)}
    return sorted((one for one in found if one is not None), key=lambda one: one.first)


def holds(page: Page, mention: Mention, run: Run) -> bool:
    """Whether a mention tells the run already: as long, and a known place or a people."""
    if mention.sort == "people":
        return True
    longer = mention.first <= run[0] and run[1] <= mention.last
    return longer and mention.sort == "place" and lexicon().is_place(mention.name)
