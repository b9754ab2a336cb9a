"""All names of one report resolved together: countries named, parents, size and distance."""

from collections import defaultdict
from collections.abc import Sequence
from math import asin, cos, log10, radians, sin, sqrt

from orontes.places.candidates import candidates
from orontes.places.gazetteer import Gazetteer
from orontes.places.place import Place

EARTH_KM = 6371.0
KIND_WEIGHT = {"country": 3.0, "region": 2.0, "settlement": 0.6, "admin1": 0.2, "facility": 0.3}
NEAR_KM = 150.0


def km(a: Place, b: Place) -> float:
    """Great-circle distance (haversine)."""
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    half = sin((lat_b - lat_a) / 2) ** 2
    half += cos(lat_a) * cos(lat_b) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def locate(
    names: Sequence[str], gazetteer: Gazetteer, countries: Sequence[str] = ()
) -> list[Place | None]:
    """The place that each name of one report means, None where the gazetteer has none.

    ``countries`` (ISO 3166-1 alpha-2, likeliest first) are known to be what the report is about.
    Candidates are scored by size, by how much the report speaks of their country, by a named
    parent unit, and, in a second round, by closeness to the places chosen in the first.
    """
    found = {name: candidates(name, gazetteer, countries) for name in dict.fromkeys(names)}
    weights = country_weights(names, found, countries)
    if not countries:
        top = sorted(weights, key=lambda country: -weights[country])[:2]
        found = {name: known or candidates(name, gazetteer, top) for name, known in found.items()}
    units = {p.name for options in found.values() for p in options if p.kind == "admin1"}
    chosen = {
        name: max(options, key=lambda p: score(p, weights, units, ()))
        for name, options in found.items()
        if options
    }
    anchors = [place for place in chosen.values() if place.kind in {"settlement", "facility"}]
    settled = {
        name: max(options, key=lambda p: score(p, weights, units, anchors))
        for name, options in found.items()
        if options
    }
    return [settled.get(name) for name in names]


def country_weights(
    names: Sequence[str], found: dict[str, list[Place]], countries: Sequence[str]
) -> dict[str, float]:
    """How much the report speaks of each country, as shares that add up to one."""
    weights: dict[str, float] = defaultdict(float)
    for rank, country in enumerate(countries):
        weights[country] += 6.0 / (1 + rank)
    for name in names:
        options = found.get(name) or []
        if options and options[0].kind == "country" and options[0].country:
            weights[options[0].country] += 2.0
            continue
        by_country: dict[str, float] = defaultdict(float)
        for place in options[:12]:
            if place.country:
                by_country[place.country] = max(
                    by_country[place.country], log10(place.population + 10)
                )
        total = sum(by_country.values())
        for country, size in sorted(by_country.items()):
            weights[country] += size / total
    total = sum(weights.values()) or 1.0
    return {country: weight / total for country, weight in sorted(weights.items())}


def score(
    place: Place, weights: dict[str, float], units: set[str], anchors: Sequence[Place]
) -> tuple[float, int, str]:
    points = KIND_WEIGHT.get(place.kind, 0.0) + log10(place.population + 10)
    points += 5.0 * weights.get(place.country or "", 0.0)
    if place.admin1 in units and place.kind == "settlement":
        points += 0.8
    others = [other for other in anchors if other.id != place.id]
    if others and place.kind != "country":
        nearest = sorted(km(place, other) for other in others)[: max(1, len(others) // 2)]
        points += 1.5 if sum(nearest) / len(nearest) < NEAR_KM else 0.0
    return points, place.population, place.id
