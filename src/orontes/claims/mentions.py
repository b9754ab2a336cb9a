"""Names in a parsed text: which words name a place, an actor, a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from orontes.claims.lists import Likely, parted
from orontes.claims.words import by_lemma, closed, lemma, words
from orontes.model.names import Lexicon
from orontes.vocabulary.load import table

Sort = Literal["place", "actor", "person", "people", "other"]
BY_LABEL: dict[str, Sort] = {"PERSON": "person", "ORG": "actor"}
NO_PLACE = 0.02
SURE_PLACE = 0.8
LOCATIVE = closed("locative")
INNER = closed("inside_names")
TITLES = closed("titles")
MONTHS = closed("calendar")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: tokens ``first`` to ``last``, both included.

    ``parent`` marks the wider unit that follows a place: Syria in "Palmyra, Syria"; ``wide`` a
    country or a larger region.
    """

    first: int
    last: int
    name: str
    sort: Sort
    parent: bool = False
    wide: bool = False


class Mentions:
    """The names of one parsed block, found by token."""

    def __init__(self, found: list[Mention]) -> None:
        self.all = found
        self.at = {i: mention for mention in found for i in range(mention.first, mention.last + 1)}

    def of(self, token: Token) -> Mention | None:
        return self.at.get(token.i)

    def sort(self, token: Token) -> Sort | None:
        mention = self.at.get(token.i)
        return mention.sort if mention else None


def find(doc: Doc, lexicon: Lexicon, likely: Likely | None = None) -> Mentions:
    """Every name of the block; a name gets one sort throughout, by its most telling mention.

    ``likely`` tells how likely the words between two code points of the block name a place.
    """
    spans = [
        piece
        for run in runs(doc, lexicon)
        for span in split(run, lexicon)
        for piece in (parted(span, lexicon, likely) if not known(plain(span), lexicon) else [span])
    ]
    sorts: dict[str, Sort] = {}
    rank = {"place": 3, "actor": 2, "people": 1, "person": 1, "other": 0}
    for span in spans:
        guess = mended(sort_of(span, lexicon), span, lexicon, likely)
        name = plain(span)
        if rank[guess] >= rank[sorts.get(name, "other")]:
            sorts[name] = guess
    found: list[Mention] = []
    for span in spans:
        name = plain(span)
        sort = sorts[name]
        parent = sort == "place" and bool(found) and follows(found[-1], span)
        wide = sort == "place" and lexicon.is_wide(name)
        found.append(Mention(span.start, span.end - 1, name, sort, parent, wide))
    return Mentions(found)


def mended(guess: Sort, span: Span, lexicon: Lexicon, likely: Likely | None) -> Sort:
    """The sort of a name, where the trained reader is sure of another."""
    if likely is None:
        return guess
    score = likely(span.start_char, span.end_char)
    if guess == "place" and score < NO_PLACE:
        return BY_LABEL.get(span.root.ent_type_, "other")
    if guess in {"person", "other"} and score > SURE_PLACE and lexicon.is_place(plain(span)):
        return "place"
    return guess


def follows(before: Mention, span: Span) -> bool:
    comma = before.last + 1
    return before.sort == "place" and span.start == comma + 1 and span.doc[comma].text == ","


def plain(span: Span) -> str:
    text = " ".join(str(span.text).split())
    return text.removesuffix("'s").removesuffix("’s").strip("'’\"“”()[] ")


def is_name(token: Token, lexicon: Lexicon) -> bool:
    if token.lower_ in MONTHS or not token.text[0].isalpha():
        return False
    capital = token.text[0].isupper()
    if token.pos_ == "PROPN":
        return bool(capital or token.ent_type_)
    if token.ent_type_ in {"GPE", "NORP", "ORG", "LOC"}:
        return bool(capital)
    mistagged = capital and token.pos_ in {"ADJ", "NOUN", "VERB"} and not token.is_sent_start
    return bool(mistagged and lexicon.is_place(token.text))


def runs(doc: Doc, lexicon: Lexicon) -> Iterator[Span]:
    """The longest runs of name words, with the particles inside them ("Jabal Zayn al-Abidin")."""
    i, n = 0, len(doc)
    while i < n:
        if not is_name(doc[i], lexicon) and not opens_with_article(doc, i):
            i += 1
            continue
        j = i + 1
        while j < n and not doc[j].is_sent_start:
            if is_name(doc[j], lexicon):
                j += 1
            elif (inner := inner_length(doc, i, j, lexicon)) > 0:
                j += inner
            else:
                break
        yield doc[i:j]
        i = j


def opens_with_article(doc: Doc, i: int) -> bool:
    """Arabic article before a name: al-Qaeda, el-Fasher."""
    low = doc[i].lower_
    return bool(
        low in {"al", "el", "ar", "as", "ash", "ad", "deir", "tal"}
        and i + 2 < len(doc)
        and doc[i + 1].text == "-"
        and doc[i + 2].text[0].isupper()
    )


def inner_length(doc: Doc, start: int, j: int, lexicon: Lexicon) -> int:
    """How many joining words from ``j`` on stay inside the name, 0 if it ends there."""
    for length in (1, 2, 3):
        if j + length >= len(doc):
            return 0
        joiners = [doc[k] for k in range(j, j + length)]
        if any(token.lower_ not in INNER and not links_org(token) for token in joiners):
            return 0
        following = doc[j + length]
        if (
            following.text[0].isupper()
            and not following.is_sent_start
            and is_name(following, lexicon)
        ):
            hyphenated = any(token.text == "-" for token in joiners)
            same = (
                doc[start].ent_type_ and len({doc[k].ent_type_ for k in (j - 1, j + length)}) == 1
            )
            entity = same and all(token.ent_iob_ == "I" for token in [*joiners, following])
            return length if hyphenated or entity else 0
    return 0


def links_org(token: Token) -> bool:
    """Whether it is the "and" inside the name of an organisation."""
    return bool(token.lower_ in {"and", "&"} and token.ent_type_ == "ORG" and token.ent_iob_ == "I")


def split(run: Span, lexicon: Lexicon) -> Iterator[Span]:
    """The run as one name, or cut where a title ends or two known names meet."""
    while len(run) > 1 and (run[-1].lower_ in INNER or run[-1].text in {"'s", "’s"}):
        run = run[:-1]
    if known(plain(run), lexicon):
        yield run
        return
    while len(run) > 1 and (run[0].lower_ in TITLES or lemma(run[0]) in TITLES):
        run = run[1:]
    if len(run) == 1 or known(plain(run), lexicon):
        yield run
        return
    for cut in range(len(run) - 1, 0, -1):
        head, tail = run[:cut], run[cut:]
        if tail[0].text in {"-", "’", "'"} or head[-1].text in {"-", "’", "'"}:
            continue
        if run[0].ent_type_ != run[-1].ent_type_ and known(plain(head), lexicon):
            yield head
            yield from split(tail, lexicon)
            return
        if tail[0].ent_iob_ == "B" and head[-1].ent_type_ and known(plain(tail), lexicon):
            yield from split(head, lexicon)
            yield tail
            return
    yield run


def known(name: str, lexicon: Lexicon) -> bool:
    return lexicon.is_place(name) or lexicon.is_actor(name)


def sort_of(span: Span, lexicon: Lexicon) -> Sort:
    name = plain(span)
    if len(span) == 1 and lemma(span[0]) in by_lemma() and not lexicon.is_place(name):
        return "other"
    if lexicon.is_people(name):
        return "people"
    label = max((token.ent_type_ for token in span), key=lambda kind: kind != "", default="")
    labels = {token.ent_type_ for token in span}
    if lexicon.is_actor(name) and (name.isupper() or not lexicon.is_place(name)):
        return "actor"
    describes = (
        span.root.dep_ in {"amod", "compound"} and lemma(span.root.head) not in settlements()
    )
    if "NORP" in labels and (describes or not lexicon.is_place(name)):
        return "people"
    person = "PERSON" in labels and len(span) > 1 and (acts(span) or not lexicon.is_place(name))
    if lexicon.is_place(name) and not person:
        return "place"
    if located(span):
        return "place"
    if labels & {"GPE", "LOC", "FAC"} and not person:
        return "place"
    if "NORP" in labels:
        return "people"
    if label == "PERSON":
        return "person"
    return "actor" if label == "ORG" else "other"


def acts(span: Span) -> bool:
    """Whether a name does what persons do: it bears a title, or speaks."""
    first, head = span[0], span.root
    titled = first.i > span.sent.start and lemma(first.nbor(-1)) in TITLES
    speaks = head.dep_ == "nsubj" and head.head.pos_ == "VERB" and lemma(head.head) in sayings()
    return titled or speaks


def sayings() -> frozenset[str]:
    return words(table("attribution")["saying"])


def settlements() -> frozenset[str]:
    return words(table("word_classes")["settlement"])


def located(span: Span) -> bool:
    """Whether the words before it make it a place: "in Bourem", "the town of Shire"."""
    first, head = span[0], span.root
    if lemma(head) in by_lemma():
        return False
    if head.dep_ in {"compound", "nmod", "poss"} and head.head.i == span.end:
        return lemma(head.head) in settlements()
    if first.i == 0 or not first.text.istitle():
        return False
    before = first.nbor(-1)
    if before.lower_ == "of" and before.i > 0:
        return lemma(before.nbor(-1)) in settlements()
    labels = {token.ent_type_ for token in span}
    if labels & {"ORG", "PERSON", "NORP", "DATE"} and (len(span) > 1 or "ORG" in labels):
        return False
    return bool(before.lower_ in LOCATIVE and head.dep_ == "pobj")
