"""Whether the arguments of a trigger are of the classes and words that a frame asks for."""

from spacy.tokens import Token

from orontes.claims.frames import Frame
from orontes.claims.mentions import Mentions
from orontes.claims.phrases import classes
from orontes.claims.syntax import (
    Roles,
    unwrap,
)
from orontes.claims.words import lemma

SOME_OF_THEM = frozenset({"some", "several", "many", "both", "most", "others", "all"})


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
    """A personal pronoun, or a bare "some" or "both", fits any class: it refers back."""
    if role not in {"agent", "patient"}:
        return False
    bare = token.lower_ in SOME_OF_THEM and not any(
        child.dep_ == "prep" for child in token.children
    )
    return token.tag_ == "PRP" or (bare and token.dep_ in {"nsubj", "nsubjpass"})


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
