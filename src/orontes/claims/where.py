"""Where a claim happened: the most exact place that its clause supports."""

from collections.abc import Iterator

from spacy.tokens import Token

from orontes.claims.discourse import Discourse, is_generic_place
from orontes.claims.match import Hit
from orontes.claims.mentions import Mentions
from orontes.claims.phrases import classes, name
from orontes.claims.syntax import objects, unwrap
from orontes.claims.words import lemma, words
from orontes.model.names import PlaceName
from orontes.vocabulary.load import table

SPREADS = ("territory", "route")
PLACELESS = ("statement", "relation")
AROUND = words(
    "in at near around outside inside on over across toward towards to into from throughout of"
)
FACILITY = words(table("word_classes")["facility"])
INSIDE = words("in at near around of outside")


def of_hit(hit: Hit, mentions: Mentions, discourse: Discourse) -> list[PlaceName]:
    """Places of a hit: one for each coordinated name in territory kinds, else the first found."""
    told = [
        place
        for role in hit.frame.roles.get("place", ())
        for token in role_tokens(hit, role)
        for place in named(token, mentions, discourse)
    ]
    group = hit.frame.kind.split(".")[0]
    if told:
        return list(dict.fromkeys(told)) if group in SPREADS else told[:1]
    if group in PLACELESS:
        return []
    return fallback(hit.trigger, mentions, discourse)


def role_tokens(hit: Hit, role: str) -> list[Token]:
    return [hit.trigger] if role == "self" else hit.roles.get(role, [])


def named(token: Token, mentions: Mentions, discourse: Discourse) -> Iterator[PlaceName]:
    """The place that a phrase names, by itself, by an inner name, or by reference."""
    token = unwrap(token)
    mention = mentions.of(token)
    if mention and mention.sort == "place":
        yield PlaceName(mention.name)
        return
    found = classes(token, mentions)
    if not found & {
        "place",
        "facility",
        "road",
        "armed",
        "supply",
        "people",
        "property",
        "service",
        "goods",
    }:
        return
    inner = list(inside(token, mentions))
    facility = lemma(token) in FACILITY
    if inner and facility and "place" not in found - {"facility"}:
        yield PlaceName(name(token, mentions))
    elif inner:
        yield from (PlaceName(text) for text in inner)
    elif is_generic_place(token) or possessed(token):
        antecedent = discourse.place(before(token, mentions))
        if antecedent:
            yield PlaceName(antecedent)
    elif (facility or "place" in found) and mention:
        yield PlaceName(mention.name)


def possessed(token: Token) -> bool:
    return any(child.dep_ == "poss" and child.lower_ in {"its", "their"} for child in token.lefts)


def inside(token: Token, mentions: Mentions) -> Iterator[str]:
    """Place names within a noun phrase: "the town of Bourem", "Hama's airport", "Sunni villages around Amirli"."""
    for child in token.children:
        if child.dep_ in {"compound", "poss", "nmod", "amod", "appos", "npadvmod"}:
            if mentions.sort(child) == "place" and (child.pos_ == "PROPN" or child.dep_ != "amod"):
                yield mentions.at[child.i].name
            elif child.dep_ == "appos":
                yield from inside(child, mentions)
        elif child.dep_ == "prep" and child.lower_ in {*INSIDE, "including"}:
            for item in objects(child):
                if mentions.sort(item) == "place":
                    yield mentions.at[item.i].name
                else:
                    yield from inside(item, mentions)


def before(token: Token, mentions: Mentions) -> list[str]:
    """Place names earlier in the sentence."""
    return [
        mention.name
        for mention in mentions.all
        if token.sent.start <= mention.first < token.i and mention.sort == "place"
    ]


def fallback(trigger: Token, mentions: Mentions, discourse: Discourse) -> list[PlaceName]:
    """Any locative phrase of the clause, then of the clauses above, then the report's focus."""
    node = trigger
    for _ in range(6):
        for child in node.children:
            if child.dep_ in {"prep", "agent"} and child.lower_ in AROUND:
                for item in objects(child):
                    for place in named(item, mentions, discourse):
                        return [place]
        for child in node.children:
            if child.dep_ in {"dobj", "nsubjpass", "poss", "compound"} and child.i != trigger.i:
                for text in inside(child, mentions):
                    return [PlaceName(text)]
                if child.dep_ in {"poss", "compound"} and mentions.sort(child) == "place":
                    return [PlaceName(mentions.at[child.i].name)]
        if node.dep_ == "ROOT":
            break
        node = node.head
    here = [
        m.name
        for m in mentions.all
        if trigger.sent.start <= m.first < trigger.sent.end and m.sort == "place"
    ]
    near = here[-1] if len(set(here)) == 1 else discourse.focus() or (here[-1] if here else None)
    return [PlaceName(near)] if near else []
