from functools import cache

from spacy.tokens import Token

from orontes.vocabulary.load import table

LABELS = {
    "GPE": {"place", "state", "named"},
    "LOC": {"place", "named"},
    "FAC": {"place", "facility", "named"},
    "ORG": {"armed", "official", "org", "named"},
    "NORP": {"armed", "bloc", "named", "norp"},
    "PERSON": {"person", "official", "people", "named"},
}


@cache
def words(text: str) -> frozenset[str]:
    """A word list as the data files write them: words parted by spaces."""
    return frozenset(text.split())


def closed(name: str) -> frozenset[str]:
    """One of the closed word lists of ``syntax.toml``."""
    return words(table("syntax")[name])


@cache
def by_lemma() -> dict[str, frozenset[str]]:
    """Every class that a head noun belongs to (``word_classes.toml``)."""
    classes: dict[str, set[str]] = {}
    for name, members in table("word_classes").items():
        for lemma in words(members):
            classes.setdefault(lemma, set()).add(name)
    return {lemma: frozenset(names) for lemma, names in classes.items()}


@cache
def lemma_of(text: str, lemma: str) -> str:
    """The lemma in lower case; the lemmatizer leaves names and capitals as they are."""
    low = (lemma or text).lower()
    low = str(table("syntax")["mended"].get(low, low))
    known = by_lemma()
    if low in known or not low.endswith("s"):
        return low
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        if low.endswith(ending) and low[: -len(ending)] + instead in known:
            return low[: -len(ending)] + instead
    return low


def lemma(token: Token) -> str:
    return lemma_of(token.text, token.lemma_)
