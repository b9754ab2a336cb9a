from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "week", "month", "year", "range", "context"]
"""``context``: the sentence tells no time; counted from the story so far or the report's date."""


@dataclass(frozen=True, slots=True, order=True)
class When:
    """The days within which a thing happened, both ends included.

    ``None`` leaves an end open: "since 2015" has no ``latest``.
    """

    earliest: date | None
    latest: date | None
    precision: Precision = "day"

    @classmethod
    def on(cls, day: date) -> "When":
        return cls(day, day, "day")

    def overlaps(self, other: "When", slack: int = 0) -> bool:
        """Whether the two spans share a day, or lie at most ``slack`` days apart."""
        gap = timedelta(days=slack)
        starts_late = self.earliest and other.latest and self.earliest > other.latest + gap
        ends_early = self.latest and other.earliest and self.latest < other.earliest - gap
        return not (starts_late or ends_early)


@lru_cache(maxsize=100_000)
def end_of(published: str | None) -> datetime | None:
    """The instant, in UTC, from which something published then counts as known.

    ``published`` is an ISO instant, day, month or year. A time without a zone is UTC; whatever is
    coarser than an instant counts from its last second (design, law 2).
    """
    if not published:
        return None
    if len(published) > 10:
        instant = datetime.fromisoformat(published)
        return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)
    return datetime.combine(days_of(published)[1], time(23, 59, 59), UTC)


@lru_cache(maxsize=100_000)
def days_of(published: str) -> tuple[date, date]:
    """First and last day meant by an ISO instant, day, month or year, in its own printed zone."""
    parts = [int(part) for part in published[:10].split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return day, day
    first = date(parts[0], parts[1] if len(parts) > 1 else 1, 1)
    following = date(first.year + 1, 1, 1)
    if len(parts) == 2 and first.month < 12:
        following = date(first.year, first.month + 1, 1)
    return first, following - timedelta(days=1)
