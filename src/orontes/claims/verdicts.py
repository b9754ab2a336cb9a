"""What the words round a clause make of it: untrue, only rumoured, not let, unthinkable."""

from functools import cache

from spacy.tokens import Token

from orontes.claims.words import lemma, words
from orontes.model.claim import Stance
from orontes.vocabulary.load import table

Cue = tuple[Stance, Token]
"""A stance, and the word that imposes it."""


@cache
def cues(name: str) -> frozenset[str]:
    return words(table("stances")[name])


def hearsay(head: Token) -> Cue | None:
    """As in "the rumour that Hama had fallen was false": by what is said of the rumour."""
    if head.pos_ == "VERB" and head.dep_ == "acl":
        head = head.head
    if lemma(head) not in cues("hearsay"):
        return None
    verb = head.head
    if head.dep_ in {"nsubj", "nsubjpass"}:
        told = (child for child in verb.children if child.dep_ in {"attr", "acomp", "neg", "oprd"})
        if belied := next((child for child in told if lemma(child) in cues("false")), None):
            return "denied", belied
        if lemma(verb) in cues("denying"):
            return "denied", verb
    return ("possible", head) if lemma(head) in cues("doubtful") else None


def said_untrue(copula: Token) -> Token | None:
    """As in "it is not true that", "it is false that"."""
    negated = any(child.dep_ == "neg" for child in copula.children)
    words_ = cues("true") if negated else cues("false")
    return next((c for c in copula.children if c.dep_ == "acomp" and lemma(c) in words_), None)


def belie(saying: Token) -> Token | None:
    """As in "falsely claimed", "claimed …, but this was refuted": what makes the saying untrue."""
    for child in saying.children:
        if child.dep_ == "advmod" and child.lower_ in cues("falsely"):
            return child
        if child.dep_ == "conj" and lemma(child) in cues("belying"):
            subjects = (c for c in child.children if c.dep_ == "nsubjpass")
            if any(
                c.lower_ in {"this", "it", "that"} or lemma(c) in cues("hearsay") for c in subjects
            ):
                return child
    return None


def undenied(verb: Token) -> Cue | None:
    """As in "did not deny that", "refused to confirm or deny that"."""
    first = verb.head if verb.dep_ == "conj" else verb
    never = [child for one in (verb, first) for child in one.children if child.dep_ == "neg"]
    if never:
        return "possible", never[0]
    if first.dep_ == "xcomp" and lemma(first.head) in cues("failing"):
        return "possible", first.head
    return None


def permitted(verb: Token) -> Cue | None:
    """As in "did not let them take it": denied; "would not allow them to": no more than thought of.

    Without a negation nothing: what is let happens.
    """
    if lemma(verb) not in cues("permitting"):
        return None
    never = next((child for child in verb.children if child.dep_ == "neg"), None)
    open_yet = any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)
    return None if never is None else ("hypothetical" if open_yet else "denied", never)


def intolerable(copula: Token) -> Token | None:
    """As in "it is unacceptable to", "… would be unthinkable"."""
    told = (child for child in copula.children if child.dep_ in {"acomp", "attr", "oprd"})
    return next((child for child in told if lemma(child) in cues("intolerable")), None)
