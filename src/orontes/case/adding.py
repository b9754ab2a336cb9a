"""What an add does, counted; the reports that are new, in batches."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from orontes.model.report import Report
from orontes.reports.found import Note, Trouble

BATCH = 25


@dataclass(slots=True)
class Added:
    """What an ``add`` did: reports new and known already, copies linked, and words on oddities.

    ``languages`` counts the reports that were kept unread, by the code of their language.
    """

    new: int = 0
    already: int = 0
    copies: int = 0
    claims: int = 0
    revision: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    troubles: list[Trouble] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def unread(self) -> int:
        return self.languages.total()


def fresh(
    found: Iterable[Report | Trouble | Note], seen: set[str], done: Added
) -> Iterator[Report]:
    """The reports that the case lacks; troubles, notes and repeats are counted on the way."""
    for item in found:
        if isinstance(item, Trouble):
            done.troubles.append(item)
        elif isinstance(item, Note):
            done.notes.append(item)
        elif item.id in seen:
            done.already += 1
        else:
            seen.add(item.id)
            yield item


def batches(items: Iterator[Report], size: int) -> Iterator[list[Report]]:
    batch: list[Report] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
