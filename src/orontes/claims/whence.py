"""Where in a report a name comes from that a claim gives: its own words, or what refers to it."""

import re
from collections.abc import Callable, Iterable

from spacy.tokens import Token

from orontes.claims import spots, where, who
from orontes.claims.discourse import is_generic_actor, is_generic_place
from orontes.claims.grounds import Ground, credit, heads
from orontes.claims.syntax import unwrap
from orontes.claims.words import lemma
from orontes.model.why import How, Words

Whence = tuple[How, tuple[Words, ...]]
REFERRING = frozenset({"it", "its", "their", "there", "they", "them"})


def of_actor(ground: Ground, slot: str, name: str) -> Whence | None:
    """The words that name an actor, or "they" or "the group" with the name it stands for."""
    page, speakers = ground.page, credit(ground).speakers

    def means(token: Token) -> Iterable[str | None]:
        yield who.actor(token, page.mentions, page.discourse, speakers)
        yield who.named(token, page.mentions, page.discourse)

    return find(ground, name, heads(ground, slot), means, pronoun_of) or named_before(ground, name)


def of_place(ground: Ground, slot: str, name: str) -> Whence | None:
    """The words that name a place, "the city" with its name, else the report's focus."""
    page = ground.page

    def means(token: Token) -> Iterable[str]:
        for place in where.named(token, page.mentions, page.discourse, loose=True):
            yield place.name

    found = find(ground, name, heads(ground, slot), means, ground_word)
    if found is None and page.discourse.focus() == name:
        earlier = last_before(ground, name, first_of(ground))
        return ("focus", (earlier,)) if earlier else None
    return found or named_before(ground, name)


def find(
    ground: Ground,
    name: str,
    told: list[Token],
    means: Callable[[Token], Iterable[str | None]],
    referring: Callable[[Token], Token | None],
) -> Whence | None:
    """The name in the sentence, by the reader's own words first, then by any that means it."""
    here = [token for token in told if name in means(token)]
    for token in here:
        if found := reference(ground, name, token, referring):
            return found
    if named := in_sentence(ground, name, here[0] if here else ground.trigger):
        return "grammar", (named,)
    for token in here:
        if elsewhere := nearest(ground, name, ground.page.offset + token.idx, 0, None):
            return "grammar", (elsewhere,)
    for token in ground.sentence:
        if referring(token) is not None and name in means(token):
            return reference(ground, name, token, referring)
    return None


def reference(
    ground: Ground, name: str, token: Token, referring: Callable[[Token], Token | None]
) -> Whence | None:
    word = referring(token)
    if word is None:
        return None
    first = next((t for t in word.lefts if t.dep_ in {"det", "poss"}), word)
    pointing = ground.of_tokens(first, word)
    known = last_before(ground, name, pointing.start)
    return ("reference", (pointing, known)) if known and name not in pointing.text else None


def pronoun_of(token: Token) -> Token | None:
    """The word in an actor's phrase that refers back: "they", "the group", "its fighters"."""
    token = unwrap(token)
    if lemma(token) in who.deeds() and (owner := who.doer(token)) is not None:
        return pronoun_of(owner)
    if token.lower_ in who.SPEAKERS or is_generic_actor(token):
        return token
    owned = any(child.dep_ == "poss" and child.lower_ in who.OWNERS for child in token.lefts)
    return token if owned else None


def ground_word(token: Token) -> Token | None:
    """The word in a place's phrase that refers back: "the city", "its outskirts", "it"."""
    token = unwrap(token)
    back = is_generic_place(token) or spots.possessed(token) or token.lower_ in REFERRING
    return token if back else None


def named_before(ground: Ground, name: str) -> Whence | None:
    known = last_before(ground, name, first_of(ground))
    return ("reference", (known,)) if known else None


def first_of(ground: Ground) -> int:
    return ground.page.offset + ground.sentence.start_char


def in_sentence(ground: Ground, name: str, near: Token) -> Words | None:
    """The name in the sentence, where it stands nearest to a word."""
    first = first_of(ground)
    last = first + len(ground.sentence.text)
    return nearest(ground, name, ground.page.offset + near.idx, first, last)


def last_before(ground: Ground, name: str, end: int) -> Words | None:
    return nearest(ground, name, end, 0, end)


def nearest(ground: Ground, name: str, at: int, first: int, last: int | None) -> Words | None:
    """The same words between two code points of the text, nearest to ``at``; case is no matter."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    left, right = r"(?<!\w)" * name[0].isalnum(), r"(?!\w)" * name[-1].isalnum()
    pattern = re.compile(left + words + right, re.IGNORECASE)
    text = ground.page.text
    found = pattern.finditer(text, first, len(text) if last is None else last)
    spans = sorted((max(m.start() - at, at - m.end(), 0), m.span()) for m in found)
    return ground.words(*spans[0][1]) if spans else None
