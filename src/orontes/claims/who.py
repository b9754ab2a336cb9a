"""Actors and targets of a claim, coordination split, references resolved."""

from spacy.tokens import Token

from orontes.claims.discourse import Discourse, is_generic_actor
from orontes.claims.mentions import Mentions
from orontes.claims.phrases import classes, name
from orontes.model.names import ActorName

MOST = 4
OWNERS = frozenset({"its", "their", "his", "her"})
NOT_NAMES = frozenset(
    {"which", "that", "this", "what", "there", "who", "these", "those", "everything", "nothing"}
)


def actors(
    tokens: list[Token], mentions: Mentions, discourse: Discourse, speakers: list[Token] = []
) -> tuple[ActorName, ...]:  # noqa: B006
    found: dict[str, None] = {}
    for token in tokens:
        text = actor(token, mentions, discourse, speakers)
        if text:
            found[text] = None
    return tuple(ActorName(text) for text in list(found)[:MOST])


def actor(
    token: Token, mentions: Mentions, discourse: Discourse, speakers: list[Token]
) -> str | None:
    if token.lower_ in NOT_NAMES:
        return None
    if token.lower_ in {"we", "our", "us", "i"} and speakers:
        return name(speakers[0], mentions)
    if is_generic_actor(token):
        return discourse.actor(token, mentions) or token.text
    owner = next((c for c in token.lefts if c.dep_ == "poss" and c.lower_ in OWNERS), None)
    if owner is not None and classes(token, mentions) & {"armed"}:
        return discourse.actor(owner, mentions) or name(token, mentions)
    return name(token, mentions)


def saying(tokens: list[Token], mentions: Mentions, discourse: Discourse) -> tuple[ActorName, ...]:
    """Speakers, pronouns resolved; a speaker that is no one ("this", "reports") is left out."""
    kept = [token for token in tokens if token.lower_ not in NOT_NAMES]
    return actors(kept, mentions, discourse)


def filter_classes(tokens: list[Token], wanted: frozenset[str], mentions: Mentions) -> list[Token]:
    return [token for token in tokens if classes(token, mentions) & wanted]
