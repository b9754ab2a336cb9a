"""A noun that tells an act: whether it fits, and which of its phrases does and suffers it."""

from collections.abc import Iterator

from spacy.tokens import Token

from orontes.claims.frames import Frame
from orontes.claims.mentions import Mentions
from orontes.claims.phrases import classes
from orontes.claims.syntax import (
    Roles,
    conjuncts,
    governor,
    is_passive,
    objects,
    particle,
    subject,
)
from orontes.claims.words import lemma

HEADS = frozenset({"ROOT", "conj", "appos", "dep", "ccomp"})
ENDING = frozenset({"cessation", "halt", "end"})


def fits_noun(noun: Token, frame: Frame) -> bool:
    left = {child.lower_ for child in noun.lefts} | {lemma(child) for child in noun.lefts}
    left |= {part for child in noun.lefts for part in child.lower_.split("-")}
    if frame.modifiers and not frame.modifiers & left:
        return False
    if (
        frame.kind == "battle.clash"
        and noun.head.dep_ == "prep"
        and lemma(noun.head.head) in ENDING
    ):
        return False
    if frame.light and light_verb(noun) & frame.light == set():
        return False
    if frame.under and not held_under(noun, frame):
        return False
    return not (
        "copula" in frame.flags
        and noun.dep_ not in {"attr", "appos", "pobj", "dobj", "nsubj", "conj", "ROOT"}
    )


def light_verb(noun: Token) -> set[str]:
    """The verb that carries the noun, with and without its particle."""
    host = governor(noun)
    if host is None:
        head = noun.head
        if noun.dep_ == "pobj" and head.head.pos_ == "VERB":
            host = head.head
        elif noun.dep_ in {"oprd", "attr", "dep", "npadvmod"} and head.pos_ == "VERB":
            host = head
    if host is None:
        return set()
    word, extra = lemma(host), particle(host)
    return {word, f"{word}_{extra}"} if extra else {word}


def held_under(noun: Token, frame: Frame) -> bool:
    """As in "remains under the control of", "out of service"."""
    preposition = noun.head
    if preposition.lower_ == "of" and "out_of" in frame.under:
        return preposition.head.lower_ == "out" or preposition.nbor(-1).lower_ == "out"
    if preposition.lower_ not in {"under", "in", "into"}:
        return False
    host = preposition.head
    if host.pos_ in {"VERB", "AUX"}:
        return lemma(host) in frame.under
    return "holder" in frame.flags and host.pos_ == "PROPN" and host.dep_ in HEADS


def arrange(noun: Token, roles: Roles, frame: Frame, mentions: Mentions) -> Roles:
    """A noun's of-phrase, possessor and modifiers as agent or patient."""
    arranged = {name: list(tokens) for name, tokens in roles.items()}
    agent = arranged.pop("by", []) + arranged.pop("host_agent", [])
    patient: list[Token] = []
    for source in ("of", "poss", "compound", "amod"):
        for token in roles.get(source, []):
            place = side_of(source, token, frame, mentions)
            (agent if place == "agent" else patient if place == "patient" else []).append(token)
    arranged["agent"] = agent
    arranged["patient"] = patient + [t for name in ("on", "against") for t in roles.get(name, [])]
    if "holder" in frame.flags:
        told_holder(noun, roles, arranged)
    return arranged


def told_holder(noun: Token, roles: Roles, arranged: Roles) -> None:
    """As in "The army remains in control of Hama"; "Hama remains under control of the army"."""
    inner = [t for name in ("of", "poss", "amod", "compound") for t in roles.get(name, [])]
    host = noun.head.head
    while host.dep_ == "conj" and host.pos_ == "PROPN" and host.head.pos_ == "PROPN":
        host = host.head
    doer = host if host.pos_ == "PROPN" else subject(host)
    outer = list(conjuncts(doer)) if doer is not None else []
    holds = noun.head.lower_ == "in" and lemma(noun) in {"control", "hold", "charge"}
    arranged["agent"], arranged["patient"] = (outer, inner) if holds else (inner, outer)


def side_of(source: str, token: Token, frame: Frame, mentions: Mentions) -> str:
    told = frame.roles.get(source, ())
    found = classes(token, mentions)
    wanted = frame.classes.get("patient", frozenset())
    if len(told) == 1:
        return told[0]
    if "pronoun" in found:
        return "agent" if source == "poss" and "patient" not in told else "patient"
    if source == "of":
        return "patient"
    if source == "amod":
        return "agent" if "armed" in found or "named" in found else ""
    if found & wanted and (source != "poss" or "armed" not in found or "place" in found):
        return "patient"
    if "place" in found:
        return "patient"
    return "agent" if found & {"armed", "official", "named", "bloc"} else ""


def distant_agent(noun: Token, frame: Frame) -> list[Token]:
    """The doer that the parse hangs elsewhere: a stray "by", or what a tie is said of."""
    if "copula" in frame.flags:
        return list(bearer(noun))
    if "agent" not in frame.roles.get("actor", ()):
        return []
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        stray = token.lower_ == "by" and token.dep_ in {"prep", "agent"} and token.head.i < noun.i
        if stray and not is_passive(token.head):
            return [t for c in token.children if c.dep_ == "pobj" for t in conjuncts(c)]
    return []


def bearer(noun: Token) -> Iterator[Token]:
    """What an apposition, a predicate or a "with roots in" is said of."""
    told = [child for child in noun.rights if child.dep_ == "appos"]
    told += [t for c in noun.rights if c.lower_ == "including" for t in objects(c)]
    if told:
        for token in told:
            yield from conjuncts(token)
        return
    node = noun
    if node.dep_ == "pobj" and node.head.dep_ == "prep":
        node = node.head.head
    while node.dep_ in {"appos", "conj"}:
        node = node.head
    if node.dep_ == "attr":
        doer = subject(node.head)
        if doer is not None:
            yield from conjuncts(doer)
    elif node.dep_ == "dobj" and (doer := subject(node.head)) is not None:
        yield from conjuncts(doer)
    elif node.i != noun.i:
        yield node
