"""A parsed block of a report with all that was found in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from orontes.claims import attribution, counts, mentions, times
from orontes.claims.counts import CountMention
from orontes.claims.discourse import Discourse
from orontes.claims.lists import Likely
from orontes.claims.parse import parse
from orontes.encoder.model import trained
from orontes.encoder.toponyms import Toponymy
from orontes.model.names import Lexicon
from orontes.model.when import days_of


@dataclass(slots=True)
class Page:
    """One parsed block with all that was found in it."""

    offset: int
    doc: Doc
    text: str
    mentions: mentions.Mentions
    speakers: attribution.Speakers
    counts: list[CountMention]
    times: list[times.TimeMention]
    discourse: Discourse
    published: tuple[date, date] | None


def pages(text: str, published: str | None, lexicon: Lexicon) -> Iterator[Page]:
    """The text parsed, with names, counts, times and speakers found."""

    def is_name(word: str) -> bool:
        return lexicon.is_place(word) or lexicon.is_actor(word)

    anchor = days_of(published) if published else None
    if anchor is None and (told := times.dateline(text)):
        anchor = (told, told)
    discourse = Discourse()
    toponymy = Toponymy(text) if trained() else None
    for offset, doc in parse(text, is_name):
        likely = placed(toponymy, offset) if toponymy else None
        yield Page(
            offset=offset,
            doc=doc,
            text=text,
            mentions=mentions.find(doc, lexicon, likely),
            speakers=attribution.find(doc),
            counts=counts.find(doc),
            times=times.find(doc, anchor),
            discourse=discourse,
            published=anchor,
        )


def placed(toponymy: Toponymy, offset: int) -> Likely:
    """The toponymy of a block, asked by code points of the block."""
    return lambda start, end: toponymy.of(offset + start, offset + end)
