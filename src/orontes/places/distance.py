"""Great-circle distances on a sphere."""

from math import asin, cos, radians, sin, sqrt

from orontes.places.place import Place

EARTH_KM = 6371.0
KM_PER_DEGREE = 111.2


def km_between(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points in degrees (haversine)."""
    half = sin(radians(other_lat - lat) / 2) ** 2
    half += cos(radians(lat)) * cos(radians(other_lat)) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def km(a: Place, b: Place) -> float:
    return km_between(a.lat, a.lon, b.lat, b.lon)
