"""When an event was, as one day with a code for how exactly it is known."""

from datetime import date, timedelta

from orontes.model.event import Event
from orontes.model.when import When

WEEK, MONTH = 7, 31


def ends(event: Event) -> tuple[date, date] | None:
    """First and last day; where one end is open, the other one. None if no day is told."""
    when = event.when
    if when is None:
        return None
    first, last = when.earliest or when.latest, when.latest or when.earliest
    return (first, last) if first and last else None


def middle(first: date, last: date) -> date:
    """The day in the middle, the later one of two."""
    return first + timedelta(((last - first).days + 1) // 2)


def is_open(when: When | None) -> bool:
    return when is None or when.earliest is None or when.latest is None


def acled_precision(event: Event) -> int:
    """1 the day, 2 within a week, 3 coarser."""
    span = ends(event)
    if span is None or is_open(event.when):
        return 3
    length = (span[1] - span[0]).days + 1
    return 1 if length == 1 else 2 if length <= WEEK else 3


def ged_precision(event: Event) -> int:
    """1 the day, 2 within 2–6 days, 3 within a week, 4 within a month, 5 longer."""
    span = ends(event)
    if span is None or is_open(event.when):
        return 5
    length = (span[1] - span[0]).days + 1
    if length < WEEK:
        return 1 if length == 1 else 2
    return 3 if length == WEEK else 4 if length <= MONTH else 5
