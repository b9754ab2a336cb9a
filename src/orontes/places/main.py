"""The place that a text is mainly about, told from where and how its places are named."""

from collections import defaultdict
from collections.abc import Sequence

from orontes.places.manner import Manner, Named
from orontes.places.place import Place

WIDE = frozenset({"country"})
PASSING = 0.5
HEAD = 3.0
FADE = 2.0
LATE = 0.25
HEADLINE_AND_LEAD = 2


def main_of(text: str, named: Sequence[Named]) -> Place | None:
    """The main place among those named (start, end, place), countries left out; None if there is
    none.

    The headline and the first sentence weigh most, then what is named earlier, names of one list
    alike, then how often a place is named; places of one first-level unit speak for each other.
    Places outside the country that the text is mostly about, datelines of agencies, captions,
    places that people came from, and capitals, which stand for governments, weigh less.
    """
    manner = Manner(text, named)
    home = country_of(named, manner)
    ranks: dict[int, int] = {}
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
        how = manner.factor(start, end, place)
        at = ranks.setdefault(manner.head(start), rank)
        worth = position(manner.sentence(start)) * how / (1 + at) ** FADE
        rank += how > PASSING
        units[place.country, place.admin1] += worth
        places[place.id] += worth
        known[place.id] = place
    if not known:
        return next((place for *_, place in named if place.country == home), None)
    unit = max(units, key=lambda key: (units[key], str(key)))
    inside = [one for one in known.values() if (one.country, one.admin1) == unit]
    return max(inside, key=lambda one: (one.kind == "settlement", places[one.id], one.id))


def country_of(named: Sequence[Named], manner: Manner) -> str | None:
    """The country most spoken of, in the headline and the first sentence above all; one of those
    with a place named within, if there is any."""
    votes: dict[str, float] = defaultdict(float)
    inner = {place.country for *_, place in named if place.kind not in WIDE and place.country}
    for start, end, place in named:
        if place.country and (not inner or place.country in inner):
            how = manner.factor(start, end, place)
            votes[place.country] += position(manner.sentence(start)) * how
    return max(votes, key=lambda code: (votes[code], code), default=None)


def position(sentence: int) -> float:
    return HEAD if sentence <= HEADLINE_AND_LEAD else LATE + 1 / sentence
