"""Places in a phrase: by name, by an inner name, or by what the phrase refers back to."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from orontes.claims import extents
from orontes.claims.discourse import Discourse, is_generic_place
from orontes.claims.extents import Extent
from orontes.claims.inner import beside, classes_of, inside, listed
from orontes.claims.mentions import Mention, Mentions
from orontes.claims.phrases import classes, name
from orontes.claims.syntax import objects, unwrap
from orontes.claims.venue import is_venue
from orontes.claims.words import closed, lemma, words
from orontes.model.names import PlaceName
from orontes.vocabulary.load import table

ACTING = words("nsubj nsubjpass poss agent")
HOLDS_PLACE = words("place facility road armed supply people property service goods")
STATIVE = words("be remain stay fall lie")
UNITS = closed("units")
FACILITY = words(table("word_classes")["facility"])


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
    if (
        last.dep_ == "compound"
        and last.head.pos_ == "PROPN"
        and "place" not in classes_of(last.head)
    ):
        return False
    if last.dep_ == "pobj" and last.head.lower_ == "of" and lemma(last.head.head) == "governor":
        return False
    if last.dep_ == "nsubjpass" and not mention.wide:
        return True
    if last.dep_ == "nsubj" and lemma(last.head) in STATIVE and not mention.wide:
        return True
    return last.dep_ not in ACTING or (last.dep_ == "poss" and "place" in classes_of(last.head))
