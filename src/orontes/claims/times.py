"""When: time expressions of report English, resolved against the day of publication.

A weekday is the latest one at or before publication; a day without a year is the nearest that lies
no more than a week after it. Nothing is guessed: no expression gives no time.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Doc

from orontes.claims import calendar
from orontes.claims.numbers import value
from orontes.model.when import When
from orontes.vocabulary.load import table

Anchor = tuple[date, date]
MONTH = "(?P<month>{months})\\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
NUMBER = r"(?P<number>\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
DATELINE = re.compile(
    r"(?:^|[^\d])(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[A-Za-z]{3,9})\.?,?\s+(?P<year>\d{4}|\d{2})\b"
    r"|(?P<month2>[A-Za-z]{3,9})\.?\s+(?P<day2>\d{1,2}),?\s+(?P<year2>\d{4})\b"
)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: code points into the block, its span of days, its head token's index."""

    start: int
    end: int
    when: When
    token: int


Resolve = Callable[[re.Match[str], Anchor | None, When | None], When | None]


def find(doc: Doc, published: Anchor | None) -> list[TimeMention]:
    """The time expressions of a block; without ``published`` only full dates are resolved."""
    text = doc.text
    if not precheck().search(text):
        return []
    found: list[TimeMention] = []
    taken = 0
    previous: When | None = None
    for match in every().finditer(text):
        if match.start() < taken:
            continue
        when = resolve(match, published, previous)
        if when is None:
            continue
        taken = match.end()
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None:
            continue
        found.append(TimeMention(match.start(), match.end(), when, span.root.i))
        previous = when if when.precision == "day" else previous
    return found


@cache
def precheck() -> re.Pattern[str]:
    names = table("times")
    parts = [*names["months"].split(), *names["months_short"].split(), *names["weekdays"].split()]
    parts += [
        "day",
        "week",
        "month",
        "year",
        "night",
        "morning",
        "recent",
        "hour",
        "since",
        "ago",
        "dawn",
        r"(?:19|20)\d\d",
    ]
    return re.compile("|".join(parts), re.IGNORECASE)


def patterns() -> Iterator[tuple[str, str, Resolve]]:
    """Name, pattern and resolver of every expression, the longest forms first."""
    months = "|".join(sorted(calendar.months(), key=len, reverse=True))
    weekdays = "|".join(calendar.weekdays())
    month = MONTH.format(months=months)
    weekday = f"(?P<weekday>{weekdays})"
    yield "iso", r"(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)", iso
    yield (
        "span",
        rf"(?:between|from)?\s*{DAY}(?:\s+{month})?\s*(?:and|to|-|–|until)\s*(?P<day_b>\d{{1,2}})\s+(?P<month_b>{months})\.?(?:,?\s+{YEAR})?",
        span_of_days,
    )
    yield (
        "range",
        rf"{month}\s+{DAY}\s*(?:-|–|to|and)\s*(?P<day_b>\d{{1,2}})(?:,?\s+{YEAR})?",
        span_in_month,
    )
    yield (
        "since_day",
        rf"since\s+(?:{DAY}\s+{month}|(?P<month_c>{months})\.?\s+(?P<day_c>\d{{1,2}}))(?:,?\s+{YEAR})?",
        since_day,
    )
    yield "since_weekday", rf"since\s+(?:last\s+)?{weekday}", since_weekday
    yield "since_year", rf"since\s+(?:(?:early|late|mid-?)\s*)?(?:{month}\s+)?{YEAR}", since_year
    yield "day_month", rf"{DAY}\s+(?:of\s+)?{month}(?:,?\s+{YEAR})?\b", day_month
    yield "month_day", rf"{month}\s+{DAY}(?!\d)(?:,?\s+{YEAR})?\b", day_month
    yield "month_year", rf"(?P<part>early|mid-?|late)?\s*{month},?\s+{YEAR}\b", month_year
    yield (
        "month",
        rf"(?:in|during|last|this|since|early|late|mid-?)\s+(?:early\s+|late\s+|mid-?)?{month}(?![\w-])",
        month_alone,
    )
    yield (
        "ago",
        rf"{NUMBER}\s+(?P<unit>day|week|month|year)s?\s+(?P<how>ago|earlier|before|later)",
        ago,
    )
    yield (
        "past",
        rf"(?:over|in|during|within|for)\s+the\s+(?:past|last)\s+{NUMBER}?\s*(?P<unit>hour|day|week|month|year)s?",
        past,
    )
    yield (
        "last_unit",
        r"(?P<how>last|this|next|earlier this|later this)\s+(?P<unit>week|month|year)",
        unit,
    )
    yield "weekday", rf"(?P<how>last\s+|next\s+)?{weekday}(?!\s*(?:prayers|market))", on_weekday
    yield (
        "words",
        "|".join(
            sorted(
                [*table("times")["days_back"], *table("times")["ranges_back"]],
                key=len,
                reverse=True,
            )
        ),
        word,
    )
    yield "year", rf"(?:in|during|of|by|the)\s+{YEAR}\b", year_alone


@cache
def resolvers() -> dict[str, tuple[re.Pattern[str], Resolve]]:
    return {
        name: (re.compile(pattern, re.IGNORECASE), resolver)
        for name, pattern, resolver in patterns()
    }


@cache
def every() -> re.Pattern[str]:
    """All patterns in one alternation, each under its own name and without inner names."""
    parts = [
        rf"(?P<{name}>\b(?:{re.sub(r'[(][?]P<[a-z_]+>', '(?:', pattern)})\b)"
        for name, pattern, _ in patterns()
    ]
    return re.compile("|".join(parts), re.IGNORECASE)


def resolve(match: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    pattern, resolver = resolvers()[str(match.lastgroup)]
    inner = pattern.match(match.group())
    return resolver(inner, anchor, previous) if inner else None


def number_in(text: str | None) -> int:
    return (value(text) or 1) if text else 1


def on(day: date | None) -> When | None:
    return When.on(day) if day else None


def dated(year: str | None, month: str, day: str, anchor: Anchor | None) -> date | None:
    number = calendar.months()[month.lower()]
    if year:
        return calendar.day_of(int(year), number, int(day))
    return calendar.without_year(number, int(day), anchor[1]) if anchor else None


def iso(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    return on(calendar.day_of(int(m["year"]), int(m["m"]), int(m["day"])))


def between(first: date | None, last: date | None) -> When | None:
    return When(first, last, "range") if first and last and first <= last else None


def span_of_days(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    last = dated(m["year"], m["month_b"], m["day_b"], anchor)
    year = m["year"] or (str(last.year) if last else None)
    return between(dated(year, m["month"] or m["month_b"], m["day"], anchor), last)


def span_in_month(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    return between(
        dated(m["year"], m["month"], m["day"], anchor),
        dated(m["year"], m["month"], m["day_b"], anchor),
    )


def until_now(first: date | None, anchor: Anchor | None) -> When | None:
    if first is None:
        return None
    return When(first, anchor[1] if anchor and anchor[1] >= first else None, "range")


def since_day(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    return until_now(
        dated(m["year"], m["month"] or m["month_c"], m["day"] or m["day_c"], anchor), anchor
    )


def since_weekday(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    if anchor is None:
        return None
    return until_now(
        calendar.weekday_before(anchor[1], calendar.weekdays()[m["weekday"].lower()]), anchor
    )


def since_year(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    month = calendar.months()[m["month"].lower()] if m["month"] else 1
    return When(date(int(m["year"]), month, 1), None, "range")


def day_month(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    return on(dated(m["year"], m["month"], m["day"], anchor))


def month_year(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    whole = calendar.month_of(int(m["year"]), calendar.months()[m["month"].lower()])
    first, last = whole.earliest, whole.latest
    if not m["part"] or first is None or last is None:
        return whole
    part = m["part"].lower()[:3]
    if part == "ear":
        return When(first, first + timedelta(days=9), "range")
    if part == "mid":
        return When(first + timedelta(days=9), first + timedelta(days=19), "range")
    return When(first + timedelta(days=19), last, "range")


def month_alone(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    if anchor is None:
        return None
    month = calendar.month_without_year(calendar.months()[m["month"].lower()], anchor[1])
    return until_now(month.earliest, anchor) if m.group().lower().startswith("since") else month


def ago(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    size = table("times")["periods"][m["unit"].lower()]
    span = timedelta(days=size * number_in(m["number"]))
    how = m["how"].lower()
    base = previous.earliest if how != "ago" and previous else anchor[1] if anchor else None
    if base is None:
        return None
    day = base + span if how == "later" else base - span
    if size == 1:
        return When.on(day)
    slack = timedelta(days=size // 2)
    return When(day - slack, min(day + slack, anchor[1]) if anchor else day + slack, "range")


def past(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    if anchor is None:
        return None
    number = number_in(m["number"])
    unit_name = m["unit"].lower()
    days = (
        -(-number // 24) if unit_name == "hour" else number * table("times")["periods"][unit_name]
    )
    return When(anchor[0] - timedelta(days=days), anchor[1], "range")


def unit(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    if anchor is None:
        return None
    how, name, day = m["how"].lower(), m["unit"].lower(), anchor[1]
    if name == "week":
        monday = day - timedelta(days=day.weekday())
        if how == "last":
            return When(monday - timedelta(days=7), monday - timedelta(days=1), "week")
        if how == "next":
            return When(monday + timedelta(days=7), monday + timedelta(days=13), "week")
        return (
            When(monday, day, "range")
            if how != "later this"
            else When(day, monday + timedelta(days=6), "range")
        )
    if name == "year":
        return calendar.year_of(day.year + {"last": -1, "next": 1}.get(how, 0))
    step = {"last": -1, "next": 1}.get(how, 0)
    month = (day.month - 1 + step) % 12 + 1
    return calendar.month_of(day.year + (day.month - 1 + step) // 12, month)


def on_weekday(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    if anchor is None or anchor[0] != anchor[1]:
        return None
    number = calendar.weekdays()[m["weekday"].lower()]
    how = (m["how"] or "").strip().lower()
    if how == "next":
        return When.on(
            calendar.weekday_before(anchor[1], number, strictly=True) + timedelta(days=7)
        )
    return When.on(calendar.weekday_before(anchor[1], number))


def word(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    if anchor is None:
        return None
    text = m.group().lower()
    back = table("times")["days_back"].get(text)
    if text in {"the previous day", "the day before"} and previous and previous.earliest:
        return When.on(previous.earliest - timedelta(days=1))
    if back is not None:
        return When.on(anchor[1] - timedelta(days=back)) if anchor[0] == anchor[1] else None
    return When(anchor[0] - timedelta(days=table("times")["ranges_back"][text]), anchor[1], "range")


def year_alone(m: re.Match[str], anchor: Anchor | None, previous: When | None) -> When | None:
    return calendar.year_of(int(m["year"]))


def dateline(text: str) -> date | None:
    """The day printed at the head of a text; it anchors relative times and is never ``known``."""
    match = DATELINE.search(text[:160])
    if not match:
        return None
    month = calendar.months().get((match["month"] or match["month2"]).lower())
    if month is None:
        return None
    year = calendar.full_year(match["year"] or match["year2"])
    return calendar.day_of(year, month, int(match["day"] or match["day2"]))
