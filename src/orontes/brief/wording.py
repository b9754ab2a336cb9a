"""Small words: dates, lists, counts, holders."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from orontes.actors.registry import Registry
from orontes.model.count import Count
from orontes.model.names import ActorName
from orontes.model.when import When
from orontes.vocabulary.load import table

MONTHS = (
    "January February March April May June July August September October November December"
).split()
NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def day(value: date | None) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if value else "an unknown day"


def moment(value: datetime | None) -> str:
    return f"{day(value.date())}, {value:%H:%M} UTC" if value else "any time"


def span(when: When | None) -> str:
    """With its preposition: " on 5 December 2024", " between … and …"; or nothing."""
    if when is None or (when.earliest is None and when.latest is None):
        return ""
    if when.earliest == when.latest:
        return f" on {day(when.latest)}"
    if when.earliest and when.latest:
        return f" between {day(when.earliest)} and {day(when.latest)}"
    return f" since {day(when.earliest)}" if when.earliest else f" by {day(when.latest)}"


def listed(items: Sequence[str], most: int = 8) -> str:
    """Joined as in "a, b and c", the rest as a number."""
    shown = list(items[:most])
    if len(items) > most:
        shown.append(f"{len(items) - most} more")
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def number(value: int) -> str:
    return NUMBERS[value] if value < len(NUMBERS) else f"{value:,}"


def sources(count: int) -> str:
    return "one source" if count == 1 else f"{number(count)} independent sources"


def bounds(count: Count) -> str:
    """As in "at least 700 people (of whom 111 civilians)"."""
    low, high, unit = count.low, count.high, count.unit
    if low is None and high is None:
        told = f"several {unit}"
    elif low == high:
        told = f"{'about ' if count.qualifier else ''}{low:,} {unit}"
    elif high is None:
        told = f"at least {low:,} {unit}"
    elif low is None:
        told = f"at most {high:,} {unit}"
    else:
        told = f"between {low:,} and {high:,} {unit}"
    whole = low or high
    parts = [f"{size:,} {name.replace('_', ' ')}" for name, size in count.groups if size != whole]
    return told + (f" (of whom {listed(parts)})" if parts else "")


def display(actor: ActorName) -> str:
    """The report's name for an actor; for a bare adjective ("Turkish") the registry's."""
    registry = Registry.load()
    if actor.id and registry.is_adjective(actor.name):
        return registry.name(actor.id)
    return actor.name


def actors(names: Iterable[ActorName], most: int = 3) -> str:
    return listed(list(dict.fromkeys(display(name) for name in names)), most)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def words(section: str) -> dict[str, str]:
    return dict(table("brief")[section])
