"""Days, weekdays and months as report English names them."""

from datetime import date, timedelta
from functools import cache

from orontes.model.when import When, days_of
from orontes.vocabulary.load import table

NEAR_FUTURE = timedelta(days=7)


@cache
def months() -> dict[str, int]:
    names = table("times")
    long, short = names["months"].split(), names["months_short"].split()
    found = {name: i for i, name in enumerate(long, 1)} | {
        name: i for i, name in enumerate(short, 1)
    }
    return found | {"sept": 9}


@cache
def weekdays() -> dict[str, int]:
    return {name: i for i, name in enumerate(table("times")["weekdays"].split())}


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def without_year(month: int, day: int, anchor: date) -> date | None:
    """The day of that name nearest to the anchor that is not more than a week after it."""
    candidates = [day_of(anchor.year + shift, month, day) for shift in (1, 0, -1)]
    return next((found for found in candidates if found and found <= anchor + NEAR_FUTURE), None)


def month_of(year: int, month: int) -> When:
    first, last = days_of(f"{year:04d}-{month:02d}")
    return When(first, last, "month")


def month_without_year(month: int, anchor: date) -> When:
    year = anchor.year if date(anchor.year, month, 1) <= anchor + NEAR_FUTURE else anchor.year - 1
    return month_of(year, month)


def year_of(year: int) -> When:
    return When(date(year, 1, 1), date(year, 12, 31), "year")


def weekday_before(anchor: date, weekday: int, strictly: bool = False) -> date:
    """The latest such weekday at or before the anchor."""
    back = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=back or (7 if strictly else 0))


def full_year(text: str) -> int:
    """A year of two or four digits; two digits up to 68 are of this century (POSIX)."""
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year < 69 else 1900)
