"""Place names of a text with the words around them, for ``places`` to weigh."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from orontes.claims.page import Page
from orontes.claims.words import lemma
from orontes.encoder.spans import Bounded
from orontes.incidents.cues import is_cue
from orontes.incidents.patterns import after_unit, before_unit, city_of_country, units, whole
from orontes.incidents.tagged import bare, runs
from orontes.places.place import Place

FAR = 99


@dataclass(frozen=True, slots=True)
class Named:
    """A name in sentence ``sentence``, code points ``start`` to ``end`` of the text.

    ``parent`` if it only says where another lies; ``unit`` is the noun that it goes with
    ("department"), ``before`` the word in front, ``role`` its dependency; ``pattern`` if nothing
    but its noun says that it is a place. ``hangs`` is how far above it in the parse a word of
    violence stands, ``apart`` how many words lie between (99: none); ``beside`` if another name
    touches it; ``likely`` how sure the trained reader is that it names a place.
    """

    sentence: int
    start: int
    end: int
    name: str
    people: bool
    parent: bool
    unit: str
    before: str
    after: str
    role: str
    pattern: bool = False
    hangs: int = FAR
    apart: int = FAR
    beside: bool = False
    likely: float = 0.5


@dataclass(frozen=True, slots=True)
class Site:
    told: Named
    place: Place | None


def named(page: Page, sentence: Span, number: int, tagged: list[Bounded]) -> Iterator[Named]:
    taken: set[int] = set()
    for token in sentence:
        if lemma(token) in units("full") and (run := whole(token, page)):
            taken.update(range(run[0], run[1] + 1))
            yield of_tokens(page, number, *run, pattern=True)
    for run in runs(page, sentence, tagged):
        if not taken & set(range(run[0], run[1] + 1)):
            taken.update(range(run[0], run[1] + 1))
            yield of_tokens(page, number, *run)
    for mention in page.mentions.all:
        first, last = mention.first, mention.last
        if (
            mention.sort not in {"place", "people"}
            or not sentence.start <= first < sentence.end
            or taken & set(range(first, last + 1))
        ):
            continue
        taken.update(range(first, last + 1))
        first, last = bare(page.doc[first : last + 1]) or (first, last)
        yield of_tokens(page, number, first, last, mention.sort == "people", mention.parent)
    for token in sentence:
        if token.lower_ == "capital" and token.tag_ == "NN":
            yield capital(page, number, token)
        run = before_unit(token) if lemma(token) in units("after") else after_unit(token)
        if run and not taken & set(range(run[0], run[1] + 1)):
            taken.update(range(run[0], run[1] + 1))
            yield of_tokens(page, number, *run, pattern=True)


def capital(page: Page, number: int, token: Token) -> Named:
    """The word "capital" with the people or country that it is of, to be named later."""
    first = token.i - 1 if token.i and page.mentions.of(token.nbor(-1)) else token.i
    last = token.i - 1 if first < token.i else token.i
    told = of_tokens(page, number, first, last)
    return replace(told, unit="capital", before=page.doc[max(first - 2, 0)].lower_)


def of_tokens(
    page: Page,
    number: int,
    first: int,
    last: int,
    people: bool = False,
    parent: bool = False,
    pattern: bool = False,
) -> Named:
    doc = page.doc
    unit = lemma(doc[last + 1]) if last + 1 < len(doc) else ""
    if city_of_country(doc[first : last + 2]):
        unit, last = "city", last + 1
    elif city_of_country(doc[first : last + 1]):
        unit = "city"
    elif lemma(doc[last]) in units("full"):
        unit = lemma(doc[last])
    elif lemma(doc[last]) in units("after") and last > first:
        unit, last = lemma(doc[last]), last - 1
    elif unit not in units("after"):
        of = first > 1 and doc[first - 1].lower_ == "of"
        unit = lemma(doc[first - 2]) if of and lemma(doc[first - 2]) in units("of") else ""
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    name = " ".join(doc.text[start:end].split()).removesuffix("'s").strip("'\".,- ")
    name = name.title() if name.islower() or name.endswith(" city") else name
    return Named(
        number,
        page.offset + start,
        page.offset + end,
        name,
        people,
        parent,
        unit,
        doc[first - 1].lower_ if first else "",
        doc[last + 1].lower_ if last + 1 < len(doc) else "",
        doc[last].dep_,
        pattern,
        *to_cue(doc[last]),
        touches(page, first, last),
    )


def to_cue(token: Token) -> tuple[int, int]:
    hangs = next((i for i, node in enumerate(token.ancestors) if is_cue(node)), FAR)
    apart = (abs(other.i - token.i) for other in token.sent if is_cue(other))
    return hangs, min(apart, default=FAR)


def touches(page: Page, first: int, last: int) -> bool:
    """As the "Alvarado" of "Roberto Garcia Alvarado": part of a longer name."""
    doc = page.doc
    before = first > 0 and page.mentions.of(doc[first - 1]) is not None
    after = last + 1 < len(doc) and doc[last + 1].pos_ == "PROPN"
    return before or after
