"""Content ids and the making of reports."""

from orontes.model.report import Report, Source
from orontes.model.rows import digest
from orontes.reports.languages import coded, detect


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
    """A report with its id, and its language: as declared, else as the text tells."""
    return Report(
        Source(
            id=report_id(text, publisher, url, published),
            title=title,
            publisher=publisher,
            url=url,
            published=published,
            language=coded(language) or detect(text),
            archive_url=archive_url,
            origin=origin,
        ),
        text,
    )
