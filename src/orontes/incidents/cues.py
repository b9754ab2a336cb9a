"""The words by which a sentence tells of violence."""

from functools import cache

from spacy.tokens import Token

from orontes.claims.frames import index
from orontes.claims.words import lemma, words
from orontes.vocabulary.load import table


def kinds() -> tuple[str, ...]:
    return tuple(table("incidents")["kinds"])


@cache
def cue_words() -> frozenset[str]:
    """The words by which the frames know violence, and those that kill or injure."""
    found = {
        word
        for (part, word), frames in index().items()
        if part != "modifiers_only" and any(frame.kind.startswith(kinds()) for frame in frames)
    }
    tolls = table("frames/toll")
    listed = [words(tolls[sort][part]) for sort in ("killed", "injured") for part in tolls[sort]]
    return frozenset(found.union(*listed))


def is_cue(token: Token) -> bool:
    return lemma(token) in cue_words()
