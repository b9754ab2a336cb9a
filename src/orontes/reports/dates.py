"""Dates as sources print them, to ISO at the same precision."""

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
WORDS = (
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%d-%B-%Y",
    "%d-%b-%Y",
    "%Y/%m/%d",
    "%A, %d %B %Y",
    "%A %d %B %Y",
    "%A, %B %d, %Y",
)
EPOCH_FROM = 100_000_000
EXCEL_DAYS = range(20_000, 80_000)


def iso(value: object) -> str | None:
    """ISO text of a date value, None if it is none. Slashes with the day or month first are not
    guessed: 05/12/2024 means two different days."""
    if isinstance(value, datetime):
        return value.date().isoformat() if is_midnight(value) else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return of_number(value)
    return of_text(str(value).strip())


def is_midnight(value: datetime) -> bool:
    return value.tzinfo is None and not (value.hour or value.minute or value.second)


def of_number(value: float) -> str | None:
    """Seconds since 1970 (ACLED's ``timestamp``), or days of a spreadsheet."""
    if value >= EPOCH_FROM:
        moment = datetime(1970, 1, 1) + timedelta(seconds=int(value))
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    if int(value) in EXCEL_DAYS:
        return (date(1899, 12, 30) + timedelta(days=int(value))).isoformat()
    if 1900 < value < 2200 and value == int(value):
        return str(int(value))
    return None


def of_text(text: str) -> str | None:
    if match := ISO.match(text):
        return text if is_day(*match.groups()) else None
    if match := COMPACT.match(text):
        return "-".join(match.groups()) if is_day(*match.groups()) else None
    if text.isdigit():
        return of_number(int(text))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return of_words(text)
    return text.replace(" ", "T", 1) if len(text) > 10 else moment.date().isoformat()


def of_words(text: str) -> str | None:
    plain = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", " ".join(text.replace(".", " ").split()))
    for pattern in WORDS:
        try:
            return datetime.strptime(plain, pattern).date().isoformat()
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def is_day(year: str, month: str | None, day: str | None) -> bool:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True
