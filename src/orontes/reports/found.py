"""What a file gave: reports, and words about what was odd or could not be read."""

from dataclasses import dataclass, field
from typing import Any

from orontes.model.report import Report

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A thing that could not be read; the rest of the batch goes on."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """A thing that was read but deserves a word."""

    origin: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Text and source as a format's reader found them, before dates are understood."""

    text: str
    origin: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: object = None
    archive_url: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = field(default=())


Found = Report | Trouble | Note
