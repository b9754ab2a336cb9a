"""Changes of control that are not this report's news: still going on, or told as background."""

from dataclasses import replace

from spacy.tokens import Token

from orontes.claims.page import Page
from orontes.claims.words import words
from orontes.model.claim import Claim

BEFORE = words("after before since when")


def settled(claim: Claim, trigger: Token, page: Page) -> Claim:
    """The claim, possible if the deed goes on, past if it only tells which place is meant."""
    if is_going_on(trigger):
        return replace(claim, stance="possible")
    if is_background(trigger, page):
        return replace(claim, stance="past", when=None)
    return claim


def is_going_on(verb: Token) -> bool:
    """As in "is securing the town", "is being taken"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    progressive = verb.tag_ == "VBG" and bool(helpers & {"is", "are", "was", "were"})
    return progressive or "being" in helpers


def is_background(verb: Token, page: Page) -> bool:
    """As in "Palmyra, which they twice captured", "three months after rebels took it"."""
    if verb.dep_ == "relcl":
        mention = page.mentions.of(verb.head)
        place = mention is not None and mention.sort == "place"
        return place and verb.tag_ in {"VBD", "VBN"} and not is_dated(verb, page)
    if verb.dep_ != "advcl":
        return False
    mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ in BEFORE), None)
    if mark is None or mark.i == 0:
        return False
    return mark.nbor(-1).ent_type_ == "DATE" and not is_dated(verb, page)


def is_dated(verb: Token, page: Page) -> bool:
    """Whether the verb's own clause tells a time."""
    first, last = verb.left_edge.i, verb.right_edge.i
    mark = next((c.i for c in verb.children if c.dep_ in {"mark", "nsubj", "nsubjpass"}), first)
    return any(mark <= mention.token <= last for mention in page.times)
