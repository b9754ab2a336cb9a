"""Frames against the parse: which words tell which kind of claim, with which arguments."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from orontes.claims.arrange import arrange, distant_agent, fits_noun
from orontes.claims.fit import fits
from orontes.claims.frames import Frame, index
from orontes.claims.mentions import Mentions
from orontes.claims.syntax import (
    Roles,
    conjuncts,
    is_passive,
    noun_roles,
    particle,
    unwrap,
    verb_roles,
)
from orontes.claims.words import by_lemma, closed, lemma

CUT = frozenset({"territory.capture", "territory.hold", "territory.encircle"})
MISTAGGED = frozenset({"nsubj", "dobj"})


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
    """As in "Houthis control Hodeidah": a present-tense verb that the parser took for a noun."""
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
    """As in "besieged Madaya": a participle before the noun that it tells of."""
    candidates = known.get(("modifiers_only", word.lower_), ())
    if not candidates or word.dep_ != "amod" or word.head.i < word.i:
        return None
    return Hit(word, candidates[0], {"self": list(conjuncts(word.head))})


def verb_hit(
    verb: Token, known: dict[tuple[str, str], tuple[Frame, ...]], mentions: Mentions
) -> Hit | None:
    word, extra = verb_lemma(verb), particle(verb)
    candidates = known.get(("verbs", f"{word}_{extra}"), ()) if extra else ()
    if extra is None or word not in closed("phrasal"):
        candidates += known.get(("verbs", word), ())
    if is_vow(verb):
        candidates += known.get(("verbs", "*"), ())
    if not candidates or (verb.dep_ in {"amod", "compound"} and not list(verb.children)):
        return None
    roles = verb_roles(verb)
    if is_cut_passive(verb, roles, mentions):
        turned = {**roles, "patient": roles["agent"], "agent": roles.get("by", [])}
        for frame in candidates:
            if suffers(frame, turned, mentions):
                return Hit(verb, frame, turned)
    for frame in candidates:
        if fits_verb(verb, frame, roles, mentions):
            return Hit(verb, frame, roles)
    return None


def is_cut_passive(verb: Token, roles: Roles, mentions: Mentions) -> bool:
    """As in "Hama captured, rebels advance": a headline's participle without its "was"."""
    if verb.tag_ not in {"VBD", "VBN"} or is_passive(verb) or roles["patient"] or roles["clause"]:
        return False
    own = any(child.dep_ == "nsubj" for child in verb.children)
    helped = any(child.dep_ in {"aux", "prt"} for child in verb.children)
    named = [mentions.of(token) for token in roles.get("agent", [])]
    return own and not helped and all(one and one.sort == "place" and not one.wide for one in named)


def suffers(frame: Frame, roles: Roles, mentions: Mentions) -> bool:
    """Whether the frame is of ground that somebody takes, holds or surrounds."""
    taken = frame.kind in CUT and "patient" in frame.roles.get("place", ())
    return taken and fits(frame, roles, mentions, lenient_agent=True)


def verb_lemma(token: Token) -> str:
    """The lemma of a verb, also of a participle that was taken for an adjective."""
    word = lemma(token)
    if token.pos_ != "ADJ" or not word.endswith("ed"):
        return word
    known = index()
    return next((stem for stem in (word[:-1], word[:-2]) if ("verbs", stem) in known), word)


def is_vow(verb: Token) -> bool:
    """As in "We will not allow it": the speaker binds himself."""
    words = {child.lower_ for child in verb.children if child.dep_ in {"aux", "nsubj"}}
    return bool(words & {"we", "i"}) and bool(words & {"will", "shall", "'ll", "’ll"})


def fits_verb(verb: Token, frame: Frame, roles: Roles, mentions: Mentions) -> bool:
    if "passive" in frame.flags and not is_passive(verb):
        return False
    if "finite" in frame.flags and verb.tag_ == "VBG":
        return False
    if "verbal" in frame.flags and verb.pos_ == "ADJ":
        return False
    if "standing" in frame.flags and not is_standing(verb):
        return False
    if frame.adverbs and not any(child.lower_ in frame.adverbs for child in verb.children):
        return False
    if "needs_count" in frame.flags and not has_count(roles.get("agent", [])):
        return False
    return fits(frame, roles, mentions, lenient_agent=is_passive(verb))


def is_standing(verb: Token) -> bool:
    """As in "is occupied by", "still occupied": a state, not what brought it about."""
    words = {child.lower_ for child in verb.children if child.dep_ in {"auxpass", "aux", "advmod"}}
    if words & {"been", "being", "get", "got"}:
        return False
    lasting = any(child.lower_ == "since" for child in verb.children)
    return bool(words & {"is", "are", "still", "currently", "remains", "remain"}) or lasting


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
