"""Places in a sentence where nothing that it tells happened: "said in Doha", "envoys of Iran"."""

from spacy.tokens import Token

from orontes.claims.attribution import cues
from orontes.claims.syntax import SUBJECTS
from orontes.claims.words import by_lemma, lemma

POWERS = frozenset({"official", "armed"})
NOMINAL = frozenset({"dobj", "pobj", "prep", "dative", "appos", "conj"})


def is_venue(place: Token) -> bool:
    """As in "met in Doha", "urgent talks in Geneva", "told reporters in Ankara"."""
    preposition = place.head
    if place.dep_ != "pobj" or preposition.lower_ not in cues("venue"):
        return False
    node = preposition.head
    heard = lemma(node) in cues("hearers")
    while heard and node.pos_ not in {"VERB", "AUX"} and node.dep_ in NOMINAL:
        node = node.head
    if node.pos_ == "VERB" and lemma(node) in cues("saying"):
        return speaks(node)
    return lemma(node) in cues("meeting")


def speaks(verb: Token) -> bool:
    """Whether somebody says it: "fighting was reported in Hama" is no word spoken there."""
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        return False
    return verb.tag_ == "VBG" or any(child.dep_ in SUBJECTS for child in verb.children)


def owns(place: Token) -> bool:
    """As in "the foreign ministers of Russia, Iran and Turkey": whose they are, not where."""
    first = place
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    of = first.head
    if first.dep_ != "pobj" or of.lower_ != "of":
        return False
    return bool(by_lemma().get(lemma(of.head), frozenset()) & POWERS)
