from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer entry; coordinates are WGS 84 degrees, ``country`` is ISO 3166-1 alpha-2.

    ``id`` is ``gn:<GeoNames id>``, or ``orontes:<slug>`` for places of our own tables. ``kind`` is
    settlement, admin1, admin2, country, region, mountain, facility, or feature (a farm, a
    well, a stream…); ``admin1`` and ``admin2`` are the names of the units round it.
    ``population`` of a unit is a weight, not a census; ``capital`` is a country's.
    """

    id: str
    name: str
    lat: float
    lon: float
    kind: str
    country: str | None
    admin1: str | None
    population: int
    facility: str | None = None
    admin2: str | None = None
    capital: bool = False
