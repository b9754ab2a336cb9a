"""What speaks for one meaning of a name, in figures; ``weights.toml`` weighs them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import exp, log10

from orontes.places.candidates import Candidate
from orontes.places.distance import km
from orontes.places.place import Place
from orontes.places.units_above import key, keys_above, own_key
from orontes.vocabulary.load import table

WIDE = frozenset({"country", "region"})
SPREAD = frozenset({"country", "region", "admin1"})
MOST_ANCHORS = 40
Figures = dict[str, float]


@dataclass(slots=True)
class Context:
    """What the other names of a report say of where it plays.

    ``shares``: how much of the report lies in each unit, by its key; ``anchors``: places that its
    names mean, with how sure that is; ``named``: units that it names.
    """

    shares: dict[str, float] = field(default_factory=dict)
    anchors: Sequence[tuple[Place, float]] = ()
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Said:
    """Units that the wording puts a name in, those that are named right after it, and those that
    share their name with a town of theirs."""

    inside: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    namesakes: frozenset[str] = frozenset()


def plain_figures(option: Candidate) -> Iterator[tuple[str, float]]:
    """What a meaning has for itself in any report."""
    place = option.place
    yield place.kind, 1.0
    yield "size", log10(place.population + 10)
    if place.capital:
        yield "capital", 1.0
    if option.other:
        yield "other_name", 1.0
    if option.people:
        yield "people", 1.0


def told_figures(option: Candidate, said: Said, context: Context) -> Iterator[tuple[str, float]]:
    """What the report's wording and its other names add, distances left out."""
    place = option.place
    country = key("country", place.country, None)
    above = keys_above(place)
    units = above - {country}
    if place.kind in {"admin1", "admin2"} and own_key(place) in said.namesakes:
        yield "namesake", 1.0
    yield "about", context.shares.get(country, 0.0)
    if place.kind not in WIDE:
        yield "about_unit", context.shares.get(key("admin1", place.country, place.admin1), 0.0)
    if units & context.named:
        yield "unit_named", 1.0
    if country in context.named and country in above:
        yield "country_named", 1.0
    for name, keys in (("inside", said.inside), ("before", said.before)):
        if units & keys:
            yield f"{name}_unit", 1.0
        elif country in above and country in keys:
            yield f"{name}_country", 1.0


def near_figures(place: Place, context: Context) -> Iterator[tuple[str, float]]:
    """How near the report's other places are: 1 amid them, 0 far from all."""
    others = [(other, sure) for other, sure in context.anchors if other.id != place.id]
    if not others or place.kind in SPREAD:
        return
    off = sorted((km(place, other), sure) for other, sure in others[:MOST_ANCHORS])
    half = off[: max(1, len(off) // 2)]
    yield "amid", sum(sure * exp(-far / weight("amid_km")) for far, sure in half) / len(half)
    yield "beside", max(sure * exp(-far / weight("beside_km")) for far, sure in off)


def total(figures: Iterator[tuple[str, float]]) -> float:
    return sum(weight(name) * value for name, value in figures)


def weight(name: str) -> float:
    """A weight of ``places/weights.toml``; figures that it does not list weigh nothing."""
    return WEIGHTS.get(name, 0.0)


WEIGHTS: dict[str, float] = {
    name: float(value) for name, value in table("places/weights")["weights"].items()
}
