"""Frames against the parse: which words tell which kind of claim, with which arguments."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from orontes.claims.frames import Frame, index
from orontes.claims.mentions import Mentions
from orontes.claims.phrases import classes
from orontes.claims.syntax import (
    Roles,
    conjuncts,
    governor,
    is_passive,
    noun_roles,
    objects,
    particle,
    subject,
    unwrap,
    verb_roles,
)
from orontes.claims.words import by_lemma, lemma

MISTAGGED = frozenset({"nsubj", "dobj"})
ENDING = frozenset({"cessation", "halt", "end"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger with the frame it fits and its arguments by role."""

    trigger: Token
    frame: Frame
    roles: Roles

    @property
    def noun(self) -> bool:
        return self.frame.part != "verbs"


def hits(sentence: Span, mentions: Mentions) -> Iterator[Hit]:
    """At most one hit a trigger word, the first frame that fits."""
    known = index()
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBN", "VBG", "VBD"}:
            found = verb_hit(token, known, mentions) or modifier_hit(token, known)
        elif token.pos_ == "NOUN" and any(child.dep_ in MISTAGGED for child in token.children):
            found = verb_hit(token, known, mentions) or noun_hit(token, known, mentions)
        elif token.pos_ == "ADJ" and token.dep_ in {"acomp", "ROOT"}:
            found = verb_hit(token, known, mentions)
        elif token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            found = (
                noun_hit(token, known, mentions)
                or headline_hit(token, known, mentions)
                or modifier_hit(token, known)
            )
        else:
            continue
        if found is not None:
            yield found


def headline_hit(
    noun: Token, known: dict[tuple[str, str], tuple[Frame, ...]], mentions: Mentions
) -> Hit | None:
    """ "Houthis control Hodeidah": a present-tense verb that the parser took for a noun."""
    doers = [
        c
        for c in noun.lefts
        if c.dep_ in {"compound", "nmod"}
        and (c.tag_ in {"NNS", "NNPS"} or mentions.sort(c) in {"actor", "people"})
    ]
    objects_ = [c for c in noun.rights if c.dep_ in {"appos", "dobj", "npadvmod"}]
    if noun.dep_ != "ROOT" or not doers or not objects_ or noun.tag_ not in {"NN", "VB", "VBP"}:
        return None
    roles: Roles = {"agent": doers, "patient": [t for c in objects_ for t in conjuncts(c)]}
    for frame in known.get(("verbs", lemma(noun)), ()):
        if fits(frame, roles, mentions, lenient_agent=False):
            return Hit(noun, frame, roles)
    return None


def modifier_hit(word: Token, known: dict[tuple[str, str], tuple[Frame, ...]]) -> Hit | None:
    """ "besieged Madaya": a participle before the noun that it tells of."""
    candidates = known.get(("modifiers_only", word.lower_), ())
    if not candidates or word.dep_ != "amod" or word.head.i < word.i:
        return None
    return Hit(word, candidates[0], {"self": list(conjuncts(word.head))})


def verb_hit(
    verb: Token, known: dict[tuple[str, str], tuple[Frame, ...]], mentions: Mentions
) -> Hit | None:
    word, extra = verb_lemma(verb), particle(verb)
    candidates = known.get(("verbs", f"{word}_{extra}"), ()) if extra else ()
    candidates += known.get(("verbs", word), ())
    if is_vow(verb):
        candidates += known.get(("verbs", "*"), ())
    if not candidates or (verb.dep_ in {"amod", "compound"} and not list(verb.children)):
        return None
    roles = verb_roles(verb)
    for frame in candidates:
        if fits_verb(verb, frame, roles, mentions):
            return Hit(verb, frame, roles)
    return None


def verb_lemma(token: Token) -> str:
    """The lemma of a verb, also of a participle that was taken for an adjective."""
    word = lemma(token)
    if token.pos_ != "ADJ" or not word.endswith("ed"):
        return word
    known = index()
    return next((stem for stem in (word[:-1], word[:-2]) if ("verbs", stem) in known), word)


def is_vow(verb: Token) -> bool:
    """ "We will not allow it": the speaker binds himself."""
    words = {child.lower_ for child in verb.children if child.dep_ in {"aux", "nsubj"}}
    return bool(words & {"we", "i"}) and bool(words & {"will", "shall", "'ll", "’ll"})


def fits_verb(verb: Token, frame: Frame, roles: Roles, mentions: Mentions) -> bool:
    if "passive" in frame.flags and not is_passive(verb):
        return False
    if frame.adverbs and not any(child.lower_ in frame.adverbs for child in verb.children):
        return False
    if "needs_count" in frame.flags and not has_count(roles.get("agent", [])):
        return False
    return fits(frame, roles, mentions, lenient_agent=is_passive(verb))


def has_count(tokens: list[Token]) -> bool:
    return any(
        unwrap(token).i != token.i or any(child.dep_ == "nummod" for child in token.children)
        for token in tokens
    )


def noun_hit(
    noun: Token, known: dict[tuple[str, str], tuple[Frame, ...]], mentions: Mentions
) -> Hit | None:
    candidates = known.get(("nouns", lemma(noun)), ())
    if not candidates or (
        noun.dep_ == "compound" and "accord" not in by_lemma().get(lemma(noun.head), ())
    ):
        return None
    roles = noun_roles(noun)
    for frame in candidates:
        if not fits_noun(noun, frame):
            continue
        arranged = arrange(noun, roles, frame, mentions)
        if not arranged["agent"]:
            arranged["agent"] = distant_agent(noun, frame)
        if fits(frame, arranged, mentions, lenient_agent=True, noun=True):
            return Hit(noun, frame, arranged)
    return None


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
    """ "remains under the control of", "out of service"."""
    preposition = noun.head
    if preposition.lower_ == "of" and "out_of" in frame.under:
        return preposition.head.lower_ == "out" or preposition.nbor(-1).lower_ == "out"
    if preposition.lower_ not in {"under", "in"}:
        return False
    host = preposition.head
    return lemma(host) in frame.under and host.pos_ in {"VERB", "AUX"}


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
    """ "The army remains in control of Hama"; "Hama remains under control of the army"."""
    inner = roles.get("of", []) + roles.get("poss", []) + roles.get("amod", [])
    doer = subject(noun.head.head)
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


def fits(
    frame: Frame, roles: Roles, mentions: Mentions, lenient_agent: bool, noun: bool = False
) -> bool:
    for role, accepted in frame.classes.items():
        if role == "target":
            if not tied_to(frame, accepted, roles, mentions):
                return False
            continue
        tokens = roles.get(role, [])
        if not tokens and role == "agent" and lenient_agent and "strict" not in frame.flags:
            continue
        if role == "agent" and "armed" in accepted:
            accepted |= {"state"}
        if not any(accepted & classes(token, mentions) or pronoun(token, role) for token in tokens):
            return False
    for role, accepted in frame.wanted.items():
        if frame.compound & {lemma(token) for token in roles.get("compound", [])}:
            continue
        tokens = roles.get(role, [])
        if not any(accepted & head_words(token) for token in tokens):
            return False
    for role, refused in frame.refused.items():
        if any(
            refuses(role, refused, token, mentions)
            for token in roles.get(role.removesuffix("_words"), [])
        ):
            return False
    if frame.some and not any(roles.get(role) for role in frame.some):
        return False
    return fits_needs(frame, roles, mentions)


def tied_to(frame: Frame, accepted: frozenset[str], roles: Roles, mentions: Mentions) -> bool:
    told = [token for name in frame.roles.get("target", ()) for token in roles.get(name, [])]
    return any(accepted & classes(token, mentions) for token in told)


def pronoun(token: Token, role: str) -> bool:
    """A personal pronoun fits any class."""
    if token.tag_ != "PRP":
        return False
    return (
        role in {"agent", "patient"}
        and token.pos_ == "PRON"
        and token.lower_ not in {"that", "which", "this"}
    )


def head_words(token: Token) -> set[str]:
    inner = unwrap(token)
    compounds = {
        lemma(child) for child in inner.lefts if child.dep_ in {"compound", "amod", "nmod"}
    }
    return {lemma(inner), lemma(inner).rsplit("-", 1)[-1]} | compounds


def refuses(role: str, refused: frozenset[str], token: Token, mentions: Mentions) -> bool:
    if role.endswith("_words"):
        return bool(refused & head_words(token))
    return bool(refused & classes(token, mentions))


def fits_needs(frame: Frame, roles: Roles, mentions: Mentions) -> bool:
    if not frame.needs:
        return True
    tokens = [token for name in frame.needs for token in roles.get(name, [])]
    if frame.needs_class and not any(
        frame.needs_class & classes(token, mentions) for token in tokens
    ):
        return False
    if frame.needs_words and not any(frame.needs_words & head_words(token) for token in tokens):
        return False
    return bool(tokens)
