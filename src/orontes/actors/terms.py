"""Values that held for a time, as the tables write them: ``rebel ..2001-12-06|state-forces``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

SPAN = re.compile(r"\s*(\S+?)(?:\s+(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?)?\s*")


@dataclass(frozen=True, slots=True)
class Term:
    """A value with its first and last day; ``None`` leaves an end open. ``source`` says so."""

    value: str
    since: date | None = None
    until: date | None = None
    source: str = ""

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


def overlaid(known: Sequence[Term], later: Iterable[Term]) -> tuple[Term, ...]:
    """The terms with later ones over them, each in the place of what was known of its days."""
    standing = list(known)
    for one in later:
        standing = [part for old in standing for part in outside(old, one)] + [one]
    return tuple(sorted(standing, key=lambda term: term.since or date.min))


def outside(old: Term, new: Term) -> Iterator[Term]:
    """What is left of a term before and after the days of another."""
    if new.since and (old.since is None or old.since < new.since):
        eve = new.since - timedelta(1)
        yield replace(old, until=min(eve, old.until or eve))
    if new.until and (old.until is None or old.until > new.until):
        morrow = new.until + timedelta(1)
        yield replace(old, since=max(morrow, old.since or morrow))
