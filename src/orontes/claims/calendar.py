"""Days, weekdays and months as report English names them: one function an expression.

A weekday is the latest one at or before publication; a day without a year is the nearest that lies
no more than a week after it. A publication date that is a month or a year gives ranges.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from orontes.claims.numbers import value
from orontes.model.when import When, days_of
from orontes.vocabulary.load import table

Anchor = tuple[date, date]
Match = re.Match[str]
Relative = Callable[[Match, date, When | None], When | None]
NEAR_FUTURE = timedelta(days=7)
DAY = timedelta(days=1)


@cache
def months() -> dict[str, int]:
    names = table("times")
    long, short = names["months"].split(), names["months_short"].split()
    numbered = [*enumerate(long, 1), *enumerate(short, 1), (9, "sept")]
    return {name: i for i, name in numbered}


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


def resolve(name: str, match: Match, anchor: Anchor | None, previous: When | None) -> When | None:
    """The days that an expression means; ``previous`` is the last day that the text has told."""
    if name in ABSOLUTE:
        return ABSOLUTE[name](match, anchor)
    if anchor is None:
        return None
    try:
        ends = [RELATIVE[name](match, day, previous) for day in dict.fromkeys(anchor)]
    except OverflowError:
        return None
    first, last = ends[0], ends[-1]
    if first is None or last is None or first == last:
        return last
    return between(first.earliest, last.latest)


def between(first: date | None, last: date | None) -> When | None:
    return When(first, last, "range") if first and last and first <= last else None


def until_now(first: date | None, anchor: Anchor | None) -> When | None:
    if first is None:
        return None
    return When(first, anchor[1] if anchor and anchor[1] >= first else None, "range")


def dated(year: str | None, month: str, day: str, anchor: Anchor | None) -> date | None:
    number = months()[month.lower()]
    if year:
        return day_of(int(year), number, int(day))
    return without_year(number, int(day), anchor[1]) if anchor else None


def iso(m: Match, anchor: Anchor | None) -> When | None:
    parts = (m[key] or m[f"{key}_b"] for key in ("year", "m", "day"))
    found = day_of(*(int(part) for part in parts))
    return When.on(found) if found else None


def day_month(m: Match, anchor: Anchor | None) -> When | None:
    found = dated(m["year"], m["month"], m["day"], anchor)
    return When.on(found) if found else None


def span_of_days(m: Match, anchor: Anchor | None) -> When | None:
    last = dated(m["year"], m["month_b"] or m["month"], m["day_b"], anchor)
    if last is None:
        return None
    month, year = m["month"] or m["month_b"], m["year_b"] or str(last.year)
    first = dated(year, month, m["day"], anchor)
    if first and first > last and not m["year_b"]:
        first = dated(str(last.year - 1), month, m["day"], anchor)
    return between(first, last)


def since_day(m: Match, anchor: Anchor | None) -> When | None:
    month, day = m["month"] or m["month_c"], m["day"] or m["day_c"]
    return until_now(dated(m["year"], month, day, anchor), anchor)


def since_month(m: Match, anchor: Anchor | None) -> When | None:
    whole = whole_month(m, anchor)
    return until_now(whole.earliest, None if m["year"] else anchor) if whole else None


def since_year(m: Match, anchor: Anchor | None) -> When | None:
    return When(date(int(m["year"]), 1, 1), None, "range")


def whole_month(m: Match, anchor: Anchor | None) -> When | None:
    number = months()[m["month"].lower()]
    if m.groupdict().get("year"):
        return month_of(int(m["year"]), number)
    return month_without_year(number, anchor[1]) if anchor else None


def month(m: Match, anchor: Anchor | None) -> When | None:
    whole = whole_month(m, anchor)
    told = m.groupdict()
    part = told.get("part") or told.get("part_b") or told.get("part_c")
    if not part or whole is None or whole.earliest is None or whole.latest is None:
        return whole
    first, last = table("times")["parts"][part.lower()]
    return between(
        whole.earliest.replace(day=first),
        whole.earliest.replace(day=last) if last else whole.latest,
    )


def span_of_years(m: Match, anchor: Anchor | None) -> When | None:
    if m["decade"]:
        first = int(m["decade"])
        return between(date(first, 1, 1), date(first + 9, 12, 31))
    return between(date(int(m["year"]), 1, 1), date(int(m["year_b"]), 12, 31))


def year_alone(m: Match, anchor: Anchor | None) -> When | None:
    return year_of(int(m["year"] or m["year_b"] or m["year_c"]))


def nth(m: Match, day: date, previous: When | None) -> When | None:
    """As in "on the 5th": of this month, or of the one before if it is still to come."""
    last = day.replace(day=1) - DAY
    number = int(m["day"])
    found = [day_of(day.year, day.month, number), day_of(last.year, last.month, number)]
    return next((When.on(one) for one in found if one and one <= day), None)


def since_weekday(m: Match, day: date, previous: When | None) -> When | None:
    return between(weekday_before(day, weekdays()[m["weekday"].lower()]), day)


def since_word(m: Match, day: date, previous: When | None) -> When | None:
    if m["word"]:
        return between(day - DAY, day)
    start = unit_of(m["unit"] or m["unit_b"], day, -1 if m["how"] else 0).earliest
    return between(start, day)


def span_of_weekdays(m: Match, day: date, previous: When | None) -> When | None:
    last = weekday_before(day, weekdays()[m["weekday_b"].lower()])
    return between(weekday_before(last, weekdays()[m["weekday"].lower()]), last)


def on_weekday(m: Match, day: date, previous: When | None) -> When | None:
    number, how = weekdays()[m["weekday"].lower()], (m["how"] or "").lower().split()
    if m.group()[-1] in "sS" and m.string[: m.start()].lower().endswith("on "):
        return None
    if not how:
        return When.on(weekday_before(day, number))
    found = weekday_before(day, number, strictly=how == ["last"])
    return When.on(found if how == ["last"] else found + timedelta(days=7))


def ago(m: Match, day: date, previous: When | None) -> When | None:
    """Counted from the day last told ("two days earlier") or from publication ("two days ago")."""
    size = table("times")["periods"][m["unit"].lower()]
    span = timedelta(days=size * (value(m["number"]) or 1))
    how = (m["how"] or m["how_b"]).lower()
    told = previous.earliest if previous and how != "ago" else None
    if how == "later" and told is None:
        return None
    base = told or day
    found = base + span if how == "later" else base - span
    if size == 1:
        return When.on(found)
    slack = timedelta(days=size // 2)
    return When(found - slack, found + slack, "range")


def past(m: Match, day: date, previous: When | None) -> When | None:
    number, unit = value(m["number"] or "one") or 1, m["unit"].lower()
    days = -(-number // 24) if unit == "hour" else number * table("times")["periods"][unit]
    return between(day - timedelta(days=days), day)


def weekend(m: Match, day: date, previous: When | None) -> When | None:
    saturday = weekday_before(day, weekdays()["saturday"])
    return between(saturday, min(saturday + DAY, day))


def unit_of(unit: str, day: date, step: int) -> When:
    """The week, month or year that lies ``step`` after that of the day."""
    if unit.lower() == "year":
        return year_of(day.year + step)
    if unit.lower() == "month":
        count = day.year * 12 + day.month - 1 + step
        return month_of(count // 12, count % 12 + 1)
    monday = day + timedelta(days=7 * step - day.weekday())
    return When(monday, monday + 6 * DAY, "week")


def unit(m: Match, day: date, previous: When | None) -> When | None:
    """Periods up to now end on the day of publication; "later this week" begins there."""
    how = m["how"].lower().split()[0]
    whole = unit_of(m["unit"], day, {"last": -1, "next": 1}.get(how, 0))
    if how in {"last", "next"}:
        return whole
    return between(day, whole.latest) if how == "later" else between(whole.earliest, day)


def word(m: Match, day: date, previous: When | None) -> When | None:
    text, names = " ".join(m.group().lower().split()), table("times")
    if text in names["from_told"]:
        step = names["from_told"][text]
        base = previous.latest if previous else day if step < 0 else None
        return When.on(base + timedelta(days=step)) if base else None
    if text in names["days_back"]:
        return When.on(day - timedelta(days=names["days_back"][text]))
    return between(day - timedelta(days=names["ranges_back"][text]), day)


ABSOLUTE: dict[str, Callable[[Match, Anchor | None], When | None]] = {
    "iso": iso,
    "day_month": day_month,
    "span_of_days": span_of_days,
    "since_day": since_day,
    "since_month": since_month,
    "since_year": since_year,
    "month": month,
    "span_of_years": span_of_years,
    "year_alone": year_alone,
}
RELATIVE: dict[str, Relative] = {
    "nth": nth,
    "since_weekday": since_weekday,
    "since_word": since_word,
    "span_of_weekdays": span_of_weekdays,
    "on_weekday": on_weekday,
    "ago": ago,
    "past": past,
    "weekend": weekend,
    "unit": unit,
    "word": word,
}
