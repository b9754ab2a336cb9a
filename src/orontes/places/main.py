"""The place that a text is mainly about, told from where and how its places are named."""

import re
from collections import defaultdict
from collections.abc import Sequence

from orontes.places.place import Place

WIDE = frozenset({"country"})
SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])|\n+")
AGENCY = re.compile(
    r"^(?:,?\s+[A-Z][\w.]+)?(?:,\s*|\s*)(?:\(|[-–—]\s|[-–—]{2})|^,?\s*/?\(?"
    r"(?:SANA|AFP|AP|Reuters|REUTERS|UPI|DPA|dpa|Xinhua|TASS|ARA|Sputnik|RIA|IRNA)\b"
)
PLACED = re.compile(r"\b(?:in|at|near|on|around|outside|inside|of|over|into)\s+(?:the\s+)?"
                    r"(?:[\w-]+\s+){0,2}$")  # fmt: skip
CAPITAL, REGION, DATELINE, SAID_WHERE = 0.7, 0.6, 0.1, 1.3
HEAD = 3.0
FADE = 2.0
LATE = 0.25
HEADLINE_AND_LEAD = 2
Named = tuple[int, int, Place]


def main_of(text: str, named: Sequence[Named]) -> Place | None:
    """The main place among those named (start, end, place), countries left out; None if there is
    none.

    The headline and the first sentence weigh most, then how often a place is named; places of one
    first-level unit speak for each other. Places outside the country that the text is mostly
    about, datelines of agencies and capitals, which stand for governments, weigh less.
    """
    starts = [0, *(match.end() for match in SENTENCE.finditer(text))]
    home = country_of(text, named, starts)
    rank = 0
    units: dict[tuple[str | None, str | None], float] = defaultdict(float)
    places: dict[str, float] = defaultdict(float)
    known: dict[str, Place] = {}
    for start, end, place in named:
        if (
            place.kind in WIDE
            or place.country != home
            or (place.kind == "region" and not place.admin1)
        ):
            continue
        how = manner(text, start, end, place)
        worth = position(start, starts) * how / (1 + rank) ** FADE
        rank += how > DATELINE
        units[place.country, place.admin1] += worth
        places[place.id] += worth
        known[place.id] = place
    if not known:
        return next((place for *_, place in named if place.country == home), None)
    unit = max(units, key=lambda key: (units[key], str(key)))
    inside = [one for one in known.values() if (one.country, one.admin1) == unit]
    return max(inside, key=lambda one: (one.kind == "settlement", places[one.id], one.id))


def country_of(text: str, named: Sequence[Named], starts: Sequence[int]) -> str | None:
    """The country most spoken of, in the headline and the first sentence above all; one of those
    with a place named within, if there is any."""
    votes: dict[str, float] = defaultdict(float)
    inner = {place.country for *_, place in named if place.kind not in WIDE and place.country}
    for start, end, place in named:
        if place.country and (not inner or place.country in inner):
            votes[place.country] += position(start, starts) * manner(text, start, end, place)
    return max(votes, key=lambda code: (votes[code], code), default=None)


def position(start: int, starts: Sequence[int]) -> float:
    number = sum(1 for first in starts if first <= start)
    return HEAD if number <= HEADLINE_AND_LEAD else LATE + 1 / number


def manner(text: str, start: int, end: int, place: Place) -> float:
    worth = 1.0
    if place.capital:
        worth *= CAPITAL
    if place.kind == "region":
        worth *= REGION
    if AGENCY.match(text[end : end + 30]):
        worth *= DATELINE
    if PLACED.search(text[max(0, start - 40) : start]):
        worth *= SAID_WHERE
    return worth
