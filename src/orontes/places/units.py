"""Administrative units, which the packages give without a point: placed by their towns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from statistics import fmean
from typing import Any

from orontes.places.entry import Entry, clean, latin, table
from orontes.places.names import fold
from orontes.places.place import Place
from orontes.vocabulary.load import table as vocabulary

CELL = 0.5
LEAST = 3
Point = tuple[float, float]


@dataclass(slots=True)
class Units:
    """Which administrative units hold a town, and which towns a unit holds."""

    above: dict[int, tuple[str | None, str | None]]
    inside: dict[int, list[Point]]


def units_of(towns: Iterable[Any]) -> Units:
    units = Units({}, {})
    for town in towns:
        named: dict[int, str] = {}
        for unit in town.subdivisions:
            named.setdefault(unit.admin_level, str(unit.name))
            if unit.geonames_id is not None:
                units.inside.setdefault(unit.geonames_id, []).append((town.lat, town.lng))
        units.above[town.geonames_id] = (named.get(1), named.get(2))
    return units


def subdivisions(units: Iterable[Any], inside: dict[int, list[Point]]) -> Iterator[Entry]:
    """Units of two levels in the middle of their inhabited land, or where ``units.csv`` says."""
    told = {(row["country"], row["name"]): row for row in table("units.csv")}
    for unit in units:
        points = inside.get(unit.geonames_id)
        if not points or unit.admin_level not in {1, 2}:
            continue
        code, first = unit.country.alpha2, unit.admin_level == 1
        row = told.get((code, unit.name), {}) if first else {}
        point = (float(row["lat"]), float(row["lon"])) if row.get("lat") else middle(points)
        yield Entry(
            Place(
                f"gn:{unit.geonames_id}",
                unit.name,
                *point,
                f"admin{unit.admin_level}",
                code,
                unit.name if first else parent_name(unit),
                1000 * len(points),
            ),
            clean({unit.name, *row.get("abbreviations", "").split("|")}),
            clean({*unit.aliases, *(bare(unit) if first else ())}),
        )


def bare(unit: Any) -> set[str]:
    """The unit's Latin names without the words for province, republic and so on."""
    names = {unit.name, *(name for name in unit.aliases if latin(name))}
    stripped = {
        " ".join(word for word in fold(name).split() if word not in unit_words()) for name in names
    }
    return {name for name in stripped if len(name) > LEAST}


@cache
def unit_words() -> frozenset[str]:
    words = vocabulary("places/names")
    return frozenset((words["admin"]["words"] + " " + words["unit"]["words"]).split())


def parent_name(unit: Any) -> str | None:
    return str(unit.parent.name) if unit.parent is not None else None


def middle(points: list[Point]) -> Point:
    """The mean of the half-degree cells that hold towns, so that no conurbation outweighs land."""
    cells = {(round(lat / CELL), round(lon / CELL)) for lat, lon in points}
    if len(cells) < 4:
        return round(fmean(lat for lat, _ in points), 4), round(fmean(lon for _, lon in points), 4)
    cells_sorted = sorted(cells)
    return (
        round(CELL * fmean(lat for lat, _ in cells_sorted), 4),
        round(CELL * fmean(lon for _, lon in cells_sorted), 4),
    )
