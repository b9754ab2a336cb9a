"""Noun phrases: what class of thing a phrase is, and how the report names it."""

from spacy.tokens import Span, Token

from orontes.claims.mentions import Mentions
from orontes.claims.syntax import unwrap
from orontes.claims.words import LABELS, by_lemma, lemma

PRONOUNS = {
    "it",
    "they",
    "them",
    "he",
    "she",
    "him",
    "who",
    "its",
    "their",
    "his",
    "her",
    "we",
    "us",
}
LEFT = {"amod", "compound", "nmod", "poss", "punct", "case", "npadvmod", "advmod", "prep", "dep"}
NEVER_IN_NAMES = {",", ";", ":", "(", ")", "“", "”", '"', "—", "–", "\n"}
WORDS_IN_NAME = 11
SORT_CLASSES = {
    "place": frozenset({"place", "state", "settlement", "named"}),
    "actor": frozenset({"armed", "official", "org", "bloc", "observer", "named"}),
    "person": frozenset({"person", "people", "official", "named"}),
    "people": frozenset({"armed", "people", "bloc", "named"}),
    "other": frozenset({"named", "name"}),
}


def classes(token: Token, mentions: Mentions) -> frozenset[str]:
    """What the phrase headed by the token can be: place, armed, people, aircraft, ..."""
    token = unwrap(token)
    found = by_lemma().get(lemma(token), frozenset())
    sort = mentions.sort(token)
    if sort and (token.pos_ == "PROPN" or not found):
        whole = SORT_CLASSES[sort] | found
        return whole | frozenset(LABELS["GPE"]) if sort == "place" else whole
    if not found and "-" in token.text:
        found = by_lemma().get(lemma(token).rsplit("-", 1)[-1], frozenset())
    if token.lower_ in PRONOUNS:
        return frozenset({"pronoun"})
    if token.pos_ == "NUM" or token.lower_ in {"others", "some", "many", "dozens"}:
        return found | {"people", "number"}
    return found


def name(token: Token, mentions: Mentions) -> str:
    """The phrase as the report words it, from its first modifier to its head or name's end."""
    return " ".join(str(span(token, mentions).text).split()).removesuffix("'s").removesuffix("’s")


def span(token: Token, mentions: Mentions) -> Span:
    """The words that :func:`name` gives."""
    token = unwrap(token)
    mention = mentions.of(token)
    first, last = (mention.first, mention.last) if mention else (token.i, token.i)
    if mention is None or mention.sort != "place":
        first = min(first, left_edge(token, mentions))
    last = right_edge(token, mentions, last)
    doc = token.doc
    words = [doc[i] for i in range(first, last + 1)]
    while len(words) > 1 and (words[0].dep_ in {"det", "case", "punct"} or words[0].is_punct):
        words = words[1:]
    words = words[-WORDS_IN_NAME:]
    return doc[words[0].i : words[-1].i + 1]


def left_edge(token: Token, mentions: Mentions) -> int:
    edge = token.i
    for child in sorted(token.lefts, key=lambda item: -item.i):
        dated = child.ent_type_ in {"DATE", "TIME"}
        if dated or child.dep_ not in LEFT or child.text in NEVER_IN_NAMES or child.is_quote:
            break
        if child.right_edge.i != edge - 1 and child.dep_ != "punct":
            break
        if child.dep_ in {"advmod", "prep"} and child.text != "-":
            break
        edge = child.left_edge.i
    return edge


def right_edge(token: Token, mentions: Mentions, last: int) -> int:
    """Extend a head over "of X" when X makes it a name: "pocket of Douma"."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "for"} and child.i == last + 1:
            inner = next((item for item in child.children if item.dep_ == "pobj"), None)
            if inner is not None and mentions.of(inner) and inner.i - token.i <= 6:
                return max(last, mentions.at[inner.i].last)
    return last
