"""Actors and targets of a claim: coordination split, references resolved, deeds given to doers."""

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from orontes.claims.discourse import POWERS, Discourse, is_generic_actor
from orontes.claims.mentions import Mentions
from orontes.claims.phrases import classes, name
from orontes.claims.syntax import conjuncts, unwrap
from orontes.claims.words import lemma, words
from orontes.model.names import ActorName
from orontes.vocabulary.load import table

MOST = 4
HELD = re.compile(r"-(held|controlled|occupied|run)$")
OWNERS = frozenset({"its", "their", "his", "her"})
SPEAKERS = frozenset({"we", "our", "us", "i"})
NOT_NAMES = frozenset(
    {"which", "that", "this", "what", "there", "who", "these", "those", "everything", "nothing"}
)


def actors(
    tokens: Sequence[Token],
    mentions: Mentions,
    discourse: Discourse,
    speakers: Sequence[Token] = (),
) -> tuple[ActorName, ...]:
    """The actors that the tokens head, each once, at most four."""
    found: dict[str, None] = {}
    for token in tokens:
        text = actor(token, mentions, discourse, speakers)
        for one in parted(unwrap(token), text, mentions) if text else ():
            found[one] = None
    return tuple(ActorName(text) for text in list(found)[:MOST])


def parted(head: Token, text: str, mentions: Mentions) -> list[str]:
    """As in "Iraqi and Kurdish forces": who is named by the first adjective, and the rest."""
    for child in head.lefts:
        several = [one for one in conjuncts(child) if one.i < head.i]
        if child.dep_ not in {"amod", "compound"} or len(several) < 2:
            continue
        if "armed" in classes(head, mentions) and all(is_party(one, mentions) for one in several):
            first = several[-1].left_edge.i
            rest = " ".join(head.doc[first : head.i + 1].text.split())
            return [*(one.text for one in several[:-1]), rest]
    return [text]


def is_party(word: Token, mentions: Mentions) -> bool:
    return mentions.sort(word) in {"people", "actor"} or "armed" in classes(word, mentions)


def actor(
    token: Token, mentions: Mentions, discourse: Discourse, speakers: Sequence[Token] = ()
) -> str | None:
    """Who is meant, in the report's words; None for what is nobody."""
    if token.pos_ == "DET" and token.head.pos_ in {"NOUN", "PROPN"} and token.dep_ == "det":
        token = token.head
    if token.lower_ in NOT_NAMES or token.ent_type_ in {"DATE", "TIME"}:
        return None
    if lemma(unwrap(token)) in deeds():
        owner = doer(unwrap(token))
        return actor(owner, mentions, discourse, speakers) if owner is not None else None
    if token.lower_ in SPEAKERS and speakers:
        return name(speakers[0], mentions)
    if is_generic_actor(token):
        return discourse.actor(token, mentions) or (None if token.tag_ == "PRP" else token.text)
    owner = next((c for c in token.lefts if c.dep_ == "poss" and c.lower_ in OWNERS), None)
    if owner is not None and classes(token, mentions) & {"armed"}:
        return discourse.actor(owner, mentions) or name(token, mentions)
    return HELD.sub("", name(token, mentions))


def may_fight(token: Token, mentions: Mentions, discourse: Discourse) -> bool:
    """Whether a pronoun stands for a power that can hold ground; whatever is no pronoun may."""
    if token.tag_ != "PRP" or token.lower_ in SPEAKERS:
        return True
    meant = discourse.actor(token, mentions)
    if meant is None or meant in discourse.fighting:
        return meant is not None
    here = (t for t in token.sent if t.i < token.i and name(t, mentions) == meant)
    return any(classes(t, mentions) & POWERS for t in here)


@cache
def deeds() -> frozenset[str]:
    """Nouns that act in a sentence though somebody else does: attacks, falls, weapons."""
    return words(table("deeds")["nouns"])


def doer(token: Token) -> Token | None:
    """Whose deed it is: "Russian strikes", "the opposition's advance", "shelling by the army"."""
    for child in token.children:
        described = child.dep_ in {"amod", "compound"} and child.ent_type_ == "NORP"
        if child.dep_ == "poss" or described:
            return child
        if child.dep_ == "prep" and child.lower_ == "by":
            return next((item for item in child.children if item.dep_ == "pobj"), None)
    return None


def saying(
    tokens: Sequence[Token], mentions: Mentions, discourse: Discourse
) -> tuple[ActorName, ...]:
    """Speakers, pronouns resolved; a speaker that is no one ("this") is left out."""
    kept = [token for token in tokens if token.lower_ not in NOT_NAMES and not is_empty(token)]
    found = [named(token, mentions, discourse) for token in kept]
    return tuple(ActorName(text) for text in dict.fromkeys(found) if text)[:MOST]


def is_empty(token: Token) -> bool:
    """The "it" of "it was reported that"."""
    return bool(token.lower_ == "it" and token.dep_ == "nsubjpass")


def named(token: Token, mentions: Mentions, discourse: Discourse) -> str:
    """A speaker's name; "local reports" may speak where they could not act."""
    if is_generic_actor(token):
        return discourse.actor(token, mentions) or str(token.text)
    return name(token, mentions)


def filter_classes(
    tokens: Sequence[Token], wanted: frozenset[str], mentions: Mentions
) -> list[Token]:
    return [token for token in tokens if classes(token, mentions) & wanted]
