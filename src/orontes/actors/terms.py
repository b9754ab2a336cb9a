"""Values that held for a time, as the tables write them: ``rebel ..2001-12-06|state-forces``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

SPAN = re.compile(r"\s*(\S+?)(?:\s+(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?)?\s*")


@dataclass(frozen=True, slots=True)
class Term:
    """A value with its first and last day; ``None`` leaves an end open."""

    value: str
    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


def terms(text: str | None) -> tuple[Term, ...]:
    """Raises ValueError for a term that cannot be read."""
    return tuple(term(part) for part in text.split("|")) if text else ()


def term(text: str) -> Term:
    match = SPAN.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no term; write VALUE or VALUE FROM..TO")
    return Term(match[1], day(match[2]), day(match[3]))


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def on_day(known: Sequence[Term], on: date | None) -> str | None:
    """The value on that day, without a day the last one."""
    if on is None:
        return known[-1].value if known else None
    return next((term.value for term in known if term.holds(on)), None)


def undisputed(known: Sequence[Term]) -> str | None:
    """The value if it has been the same at all times."""
    values = {term.value for term in known}
    return values.pop() if len(values) == 1 else None
