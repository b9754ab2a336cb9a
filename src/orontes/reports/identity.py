"""Content ids and the making of reports."""

from functools import cache
from typing import Any

from orontes.model.report import Report, Source
from orontes.model.rows import digest

SAMPLE = 2000
SHORTEST = 40


def report_id(text: str, publisher: str | None, url: str | None, published: str | None) -> str:
    """``r_`` and 16 hex digits of SHA-256 over the four: the same id on every machine."""
    return digest(text, publisher, url, published, prefix="r_")


def make(
    text: str,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    archive_url: str | None = None,
    language: str | None = None,
    origin: str | None = None,
) -> Report:
    """A report with its id, and its language where the text is long enough to tell."""
    return Report(
        Source(
            id=report_id(text, publisher, url, published),
            title=title,
            publisher=publisher,
            url=url,
            published=published,
            language=language or detect(text),
            archive_url=archive_url,
            origin=origin,
        ),
        text,
    )


def detect(text: str) -> str | None:
    """ISO 639-1 code of the text's language, None for a text too short to tell."""
    sample = text[:SAMPLE]
    if sum(char.isalpha() for char in sample) < SHORTEST:
        return None
    return str(identifier().classify(sample.lower() if sample.isupper() else sample)[0])


@cache
def identifier() -> Any:
    import py3langid

    return py3langid
