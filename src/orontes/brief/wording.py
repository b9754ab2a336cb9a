"""Small words: dates, lists, counts, names."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from orontes.actors.registry import Registry
from orontes.model.count import Count
from orontes.model.names import ActorName
from orontes.model.when import When, days_of, end_of
from orontes.vocabulary.load import table

MONTHS = (
    "January February March April May June July August September October November December"
).split()
NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
HEAD = re.compile(r"\s(?:for|of|in|and)\s", re.IGNORECASE)


def day(value: date | None) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if value else "an unknown day"


def moment(value: datetime | None) -> str:
    return f"{day(value.date())}, {value:%H:%M} UTC" if value else "any time"


def printed(published: str | None) -> str:
    """A report's date of publication, as exact as it was printed."""
    if not published:
        return "undated"
    if len(published) > 10:
        return moment(end_of(published))
    first, _ = days_of(published)
    by_parts = (str(first.year), f"{MONTHS[first.month - 1]} {first.year}", day(first))
    return by_parts[published.count("-")]


def span(when: When | None) -> str:
    """With its preposition: " on 5 December 2024", " between 4 and 9 December 2024"; or nothing."""
    if when is None or (when.earliest is None and when.latest is None):
        return ""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f" since {day(first)}" if first else f" by {day(last)}"
    if first == last:
        return f" on {day(last)}"
    if last - first == timedelta(1):
        return f" on {without(first, last)} or {day(last)}"
    return f" between {without(first, last)} and {day(last)}"


def without(first: date, last: date) -> str:
    """The first day without the month or year that it shares with the last."""
    if first.year != last.year:
        return day(first)
    return str(first.day) if first.month == last.month else day(first).rsplit(" ", 1)[0]


def listed(items: Sequence[str], most: int = 8) -> str:
    """Joined as in "a, b and c", the rest as a number."""
    shown = list(items[:most])
    if len(items) > most:
        shown.append(f"{len(items) - most:,} more")
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def number(value: int) -> str:
    return NUMBERS[value] if value < len(NUMBERS) else f"{value:,}"


def many(value: int, one: str, more: str = "") -> str:
    """As in "1 claim", "2 claims"."""
    return f"{value:,} {one if value == 1 else more or one + 's'}"


def sources(count: int) -> str:
    return "one source" if count == 1 else f"{number(count)} independent sources"


def bounds(count: Count) -> str:
    """As in "at least 700 people (of whom 111 civilians)"."""
    whole = count.low or count.high
    parts = [f"{size:,} {unit(name, size == 1)}" for name, size in count.groups if size != whole]
    told = f"{figure(count)} {unit(count.unit, is_one(count))}"
    return told + (f" (of whom {listed(parts)})" if parts else "")


def is_one(count: Count) -> bool:
    return count.low == count.high == 1


def unit(name: str, one: bool) -> str:
    """The unit of a count; "person" for one of people."""
    name = name.replace("_", " ")
    return str(words("one").get(name, name.removesuffix("s"))) if one else name


def figure(count: Count) -> str:
    low, high = count.low, count.high
    if low is None:
        return "several" if high is None else f"at most {high:,}"
    if high is None:
        return f"at least {low:,}"
    if low == high:
        return f"{'about ' if count.qualifier else ''}{low:,}"
    return f"between {low:,} and {high:,}"


def display(actor: ActorName) -> str:
    """The report's name for an actor; for a bare adjective ("Turkish") the registry's."""
    registry = Registry.load()
    if actor.id and registry.is_adjective(actor.name):
        return the(registry.name(actor.id))
    return the(actor.name)


def the(name: str) -> str:
    """The name with its article, if its head noun asks for one: "the Syrian army"."""
    small = table("brief")["small"]
    if name.casefold() in small["generic"]:
        name = name.casefold()
    head = HEAD.split(name, maxsplit=1)[0].split()
    takes = bool(head) and head[-1].casefold() in small["the"] and head[0].casefold() != "the"
    return f"the {name}" if takes else name


def actors(names: Iterable[ActorName], most: int = 3) -> str:
    return listed(list(dict.fromkeys(display(name) for name in names)), most)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def words(section: str) -> dict[str, str]:
    return dict(table("brief")[section])
