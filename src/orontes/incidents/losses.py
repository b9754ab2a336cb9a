"""Counts of people in sentences that tell of killing or injuring, for ``tolls`` to weigh."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Span, Token

from orontes.claims import tolls
from orontes.claims.counts import CountMention
from orontes.claims.page import Page
from orontes.claims.words import lemma, words
from orontes.vocabulary.load import table

FAR = 99
Effect = Literal["killed", "injured"]
EFFECTS: tuple[Effect, ...] = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Loss:
    """A count of two or more beside a word that kills or injures.

    ``steps`` is how far the word stands above the count in the parse (99: elsewhere), ``apart``
    how many words lie between them, ``rule`` whether the rules of tolls join the two.
    """

    sentence: int
    effect: Effect
    size: int
    noun: str
    person: bool
    exact: bool
    cumulative: bool
    group: str | None
    steps: int
    apart: int
    rule: bool
    after: bool
    clause: str
    doer: bool


def losses(page: Page, sentence: Span, number: int) -> Iterator[Loss]:
    here = [m for m in page.counts if sentence.start <= m.token < sentence.end and size_of(m) > 1]
    if not here:
        return
    joined = {
        (toll.kind.split(".")[1], toll.mention.start)
        for toll in tolls.find(sentence, page.counts, page.mentions)
        if toll.mention
    }
    for effect in EFFECTS:
        triggers = [token for token in sentence if harms(token, effect)]
        for mention in here:
            if triggers:
                yield loss(page, mention, triggers, (effect, number), joined)


def harms(token: Token, effect: str) -> bool:
    word = lemma(token)
    return word in nouns(effect) or any(
        (word if part in {"verbs", "nouns", "bodies", "lives"} else token.lower_)
        in tolls.cues(effect, part)
        for part in ("verbs", "nouns", "adjectives", "bodies", "lives")
    )


@cache
def nouns(effect: str) -> frozenset[str]:
    return words(table("incidents")["harm"][effect])


def size_of(mention: CountMention) -> int:
    return mention.count.low or mention.count.high or 0


def loss(
    page: Page,
    mention: CountMention,
    triggers: list[Token],
    told: tuple[Effect, int],
    joined: set[tuple[str, int]],
) -> Loss:
    token = page.doc[mention.token]
    chain = [token, *token.ancestors]
    depth = {node.i: rank for rank, node in enumerate(chain)}
    steps = min((depth[t.i] for t in triggers if t.i in depth), default=FAR)
    below = min(
        (
            sum(1 for _ in up(t, token))
            for t in triggers
            if t.is_ancestor(token) is False and token.is_ancestor(t)
        ),
        default=FAR,
    )
    nearest = min(triggers, key=lambda t: abs(t.i - token.i))
    return Loss(
        sentence=told[1],
        effect=told[0],
        size=size_of(mention),
        noun=mention.noun,
        person=mention.person,
        exact=mention.count.low == mention.count.high,
        cumulative=mention.count.cumulative,
        group=mention.group,
        steps=min(steps, below),
        apart=abs(nearest.i - token.i),
        rule=(told[0], mention.start) in joined,
        after=nearest.i > token.i,
        clause=nearest.dep_,
        doer=does(token),
    )


def does(token: Token) -> bool:
    """Whether the counted act: "by two men", "two men shot a judge"."""
    noun = token.head if token.dep_ == "nummod" else token
    if noun.head.lower_ == "by" and noun.dep_ == "pobj":
        return True
    acts = noun.dep_ == "nsubj" and noun.head.pos_ == "VERB"
    return acts and any(child.dep_ == "dobj" for child in noun.head.children)


def up(token: Token, to: Token) -> Iterator[Token]:
    for node in token.ancestors:
        yield node
        if node.i == to.i:
            return
