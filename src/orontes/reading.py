"""Claims, places and actors composed: what ``orontes.read`` does."""

import warnings
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from orontes.actors.registry import Registry
from orontes.actors.resolve import resolve as resolve_actors
from orontes.claims import reader
from orontes.claims.page import Page
from orontes.claims.page import pages as find_pages
from orontes.errors import UnreadLanguage, WrongCall
from orontes.model.claim import Claim
from orontes.model.report import Report, Source
from orontes.model.rows import claim_row
from orontes.model.when import end_of
from orontes.places.gazetteer import Gazetteer
from orontes.places.locate import locate
from orontes.places.resolve import resolve as resolve_places
from orontes.reports.found import Note, Trouble
from orontes.reports.gather import gather
from orontes.reports.identity import make, report_id
from orontes.reports.languages import detect, is_read, named

WIDE = frozenset({"country", "region"})


@dataclass(frozen=True, slots=True)
class Names:
    """The gazetteer and the registry as the lexicon that the reader of claims asks."""

    gazetteer: Gazetteer
    registry: Registry
    given: frozenset[str] = frozenset()

    def is_place(self, name: str) -> bool:
        return name in self.given or self.gazetteer.is_place(name)

    def is_actor(self, name: str) -> bool:
        return self.registry.is_actor(name)

    def is_people(self, name: str) -> bool:
        return self.registry.is_adjective(name)

    def is_wide(self, name: str) -> bool:
        found = self.gazetteer.ranked(name)
        return bool(found) and found[0][0].kind in WIDE


@cache
def lexicon() -> Names:
    return Names(Gazetteer.open(), Registry.load())


def read(text: str, published: str | date | None = None, source: str | None = None) -> list[Claim]:
    """The claims of a text, without a case.

    ``published`` is an ISO instant, day, month or year; relative dates need it. ``source`` is the
    publisher, which enters the report's id. A text that is not in English gives no claims, and
    warns with UnreadLanguage.
    """
    day = checked_date(published.isoformat() if isinstance(published, date) else published)
    language = detect(text)
    if language and not is_read(language):
        words = f"the text is in {named(language)}; Orontes reads English, so it gives no claims"
        warnings.warn(words, UnreadLanguage, stacklevel=3)
        return []
    identity = report_id(text, source, None, day)
    return read_report(Report(Source(identity, publisher=source, published=day), text))


def read_report(
    report: Report, known: Registry | None = None, places: Collection[str] = ()
) -> list[Claim]:
    """The claims of one report, names resolved against the gazetteer and the registry.

    ``known`` tells the reader which other names are those of actors; they get no ids here.
    ``places`` are names that are known to be places, whether the gazetteer has them or not.
    """
    shipped = lexicon()
    names = Names(shipped.gazetteer, known or shipped.registry, frozenset(places))
    reading = reader.read(report.id, report.text, report.source.published, names)
    countries = countries_of(reading, names)
    placed = resolve_places(reading.claims, report, names.gazetteer, countries, reading.places)
    return resolve_actors(placed, report, lexicon().registry, countries)


def countries_of(reading: reader.Reading, names: Names) -> list[str]:
    """Countries that a report is about, likeliest first: of its places, then of its actors."""
    weights: Counter[str] = Counter()
    for place in locate(reading.places, names.gazetteer):
        if place is not None and place.country:
            weights[place.country] += 8 if place.kind == "country" else 10
    for name, sort in reading.names:
        if sort in {"actor", "people"}:
            weights.update(dict.fromkeys(names.registry.countries_of(name), 4))
    return sorted(weights, key=lambda country: (-weights[country], country))


def pages(text: str, published: str | None = None) -> Iterator[Page]:
    """The parsed text with its names, counts, times and speakers, for tools that need more."""
    return find_pages(text, published, lexicon())


def read_files(
    paths: Sequence[Path],
    published: str | None,
    source: str | None,
    stdin: BinaryIO,
    say: Callable[[str], None],
    row: Callable[[Claim, Report], dict[str, Any]],
) -> tuple[list[dict[str, Any]], list[Trouble]]:
    """Claim rows of files and folders; ``published`` and ``source`` fill in what a report lacks."""
    rows: list[dict[str, Any]] = []
    troubles: list[Trouble] = []
    for item in gather(paths, None, stdin):
        if isinstance(item, Trouble):
            troubles.append(item)
        elif isinstance(item, Note):
            if published is None or "no date" not in item.text:
                say(f"note: {item.origin}: {item.text}")
        elif is_read(item.source.language):
            report = filled(item, published, source)
            rows += [row(claim, report) for claim in read_report(report)]
    return rows, troubles


def claim_row_of(claim: Claim, _: Report) -> dict[str, Any]:
    return claim_row(claim)


def filled(report: Report, published: str | None, source: str | None) -> Report:
    known = report.source
    return make(
        report.text,
        title=known.title,
        publisher=known.publisher or source,
        url=known.url,
        published=known.published or checked_date(published),
        language=known.language,
        origin=known.origin,
    )


def checked_date(day: str | None) -> str | None:
    try:
        end_of(day)
    except ValueError as error:
        raise WrongCall(f"published must be an ISO date such as 2024-12-05, not {day!r}") from error
    return day
