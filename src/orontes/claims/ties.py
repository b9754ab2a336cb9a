"""Control and ties told by an adjective: "regime-held Salaheddin", "Qatar-backed factions"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.tokens import Span, Token

from orontes.claims import extents, where
from orontes.claims.inner import inside
from orontes.claims.mentions import Mentions
from orontes.claims.phrases import classes, name
from orontes.claims.spots import Spot, of_mention
from orontes.claims.words import words
from orontes.model.names import ActorName
from orontes.vocabulary.load import table


@dataclass(frozen=True, slots=True)
class Tie:
    kind: str
    trigger: Token
    actor: tuple[ActorName, ...]
    target: tuple[ActorName, ...]
    place: Spot | None


@cache
def by_participle() -> dict[str, dict[str, Any]]:
    rows = table("frames/adjectival")["tie"]
    return {participle: row for row in rows for participle in words(row["participles"])}


def find(sentence: Span, mentions: Mentions) -> Iterator[Tie]:
    known = by_participle()
    for token in sentence:
        row = known.get(token.lower_)
        if row and token.i >= sentence.start + 2 and token.nbor(-1).text in {"-", "–"}:
            holder = holder_before(token, mentions)
            noun = noun_after(token, sentence)
            if holder and noun is not None:
                yield from tie(row, token, holder, noun, mentions)


def holder_before(participle: Token, mentions: Mentions) -> str | None:
    """The words joined to the participle by a hyphen."""
    word = participle.nbor(-2)
    mention = mentions.of(word)
    if mention:
        return mention.name
    return str(word.text) if word.is_alpha else None


def noun_after(participle: Token, sentence: Span) -> Token | None:
    head = participle.head
    if head.i > participle.i and head.pos_ in {"NOUN", "PROPN"}:
        return head
    for token in sentence.doc[participle.i + 1 : sentence.end]:
        if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "nmod"}:
            return token
        if token.pos_ not in {"ADJ", "PROPN", "NOUN", "PUNCT", "NUM", "ADV"} or token.text in {
            ",",
            ".",
        }:
            return None
    return None


def tie(
    row: dict[str, Any], trigger: Token, holder: str, noun: Token, mentions: Mentions
) -> Iterator[Tie]:
    first, second = row["slots"].split()
    if second == "place":
        for spot in where.exact(held(noun, mentions)):
            yield Tie(row["kind"], trigger, (ActorName(holder),), (), spot)
        return
    if not classes(noun, mentions) & words(row["noun"]) and not mentions.of(noun):
        return
    names = {first: holder, second: without(name(noun, mentions), trigger)}
    yield Tie(
        row["kind"], trigger, (ActorName(names["actor"]),), (ActorName(names["target"]),), None
    )


def held(noun: Token, mentions: Mentions) -> Iterator[Spot]:
    """The places of "rebel-held Hama", "rebel-held areas around Hama"."""
    own = mentions.of(noun)
    for one in [own] if own and own.sort == "place" else inside(noun, mentions):
        spot = of_mention(one, noun)
        yield replace(spot, extent=extents.of_name(spot.token, noun))


def without(text: str, participle: Token) -> str:
    """The noun's phrase after the participle."""
    return text.rsplit(participle.text, 1)[-1].strip() or text
