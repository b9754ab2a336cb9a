"""Places in a phrase: by name, by an inner name, or by what the phrase refers back to."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from orontes.claims import extents
from orontes.claims.discourse import Discourse, is_generic_place
from orontes.claims.extents import Extent
from orontes.claims.mentions import Mention, Mentions
from orontes.claims.phrases import classes, name
from orontes.claims.syntax import conjuncts, objects, unwrap
from orontes.claims.venue import is_venue
from orontes.claims.words import by_lemma, closed, lemma, words
from orontes.model.names import PlaceName
from orontes.vocabulary.load import table

ACTING = words("nsubj nsubjpass poss agent")
HOLDS_PLACE = words("place facility road armed supply people property service goods")
TOWNS = words("city town village suburb hamlet")
STATIVE = words("be remain stay fall lie")
UNITS = closed("units")
FACILITY = words(table("word_classes")["facility"])
ALONG = words("to toward towards between from into linking")
INSIDE = words("in at near around of outside inside beyond within")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, the word that names it or stands for it, and how much of it is meant."""

    name: str
    token: Token
    extent: Extent | None = None

    @property
    def place(self) -> PlaceName:
        return PlaceName(self.name)


def named_spots(
    token: Token, mentions: Mentions, discourse: Discourse, loose: bool = False
) -> Iterator[Spot]:
    counted, token = token, unwrap(token)
    if counted.i != token.i:
        yield from (of_mention(one, token) for one in listed(counted, mentions))
    mention = mentions.of(token)
    known = mention is not None and mention.sort == "place"
    shared = counted.i != token.i and extents.quantity(counted, lemma(counted)) is not None
    if mention and (known or (loose and may_be_place(token, mention, mentions, shared))):
        yield of_mention(mention, token)
        return
    found = classes(token, mentions)
    if loose and token.lower_ == "it" and (antecedent := discourse.place(before(token, mentions))):
        yield Spot(antecedent, token)
        return
    if not found & HOLDS_PLACE:
        return
    inner = list(inside(token, mentions))
    facility = lemma(token) in FACILITY
    if inner and facility and "settlement" not in found and any(beside(token, mentions)):
        yield Spot(name(token, mentions), token)
    elif inner and lemma(token) == "capital":
        yield from (Spot(one.name, token.doc[one.last]) for one in inner)
    elif inner:
        yield from (of_mention(one, token) for one in inner)
    elif loose and (unknown := share_of(token, mentions)) is not None:
        yield Spot(unknown.name, token.doc[unknown.last])
    elif is_generic_place(token) or possessed(token):
        antecedent = discourse.place(before(token, mentions))
        if antecedent:
            yield Spot(antecedent, token)
    elif mention and (facility or "place" in found):
        yield Spot(mention.name, token)
    elif (
        facility and any(mentions.of(child) for child in token.lefts if child.dep_ == "compound")
    ) or ("place" in found and tied(token)):
        yield Spot(name(token, mentions), token)


def share_of(token: Token, mentions: Mentions) -> Mention | None:
    """The unknown name in "parts of Bukamal"."""
    if lemma(token) not in extents.told()["part"]:
        return None
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            for item in objects(child):
                known = mentions.of(item)
                if known and known.sort != "people" and item.pos_ == "PROPN":
                    return known
    return None


def may_be_place(token: Token, mention: Mention, mentions: Mentions, shared: bool) -> bool:
    """An unknown name, and any name in a row with a place; a name ``shared`` out: "half of"."""
    if mention.sort == "other":
        return not classes_of(token)
    if shared and mention.sort == "person":
        return True
    row = token.dep_ == "conj" and mentions.sort(token.head) == "place"
    return row and mention.sort != "people" and token.pos_ == "PROPN"


def of_mention(mention: Mention, near: Token) -> Spot:
    """A name with the unit that it names: "Idlib province" is not the city of Idlib."""
    head = near.doc[mention.last]
    if (
        head.dep_ in {"compound", "nmod", "amod"}
        and head.i + 1 == head.head.i
        and is_unit(head.head)
    ):
        return Spot(f"{mention.name} {head.head.text}", head)
    before = near.doc[mention.first].i - 1
    if head.dep_ == "pobj" and head.head.i == before and head.head.lower_ == "of":
        unit = head.head.head
        if unit.i == before - 1 and is_unit(unit) and unit.dep_ != "conj":
            return Spot(f"{unit.text} of {mention.name}", head)
    return Spot(mention.name, head)


def is_unit(noun: Token) -> bool:
    return lemma(noun) in UNITS and noun.tag_ in {"NN", "NNP"}


def tied(token: Token) -> bool:
    """As in "rebel-held territories": a place known only by who holds it."""
    return any(child.tag_ == "VBN" and child.dep_ == "amod" for child in token.lefts)


def possessed(token: Token) -> bool:
    return any(child.dep_ == "poss" and child.lower_ in {"its", "their"} for child in token.lefts)


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


def before(token: Token, mentions: Mentions) -> list[str]:
    """Place names earlier in the sentence, but for where something is said."""
    return [
        mention.name
        for mention in mentions.all
        if token.sent.start <= mention.first < token.i
        and is_ground(mention, token)
        and not is_venue(token.doc[mention.last])
    ]


def is_ground(mention: Mention, token: Token) -> bool:
    """Whether a place name stands for ground rather than for a power that acts or a parent unit."""
    if mention.sort != "place" or mention.parent:
        return False
    last = token.doc[mention.last]
    if last.dep_ == "nsubj" and lemma(last.head) in STATIVE and not mention.wide:
        return True
    return last.dep_ not in ACTING or (last.dep_ == "poss" and "place" in classes_of(last.head))


def classes_of(token: Token) -> frozenset[str]:
    return by_lemma().get(lemma(token), frozenset())
