"""Where a claim happened: the most exact place that its clause supports."""

from collections.abc import Iterator

from spacy.tokens import Token

from orontes.claims.discourse import Discourse, is_generic_place
from orontes.claims.match import Hit
from orontes.claims.mentions import Mention, Mentions
from orontes.claims.phrases import classes, name
from orontes.claims.syntax import objects, unwrap
from orontes.claims.words import by_lemma, lemma, words
from orontes.model.names import PlaceName
from orontes.vocabulary.load import table

SPREADS = ("territory", "route")
ACTING = words("nsubj nsubjpass poss agent")
HOLDS_PLACE = words("place facility road armed supply people property service goods")
AROUND = words(
    "in at near around outside inside on over across toward towards to into from throughout of"
)
FACILITY = words(table("word_classes")["facility"])
EXTENTS = {name: words(text) for name, text in table("extents").items()}
ALONG = words("to toward towards between from into linking")
INSIDE = words("in at near around of outside")


def of_hit(hit: Hit, mentions: Mentions, discourse: Discourse) -> list[PlaceName] | None:
    """Places of a hit: one for each coordinated name in territory kinds, else the first found.

    None where the clause has no phrase for it, and the place must be looked for round about.
    """
    told = [
        place
        for role in hit.frame.roles.get("place", ())
        for token in role_tokens(hit, role)
        for place in named(token, mentions, discourse, loose=role in {"patient", "agent", "self"})
    ]
    group = hit.frame.kind.split(".")[0]
    if not told and group == "territory" and any(hit.roles.get(r) for r in place_roles(hit)):
        held = of_unnamed(hit, mentions, discourse)
        return [held] if held else []
    if told:
        return list(dict.fromkeys(told)) if group in SPREADS else told[:1]
    if group == "relation":
        return []
    if group == "statement":
        return below(hit.trigger, mentions)
    return None


def place_roles(hit: Hit) -> tuple[str, ...]:
    return tuple(
        role for role in hit.frame.roles.get("place", ()) if role in {"patient", "of", "over"}
    )


def of_unnamed(hit: Hit, mentions: Mentions, discourse: Discourse) -> PlaceName | None:
    """The place round a facility without a name: "took the television building"."""
    if extent(hit) is None:
        return None
    earlier = before(hit.trigger, mentions)
    place = earlier[-1] if earlier else discourse.focus()
    return PlaceName(place) if place else None


def extent(hit: Hit) -> str | None:
    """How much of the place is meant: most, part, outskirts or a facility in it; None for all."""
    for role in hit.frame.roles.get("place", ()):
        for token in role_tokens(hit, role)[:1]:
            word, noun = lemma(token), lemma(unwrap(token))
            for share in ("most", "part", "outskirts"):
                if {word, noun} & EXTENTS[share]:
                    return share
            if noun in FACILITY and not list(
                token.doc[unwrap(token).left_edge.i : unwrap(token).right_edge.i + 1].ents
            ):
                return "facility"
    return None


def role_tokens(hit: Hit, role: str) -> list[Token]:
    return hit.roles.get("self", [hit.trigger]) if role == "self" else hit.roles.get(role, [])


def named(
    token: Token, mentions: Mentions, discourse: Discourse, loose: bool = False
) -> Iterator[PlaceName]:
    """The place that a phrase names, by itself, by an inner name, or by reference.

    ``loose`` takes an unknown name for a place where the frame wants one ("captured Bourem").
    """
    token = unwrap(token)
    mention = mentions.of(token)
    if mention and (
        mention.sort == "place" or (loose and mention.sort == "other" and not classes_of(token))
    ):
        yield PlaceName(mention.name)
        return
    found = classes(token, mentions)
    if loose and token.lower_ == "it" and (antecedent := discourse.place(before(token, mentions))):
        yield PlaceName(antecedent)
        return
    if not found & HOLDS_PLACE:
        return
    inner = list(inside(token, mentions))
    facility = lemma(token) in FACILITY
    if inner and facility and "settlement" not in found and any(beside(token, mentions)):
        yield PlaceName(name(token, mentions))
    elif inner:
        yield from (PlaceName(text) for text in inner)
    elif is_generic_place(token) or possessed(token):
        antecedent = discourse.place(before(token, mentions))
        if antecedent:
            yield PlaceName(antecedent)
    elif mention and (facility or "place" in found):
        yield PlaceName(mention.name)
    elif (
        facility and any(mentions.of(child) for child in token.lefts if child.dep_ == "compound")
    ) or ("place" in found and tied(token)):
        yield PlaceName(name(token, mentions))


def tied(token: Token) -> bool:
    """As in "rebel-held territories": a place known only by who holds it."""
    return any(child.tag_ == "VBN" and child.dep_ == "amod" for child in token.lefts)


def possessed(token: Token) -> bool:
    return any(child.dep_ == "poss" and child.lower_ in {"its", "their"} for child in token.lefts)


def inside(token: Token, mentions: Mentions) -> Iterator[str]:
    """Place names within a phrase: "the town of Bourem", "Hama's airport", "areas around Amirli".

    A name that stands before its noun is more exact than the one after it: "the Sawaiq district of
    Hama" is Sawaiq.
    """
    direct = list(beside(token, mentions))
    yield from direct
    if direct:
        return
    for child in token.children:
        road = "road" in classes_of(token) and child.lower_ in ALONG
        if child.dep_ == "prep" and (road or child.lower_ in {*INSIDE, "including"}):
            yield from under(child, mentions)
        elif child.dep_ == "acl" and child.lower_ in {"linking", "connecting", "joining"}:
            for item in child.children:
                if mentions.sort(item) == "place":
                    yield mentions.at[item.i].name
                elif item.dep_ == "prep":
                    yield from under(item, mentions)


def beside(token: Token, mentions: Mentions) -> Iterator[str]:
    for child in token.children:
        if child.dep_ in {"compound", "poss", "nmod", "amod", "appos", "npadvmod"}:
            if mentions.sort(child) == "place":
                yield mentions.at[child.i].name
            elif child.dep_ == "appos":
                yield from inside(child, mentions)


def under(preposition: Token, mentions: Mentions) -> Iterator[str]:
    for item in objects(preposition):
        if mentions.sort(item) == "place":
            yield mentions.at[item.i].name
        else:
            yield from inside(item, mentions)


def before(token: Token, mentions: Mentions) -> list[str]:
    """Place names earlier in the sentence."""
    return [
        mention.name
        for mention in mentions.all
        if token.sent.start <= mention.first < token.i and is_ground(mention, token)
    ]


def is_ground(mention: Mention, token: Token) -> bool:
    """Whether a place name stands for ground rather than for a power that acts or a parent unit."""
    if mention.sort != "place" or mention.parent:
        return False
    last = token.doc[mention.last]
    return last.dep_ not in ACTING or (last.dep_ == "poss" and "place" in classes_of(last.head))


def classes_of(token: Token) -> frozenset[str]:
    return by_lemma().get(lemma(token), frozenset())


def below(trigger: Token, mentions: Mentions) -> list[PlaceName]:
    """The first place named in what the trigger governs."""
    subtree = {token.i for token in trigger.subtree}
    for mention in mentions.all:
        if mention.first in subtree and mention.first > trigger.i and is_ground(mention, trigger):
            return [PlaceName(mention.name)]
    return []


def fallback(trigger: Token, mentions: Mentions, discourse: Discourse) -> list[PlaceName]:
    """A locative phrase of the clause or of those above it, else the sentence's, else the focus."""
    node = trigger
    for _ in range(6):
        if place := around(node, trigger, mentions, discourse):
            return [place]
        if node.dep_ in {"ROOT", "ccomp", "relcl"}:
            break
        node = node.head
    here = [
        mention
        for mention in mentions.all
        if trigger.sent.start <= mention.first < trigger.sent.end and is_ground(mention, trigger)
    ]
    if here:
        return [PlaceName(min(here, key=lambda item: abs(item.first - trigger.i)).name)]
    focus = discourse.focus()
    return [PlaceName(focus)] if focus else []


def around(
    node: Token, trigger: Token, mentions: Mentions, discourse: Discourse
) -> PlaceName | None:
    for child in node.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in AROUND:
            for item in objects(child):
                for place in named(item, mentions, discourse):
                    return place
    for child in node.children:
        if child.i == trigger.i:
            continue
        if child.dep_ in {"poss", "compound"} and mentions.sort(child) == "place":
            return PlaceName(mentions.at[child.i].name)
        if child.dep_ in {"dobj", "nsubjpass", "nsubj", "poss", "compound", "pobj"}:
            for text in inside(child, mentions):
                return PlaceName(text)
    return None
