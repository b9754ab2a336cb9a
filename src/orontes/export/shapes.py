"""The layers of a map: events, control, routes and places, as rows with geometries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shapely.geometry.base import BaseGeometry

from orontes.export import hxl
from orontes.export.cells import flattened
from orontes.export.material import Material
from orontes.model.picture_rows import row_of
from orontes.store.geometry import line, point

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Layer:
    """Rows with one geometry each, None where no coordinates are known; ``columns`` in order."""

    name: str
    geometry: str
    rows: Sequence[Row]
    shapes: Sequence[BaseGeometry | None]

    @property
    def columns(self) -> dict[str, type]:
        """Each column's type, that of its first value; text where there is none or several."""
        kinds: dict[str, set[type]] = {}
        for row in self.rows:
            for key, value in row.items():
                kinds.setdefault(key, set()).update({type(value)} - {type(None)})
        return {key: next(iter(found)) if len(found) == 1 else str for key, found in kinds.items()}


def layers(material: Material) -> list[Layer]:
    events, control = hxl.rows(material), [control_row(one, material) for one in held(material)]
    routes = [flattened(row_of(one)) for one in material.view.routes]
    lines = [line([(p.lat, p.lon) for p in one.places]) for one in material.view.routes]
    places = place_rows(material)
    return [
        Layer("events", "POINT", plain(events), points(events)),
        Layer("control", "POINT", plain(control), points(control)),
        Layer("routes", "GEOMETRY", plain(routes), lines),
        Layer("places", "POINT", plain(places), points(places)),
    ]


def held(material: Material) -> Sequence[Any]:
    return material.view.control


def control_row(spell: Any, material: Material) -> Row:
    return flattened(row_of(spell)) | material.where.columns(
        spell.place_id, spell.lat, spell.lon, spell.country
    )


def place_rows(material: Material) -> list[Row]:
    """Each place that the claims name and the gazetteer knows, with how many do."""
    found: dict[str, Row] = {}
    for one in material.view.told:
        place = one.claim.place
        if place and place.id:
            row = found.setdefault(
                place.id,
                {"id": place.id, "name": place.name, "kind": place.kind or ""}
                | {"lat": place.lat, "lon": place.lon, "claims": 0}
                | material.where.columns(place.id, place.lat, place.lon, place.country),
            )
            row["claims"] += 1
    return [found[key] for key in sorted(found)]


def points(rows: Sequence[Row]) -> list[BaseGeometry | None]:
    return [point(row["lat"], row["lon"]) for row in rows]


def plain(rows: Sequence[Row]) -> list[Row]:
    """Dates as ISO text, truth as 0 and 1: what every format of maps can hold."""
    return [{key: simple(value) for key, value in row.items()} for row in rows]


def simple(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value
