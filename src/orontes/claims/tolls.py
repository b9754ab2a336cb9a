"""Counts of people killed, injured or missing: which words count whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from orontes.claims.counts import CountMention
from orontes.claims.mentions import Mentions
from orontes.claims.phrases import classes
from orontes.claims.syntax import conjuncts, unwrap, verb_roles
from orontes.claims.words import lemma, words
from orontes.vocabulary.load import table

INTRANSITIVE = words("die perish drown disappear")


@dataclass(frozen=True, slots=True)
class Toll:
    """A trigger word with the people it counts; ``mention`` is None if no number is told."""

    kind: str
    trigger: Token
    victim: Token | None
    mention: CountMention | None
    agents: tuple[Token, ...] = ()


@cache
def cues(sort: str, part: str) -> frozenset[str]:
    return words(table("frames/toll")[sort].get(part, ""))


def find(sentence: Span, counts: list[CountMention], mentions: Mentions) -> Iterator[Toll]:
    here = [m for m in counts if sentence.start <= m.token < sentence.end]
    used: set[tuple[str, int]] = set()
    for token in sentence:
        for sort in ("killed", "injured", "missing"):
            for toll in of_word(token, sort, here, mentions):
                key = (toll.kind, toll.mention.start if toll.mention else -token.i)
                if key not in used:
                    used.add(key)
                    yield toll


def of_word(
    token: Token, sort: str, here: list[CountMention], mentions: Mentions
) -> Iterator[Toll]:
    word = lemma(token)
    if (word in cues(sort, "verbs") and token.pos_ in {"VERB", "AUX"}) or (
        token.tag_ == "VBN" and word in cues(sort, "verbs")
    ):
        yield from of_verb(token, sort, here, mentions)
    elif token.lower_ in cues(sort, "adjectives"):
        yield from of_adjective(token, sort, here, mentions)
    elif word in cues(sort, "nouns") and token.pos_ in {"NOUN", "PROPN"}:
        yield from of_noun(token, sort, here)
    elif word in cues(sort, "bodies") | cues(sort, "lives"):
        yield from of_lives(token, sort, here)


def of_lives(noun: Token, sort: str, here: list[CountMention]) -> Iterator[Toll]:
    """As in "20 bodies were found", "claimed the lives of five children"."""
    lives = lemma(noun) in cues(sort, "lives")
    if lives and lemma(noun.head) not in {"claim", "cost", "take", "lose"}:
        return
    people = [noun] + [t for child in noun.rights if child.lower_ == "of" for t in child.children]
    for token in people:
        if mention := count_of(token, here):
            yield Toll(f"toll.{sort}", noun, token, mention)
            return


def of_verb(verb: Token, sort: str, here: list[CountMention], mentions: Mentions) -> Iterator[Toll]:
    roles = verb_roles(verb)
    intransitive = lemma(verb) in INTRANSITIVE
    victims = roles.get("agent" if intransitive else "patient", [])
    if not victims and verb.dep_ in {"amod", "acl", "conj", "ROOT"}:
        victims = [verb.head] if verb.dep_ in {"amod", "acl"} else []
    agents = () if intransitive else tuple(roles.get("agent", []))
    told = False
    for victim in victims:
        mention = count_of(victim, here)
        if mention is not None and not mention.person and mention.noun:
            continue
        people = classes(victim, mentions) & {"people", "armed", "person", "number", "pronoun"}
        if mention is not None or people:
            told = True
            yield Toll(f"toll.{sort}", verb, victim, mention, agents)
    if not told and (mention := beside(verb, here)):
        yield Toll(f"toll.{sort}", verb, None, mention, agents)


def beside(verb: Token, here: list[CountMention]) -> CountMention | None:
    """A bare number right before or after the word: "12 killed", "injured 500"."""
    for mention in here:
        if mention.token in {verb.i - 1, verb.i + 1} and (mention.person or not mention.noun):
            return mention
    return None


def of_adjective(
    token: Token, sort: str, here: list[CountMention], mentions: Mentions
) -> Iterator[Toll]:
    """As in "left 12 dead", "one dead terrorist", "40 still missing"."""
    holders: list[Token] = []
    if token.dep_ in {"amod", "acl"}:
        holders = [token.head]
    elif token.dep_ in {"ROOT", "acomp", "oprd", "ccomp", "conj", "dobj", "advcl", "xcomp"}:
        holders = [c for c in token.children if c.dep_ in {"nsubj", "nummod"}]
        holders += [c for c in token.head.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"}]
    for holder in holders:
        mention = count_of(holder, here)
        if mention is not None and (mention.person or not mention.noun):
            yield Toll(f"toll.{sort}", token, holder, mention)
            return
    if mention := beside(token, here):
        yield Toll(f"toll.{sort}", token, None, mention)


def of_noun(noun: Token, sort: str, here: list[CountMention]) -> Iterator[Toll]:
    """As in "20 deaths", "the death toll rose to 45", "the deaths of 12 people"."""
    mention = count_of(noun, here)
    if mention is None:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                mention = next((m for t in child.children if (m := count_of(t, here))), None)
    if mention is None and noun.nbor().lower_ == "toll":
        later = [m for m in here if m.token > noun.i and (m.person or not m.noun)]
        mention = later[0] if later else None
    if mention is not None:
        yield Toll(f"toll.{sort}", noun, None, mention)


def count_of(token: Token, here: list[CountMention]) -> CountMention | None:
    """The count whose phrase is headed by the token or stands inside its phrase's left part."""
    inner = unwrap(token)
    for mention in here:
        if mention.token in {token.i, inner.i}:
            return mention
    for mention in here:
        if mention.start <= inner.idx < mention.end or mention.start <= token.idx < mention.end:
            return mention
    return None


def role_count(tokens: list[Token], here: list[CountMention]) -> CountMention | None:
    for token in tokens:
        for item in conjuncts(token):
            if mention := count_of(item, here):
                return mention
    return None
