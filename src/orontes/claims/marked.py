"""What the trained reader marks in a sentence, as words of the parse and as places."""

from dataclasses import replace

from spacy.tokens import Span, Token

from orontes.claims import extents
from orontes.claims.page import Page
from orontes.claims.spots import Spot, of_mention
from orontes.encoder.predicates import Predicate
from orontes.encoder.spans import Bounded
from orontes.encoder.verbs import Told, told
from orontes.model.names import PlaceName


def token_at(page: Page, start: int, end: int) -> Token | None:
    """The head of the words between two code points; no article, where it stands for them."""
    span = page.doc.char_span(start - page.offset, end - page.offset, alignment_mode="expand")
    if span is None or not len(span):
        return None
    tops = [token for token in span if token.head not in span or token.head == token]
    return next((token for token in tops if token.pos_ != "DET"), span.root)


def slots_of(page: Page, sentence: Span, given: Predicate) -> Told:
    """What the sentence tells of the predicate; spans are code points of the block."""
    start = page.offset + sentence.start_char
    text = page.text[start : start + len(sentence.text)]
    return told(text, given.start - start, given.end - start)


def roots(slots: Told, page: Page, sentence: Span, slot: str) -> list[Token]:
    """The head words of a slot's spans, without what stands inside another's phrase."""
    found = [
        token for span in slots.slots[slot] if (token := within(page, sentence, span)) is not None
    ]
    return list(dict.fromkeys(found))


def within(page: Page, sentence: Span, span: Bounded) -> Token | None:
    start = page.offset + sentence.start_char
    return token_at(page, start + span.start, start + span.end)


def first_name(slots: Told, slot: str, page: Page, sentence: Span) -> PlaceName | None:
    return next((spot.place for spot in marked_places(slots, slot, page, sentence)), None)


def marked_places(slots: Told, slot: str, page: Page, sentence: Span) -> list[Spot]:
    """The places marked for a slot; none for a web address, which the parsed text leaves blank."""
    found = (place_at(page, sentence, span) for span in slots.slots[slot])
    return [spot for spot in found if spot.name]


def place_at(page: Page, sentence: Span, span: Bounded) -> Spot:
    """The place that a span names: the name found there, else the words themselves."""
    token = within(page, sentence, span)
    mention = page.mentions.of(token) if token is not None else None
    token = token if token is not None else sentence.root
    if mention is not None and mention.sort == "place":
        spot = of_mention(mention, token)
        return replace(spot, extent=extents.of_name(spot.token, sentence.root))
    return Spot(" ".join(sentence.text[span.start : span.end].split()), token)


def acts_elsewhere(token: Token, trigger: int) -> bool:
    """Whether another verb names it as its doer: "held by Kurdish forces"."""
    by = token.head
    return token.dep_ == "pobj" and by.dep_ == "agent" and by.head.idx != trigger
