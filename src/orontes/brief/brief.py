from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Level = Literal["plain", "doubtful", "disputed", "derived", "supposed"]
NOTES = 8


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the brief with all the claims that carry it.

    The first ``shown`` are quoted in the brief, the others are in the case file.
    """

    text: str
    claims: tuple[str, ...]
    level: Level = "plain"
    shown: int = NOTES


@dataclass(frozen=True, slots=True)
class HolderRow:
    """A row of the table of control."""

    place: str
    holder: str
    since: str
    sure: str
    contested: bool
    why: str
    claims: tuple[str, ...]
    shown: int = NOTES


@dataclass(frozen=True, slots=True)
class Section:
    """``empty`` is what it says when it has nothing to tell; ``note`` what it says in any case."""

    key: str
    heading: str
    sentences: Sequence[Sentence]
    empty: str
    table: Sequence[HolderRow] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence behind a claim, and whose it is."""

    number: int
    claim: str
    text: str
    publisher: str
    published: str
    url: str | None
    said_by: str
    stance: str
    copy: bool


@dataclass(frozen=True, slots=True)
class Outlet:
    """One report in the list of sources."""

    title: str
    publisher: str
    published: str
    url: str | None
    claims: int
    copy: bool


@dataclass(frozen=True, slots=True)
class Brief:
    """A situation brief, ready to be written as Markdown or as a page.

    ``supposed`` are the sentences of what no report tells and the brief takes for given.
    """

    title: str
    at: date | None
    known: datetime | None
    revision: int
    undated: int
    sections: Sequence[Section]
    outlets: Sequence[Outlet]
    quotes: Mapping[str, Quote]
    supposed: tuple[str, ...] = ()
