"""A text asked piecemeal: its toponyms, its main place, where a verb happened, who did what."""

from collections.abc import Iterator
from dataclasses import dataclass

from orontes.claims.mentions import Mention
from orontes.claims.page import Page, pages
from orontes.encoder import toponyms as encoder_toponyms
from orontes.encoder import types, verbs
from orontes.encoder.model import trained
from orontes.places.locate import locate
from orontes.places.main import main_of
from orontes.places.place import Place
from orontes.reading import lexicon


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text: code points, and the place where the gazetteer has it."""

    start: int
    end: int
    name: str
    place: Place | None


def spans(page: Page) -> Iterator[tuple[Mention, int, int]]:
    """The page's names with their code points, the possessive left off."""
    for mention in page.mentions.all:
        first, last = page.doc[mention.first], page.doc[mention.last]
        start, end = first.idx, last.idx + len(last)
        text = page.doc.text[start:end]
        while text.endswith(("'s", "’s", "'", "’", ".")) and not text.isupper():
            text = text[:-2] if text.endswith("s") else text[:-1]
        yield mention, page.offset + start, page.offset + start + len(text)


def toponyms(text: str, published: str | None = None) -> list[Toponym]:
    """The place names of a text, resolved together."""
    if trained():
        spans_ = [(span.start, span.end) for span in encoder_toponyms.toponyms(text)]
    else:
        spans_ = [
            (start, end)
            for page in pages(text, published, lexicon())
            for mention, start, end in spans(page)
            if mention.sort == "place"
        ]
    names = [text[start:end] for start, end in spans_]
    places = locate(names, lexicon().gazetteer, text=text, spans=spans_)
    return [
        Toponym(start, end, name, place)
        for (start, end), name, place in zip(spans_, names, places, strict=True)
    ]


def main_place(text: str, published: str | None = None) -> Place | None:
    """The place that a text is mainly about, as :func:`orontes.places.main.main_of` tells it."""
    found = toponyms(text, published)
    return main_of(text, [(one.start, one.end, one.place) for one in found if one.place])


def places_of_verb(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Code points of the names that say where a marked verb's event happened; [] for nowhere."""
    return [(span.start, span.end) for span in verbs.places(text, start, end)]


def event_type(text: str) -> str:
    """The type of event that a short text tells of (``TYPES``): ACLED's, and a few others.

    Who holds a place after whom is read from the claims; the rest from the text as a whole.
    """
    likely = types.types(text)
    return max(likely, key=lambda name: likely[name])
