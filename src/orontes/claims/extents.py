"""How much of a place is meant: whole, most, part, its outskirts, or a facility in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from orontes.claims.syntax import DIRECTIONS, is_distant, unwrap
from orontes.claims.words import by_lemma, closed, lemma, words
from orontes.vocabulary.load import table

ORDER = ("facility", "outskirts", "part", "most", "whole")
AWAY = closed("away")
WITHIN = words("in at inside within on")
LISTING = words("including like")
BEFORE = words("compound nmod amod poss npadvmod")
NEARLY = words("almost nearly virtually practically")
HALF = 50.0
FULL = 99.5


@dataclass(frozen=True, slots=True)
class Extent:
    """A value of the slot and the word that tells it; ``apart`` where the place is only near by
    or round what is meant."""

    value: str
    word: Token
    apart: bool = False


@cache
def told() -> dict[str, frozenset[str]]:
    return {name: words(text) for name, text in table("extents").items()}


def of_name(name: Token, top: Token) -> Extent | None:
    """The extent that the words from a place's name up to the head of its phrase give it."""
    found = list(steps(name, top))
    return min(found, key=lambda one: ORDER.index(one.value)) if found else None


def of_trigger(trigger: Token) -> Extent | None:
    """As in "fully captured", "complete control", "in partial control"."""
    for child in (*trigger.children, *adverbs(trigger)):
        for value in ("part", "most", "whole"):
            if child.dep_ in {"advmod", "amod"} and child.lower_ in told()[f"{value}_how"]:
                return Extent(value, child)
    return None


def adverbs(trigger: Token) -> Iterator[Token]:
    """Those of the verb that carries a noun: "is fully under the control of"."""
    node = trigger
    while node.dep_ in {"pobj", "prep", "dobj", "attr"} and node.pos_ not in {"VERB", "AUX"}:
        node = node.head
    if node is not trigger:
        yield from (child for child in node.children if child.dep_ == "advmod")


def steps(name: Token, top: Token) -> Iterator[Extent]:
    node, below = name, name
    while True:
        if node.dep_ == "prep" and (node.lower_ in LISTING or node.text == "such"):
            return
        yield from step(node, below, name)
        if node.i == top.i or node.dep_ == "ROOT" or node.head.pos_ in {"VERB", "AUX"}:
            return
        if node.dep_ == "conj" and node.i != name.i:
            return
        node, below = node.head, node


def step(node: Token, below: Token, name: Token) -> Iterator[Extent]:
    """What one word on the way up tells of the place below it."""
    if is_away(node):
        yield Extent("outskirts", node, apart=True)
        return
    if node.i != name.i and node.pos_ in {"NOUN", "PROPN", "DET", "PRON", "ADJ", "ADV", "NUM"}:
        yield from noun(node, below)
    for child in node.lefts:
        if child.dep_ in {"amod", "predet", "det", "nmod"} and child.i != below.i:
            yield from modifier(child, node, name)


def noun(node: Token, below: Token) -> Iterator[Extent]:
    word = lemma(node)
    named = below.dep_ in BEFORE
    if (share := quantity(node, word)) is not None:
        yield Extent(share, node)
    elif below.dep_ == "prep" and below.lower_ in WITHIN:
        yield Extent("facility" if is_facility(word) else "part", node, apart=True)
    elif named and (word in told()["round"] or (word == "suburb" and node.tag_ == "NNS")):
        yield Extent("outskirts", node, apart=True)
    elif word in told()["outskirts"] and not is_called(node, word):
        yield Extent("outskirts", node)
    elif word in told()["part"] and not named and below.dep_ != "appos":
        yield Extent("part", node)
    elif is_facility(word):
        yield Extent("facility", node)


def is_called(node: Token, word: str) -> bool:
    """As in "the suburb of Douma": a suburb with a name is the place itself."""
    return word == "suburb" and node.tag_ == "NN" and any(t.lower_ == "the" for t in node.lefts)


def quantity(node: Token, word: str) -> str | None:
    if node.lower_ in {"%", "percent", "cent"}:
        return percent(node)
    if word in told()["whole"]:
        return "most" if any(child.lower_ in NEARLY for child in node.lefts) else "whole"
    if word in told()["fraction"] and any(child.lower_ == "of" for child in node.rights):
        return fraction(node)
    return "most" if word in told()["most"] else None


def is_facility(word: str) -> bool:
    return "facility" in by_lemma().get(word, ()) and word not in told()["unit"]


def modifier(child: Token, node: Token, name: Token) -> Iterator[Extent]:
    """As in "the entire city", "eastern Aleppo", "its northern districts"."""
    low = child.lower_
    if low in told()["whole"]:
        nearly = any(inner.lower_ in NEARLY for inner in child.children)
        yield Extent("most" if nearly else "whole", child)
    elif low in told()["sides"] and node.i == name.i and child.text.islower():
        yield Extent("part", child)


def percent(node: Token) -> str:
    for child in node.lefts:
        number = re.match(r"\d+(?:[.,]\d+)?", child.text)
        if child.dep_ == "nummod" and number:
            return share(float(number[0].replace(",", ".")))
    return "part"


def share(hundredths: float) -> str:
    if hundredths >= FULL:
        return "whole"
    return "most" if hundredths >= HALF else "part"


def fraction(node: Token) -> str:
    """As in "two thirds of", "three quarters of", "half of"."""
    more = {"over", "than", "two", "three", "four", "2", "3", "4"}
    return "most" if any(t.lower_ in more for t in node.subtree if t.i < node.i) else "part"


def bare(phrase: Token) -> str | None:
    """What a thing without a name is of the place that it stands in; None for ground of its own."""
    head, word = unwrap(phrase), lemma(unwrap(phrase))
    if is_facility(word):
        return "facility"
    if (share := quantity(phrase, lemma(phrase))) is not None and head.i == phrase.i:
        return share
    return next((name for name in ("outskirts", "part") if word in told()[name]), None)


def is_away(node: Token) -> bool:
    """Whether a word puts what is meant near a place and not in it: "near", "north of"."""
    low = node.lower_
    if low in AWAY and node.dep_ in {"prep", "advmod", "pcomp", "ROOT", "appos"}:
        return True
    if low in DIRECTIONS:
        return any(child.lower_ == "of" for child in node.children)
    return is_distant(node)
