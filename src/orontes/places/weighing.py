"""What a report's names say of the countries that it is about, and the weights of a meaning."""

from collections import defaultdict
from collections.abc import Sequence

from orontes.places.candidates import Candidate
from orontes.places.place import Place
from orontes.vocabulary.load import table

Options = dict[str, list[Candidate]]


def country_weights(
    names: Sequence[str], found: Options, countries: Sequence[str]
) -> dict[str, float]:
    """How much the report speaks of each country, as shares that add up to one, from all that
    its names may mean."""
    weights = told(countries)
    for name in names:
        options = [option.place for option in found[name][:12]]
        if options and options[0].kind == "country":
            weights[options[0].country or ""] += weight("country")
            continue
        sizes: dict[str, float] = defaultdict(float)
        for place in options:
            if place.country:
                sizes[place.country] = max(sizes[place.country], (place.population + 10) ** 0.5)
        total = sum(sizes.values())
        for country, size in sorted(sizes.items()):
            weights[country] += size / total
    return shares(weights)


def chosen_weights(
    names: Sequence[str], chosen: dict[str, Place], countries: Sequence[str]
) -> dict[str, float]:
    weights = told(countries)
    for name in names:
        place = chosen.get(name)
        if place is not None and place.country:
            weights[place.country] += weight("country") if place.kind == "country" else 1.0
    return shares(weights)


def told(countries: Sequence[str]) -> dict[str, float]:
    weights = {country: 6.0 / (1 + rank) for rank, country in enumerate(countries)}
    return defaultdict(float, weights)


def shares(weights: dict[str, float]) -> dict[str, float]:
    total = sum(weights.values()) or 1.0
    return {country: value / total for country, value in sorted(weights.items())}


def weight(name: str) -> float:
    """A weight of ``places/weights.toml``; kinds that it does not list weigh nothing."""
    return WEIGHTS.get(name, 0.0)


WEIGHTS: dict[str, float] = {
    key: float(value) for key, value in table("places/weights")["weights"].items()
}
