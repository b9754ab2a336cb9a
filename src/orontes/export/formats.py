"""Rows as files that others read: JSON Lines, CSV, GeoJSON. One format is one function below."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from orontes.export.cells import flattened, table

Row = Mapping[str, Any]


def jsonl(rows: Sequence[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def csv_text(rows: Sequence[Row]) -> str:
    """One column a field, nested ones flat (``place.name``), lists joined by semicolons.

    What has no name in a list is told as JSON; what looks like a formula is kept from running.
    """
    flat = [flattened(row) for row in rows]
    return table(list(dict.fromkeys(key for row in flat for key in row)), flat)


def geojson(rows: Sequence[Row]) -> str:
    """A FeatureCollection (RFC 7946); a row without coordinates has a null geometry."""
    features = [
        {"type": "Feature", "geometry": geometry(row), "properties": dict(row)} for row in rows
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def geometry(row: Row) -> dict[str, Any] | None:
    if row.get("shape"):
        return {"type": "LineString", "coordinates": row["shape"]}
    line = [point(place) for place in row.get("places") or ()]
    known = [position for position in line if position]
    if len(known) > 1:
        return {"type": "LineString", "coordinates": known}
    place = row.get("place")
    single = known[0] if known else point(place if isinstance(place, Mapping) else row)
    return {"type": "Point", "coordinates": single} if single else None


def point(holder: Mapping[str, Any] | None) -> list[float] | None:
    if not holder or holder.get("lat") is None or holder.get("lon") is None:
        return None
    return [holder["lon"], holder["lat"]]


FORMATS: dict[str, Callable[[Sequence[Row]], str]] = {
    "jsonl": jsonl,
    "csv": csv_text,
    "geojson": geojson,
}
