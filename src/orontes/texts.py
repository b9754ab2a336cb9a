"""A text asked piecemeal: its toponyms, its main place, where a verb happened, who did what."""

from collections.abc import Iterator
from dataclasses import dataclass

from orontes.claims.mentions import Mention
from orontes.claims.page import Page, pages
from orontes.encoder import toponyms as tagger
from orontes.encoder import types, verbs
from orontes.encoder.model import trained
from orontes.places.locate import locate
from orontes.places.main import main_of
from orontes.places.place import Place
from orontes.reading import lexicon, read
from orontes.territory import taking

GROUND = {
    "government": "GOV_REGAINS_TERIT",
    "non-state": "NON_STATE_ACTOR_OVERTAKES_TER",
    "peaceful": "NON_VIOL_TERRIT_TRANSFER",
}
GROUND_LEAST = 0.3
CLAIMED = 0.35
"""So much the claims add to a type of territory; the trained reader's likelihoods end at 1."""


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
    """The place names of a text, resolved together: all that name a place, peoples included."""
    if not trained():
        return resolved(text, named(text, published))
    return resolved(text, [(one.start, one.end) for one in tagger.toponyms(text)])


def named(text: str, published: str | None = None) -> list[tuple[int, int]]:
    """The names of places that claims may use, as code points."""
    return [
        (start, end)
        for page in pages(text, published, lexicon())
        for mention, start, end in spans(page)
        if mention.sort == "place"
    ]


def resolved(text: str, found: list[tuple[int, int]]) -> list[Toponym]:
    names = [text[start:end] for start, end in found]
    places = locate(names, lexicon().gazetteer, text=text, spans=found)
    return [
        Toponym(start, end, name, place)
        for (start, end), name, place in zip(found, names, places, strict=True)
    ]


def main_place(text: str, published: str | None = None) -> Place | None:
    """The place that a text is mainly about, as :func:`orontes.places.main.main_of` tells it."""
    found = resolved(text, named(text, published))
    return main_of(text, [(one.start, one.end, one.place) for one in found if one.place])


def places_of_verb(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Code points of the names that say where a marked verb's event happened; [] for nowhere."""
    return [(span.start, span.end) for span in verbs.places(text, start, end)]


def event_type(text: str) -> str:
    """The type of event that a short text tells of (``TYPES``): ACLED's, and a few others.

    Where ground changes hands, who took it from whom is read from the claims.
    """
    likely = types.types(text)
    if sum(likely[name] for name in GROUND.values()) >= GROUND_LEAST:
        told = taking(text, read(text))
        if told:
            likely[GROUND[told]] += CLAIMED
    return max(likely, key=lambda name: likely[name])
