from dataclasses import dataclass
from datetime import datetime

from orontes.model.when import end_of


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a report besides its text.

    ``published`` is ISO, as exact as the source printed it: an instant, a day, a month, a year, or
    None. ``origin`` is the file, line or page it was read from. ``copy_of`` is the id of the
    earliest earlier report that it repeats.
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    archive_url: str | None = None
    retrieved: str | None = None
    origin: str | None = None
    copy_of: str | None = None

    @property
    def known(self) -> datetime | None:
        """When the report had been published (design, law 2); None if it has no date."""
        return end_of(self.published)


@dataclass(frozen=True, slots=True)
class Report:
    """One published text, kept as it was found."""

    source: Source
    text: str

    @property
    def id(self) -> str:
        return self.source.id
