"""Place names within a phrase, and what stands beside, after or under its head."""

from collections.abc import Iterator

from spacy.tokens import Token

from orontes.claims import extents
from orontes.claims.mentions import Mention, Mentions
from orontes.claims.syntax import conjuncts, objects
from orontes.claims.words import by_lemma, lemma, words

TOWNS = words("city town village suburb hamlet")
ALONG = words("to toward towards between from into linking")
INSIDE = words("in at near around of outside inside beyond within")


def inside(token: Token, mentions: Mentions) -> Iterator[Mention]:
    """Place names within a phrase: "the town of Bourem", "Hama's airport", "areas around Amirli".

    A name that stands before its noun is more exact than the one after it: "the Sawaiq district of
    Hama" is Sawaiq.
    """
    direct = list(beside(token, mentions))
    if direct and lemma(token) in TOWNS and (called := list(of_names(token, mentions))):
        direct = called
    yield from direct
    if direct:
        yield from listed(token, mentions)
        return
    for child in token.children:
        road = "road" in classes_of(token) and child.lower_ in ALONG
        joins = child.lower_ in {*INSIDE, "including"} or extents.is_away(child)
        if child.dep_ == "prep" and (road or joins):
            yield from under(child, mentions)
        elif child.dep_ in {"advmod", "npadvmod", "appos"} and extents.is_away(child):
            for preposition in child.children:
                yield from under(preposition, mentions)
        elif child.dep_ == "acl" and child.lower_ in {"linking", "connecting", "joining"}:
            for item in child.children:
                if mentions.sort(item) == "place":
                    yield mentions.at[item.i]
                elif item.dep_ == "prep":
                    yield from under(item, mentions)


def of_names(token: Token, mentions: Mentions) -> Iterator[Mention]:
    """As in "the Damascus suburb of Douma"."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            yield from under(child, mentions)


def listed(token: Token, mentions: Mentions) -> Iterator[Mention]:
    """As in "all of Idlib province including Saraqib and Binnish"."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "including":
            for item in objects(child):
                named = mentions.of(item)
                if named and named.sort not in {"people", "place"} and item.pos_ == "PROPN":
                    yield named
                else:
                    yield from named_in(item, mentions)


def beside(token: Token, mentions: Mentions) -> Iterator[Mention]:
    for child in token.children:
        if child.dep_ in {"compound", "poss", "nmod", "amod", "appos", "npadvmod"}:
            if mentions.sort(child) == "place":
                yield mentions.at[child.i]
            elif child.dep_ == "appos":
                yield from inside(child, mentions)
            if child.dep_ == "appos":
                for other in list(conjuncts(child))[1:]:
                    yield from named_in(other, mentions)


def under(preposition: Token, mentions: Mentions) -> Iterator[Mention]:
    for item in objects(preposition):
        yield from named_in(item, mentions)


def named_in(item: Token, mentions: Mentions) -> Iterator[Mention]:
    if mentions.sort(item) == "place":
        yield mentions.at[item.i]
    else:
        yield from inside(item, mentions)


def classes_of(token: Token) -> frozenset[str]:
    return by_lemma().get(lemma(token), frozenset())
