"""The units that a place lies in, as keys that units and towns have in common."""

from collections.abc import Iterable

from orontes.places.candidates import Candidate
from orontes.places.place import Place

UNITS = frozenset({"country", "admin1", "admin2"})


def key(kind: str, country: str | None, name: str | None) -> str:
    return f"country {country}" if kind == "country" else f"{kind} {country} {name}"


def own_key(place: Place) -> str:
    return key(place.kind, place.country, place.name)


def keys_above(place: Place) -> set[str]:
    """Keys of the units round the place, itself left out."""
    above = {
        key("country", place.country, None),
        key("admin1", place.country, place.admin1),
        key("admin2", place.country, place.admin2),
    }
    return above - {own_key(place)}


def unit_keys(options: Iterable[Candidate]) -> set[str]:
    return {own_key(option.place) for option in options if option.place.kind in UNITS}
