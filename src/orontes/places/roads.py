"""Read a user's roads: GeoJSON, and GeoPackage, OSM .pbf, Shapefile and the like through GDAL."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

from orontes.errors import WrongCall
from orontes.model.road import Road
from orontes.places.distance import km_between

Line = tuple[str | None, list[tuple[float, float]]]
"""Name, and points as latitude and longitude."""
CLASS = ("highway", "fclass", "class", "type")
DRIVEN = frozenset(
    f"{kind}{end}"
    for kind in ("motorway", "trunk", "primary", "secondary", "tertiary", "unclassified")
    for end in ("", "_link")
)
REF = re.compile(r'"ref"=>"([^"]+)"')
WGS84 = ("EPSG:4326", "OGC:CRS84")
TOLERANCE = 0.0003
GIVE = "give lines as GeoJSON, GeoPackage or OSM .pbf"


def read(path: Path) -> list[Road]:
    """The roads of a file, parted where they meet. Raises WrongCall for what is no file of roads.

    Roads meet where they share a point, as in OpenStreetMap and what is made from it. Of a file
    with OpenStreetMap's classes, those from motorway to unclassified count.
    """
    if not path.is_file():
        raise WrongCall(f"there is no file {path}; {GIVE}")
    if is_case(path):
        raise WrongCall(f"{path} is an Orontes case, no file of roads; {GIVE}")
    is_json = path.suffix.lower() in (".geojson", ".json")
    lines = list(from_geojson(path) if is_json else from_gdal(path))
    if not lines:
        raise WrongCall(f"{path} holds no road; {GIVE}")
    for _, points in lines:
        if not all(abs(lat) <= 90 and abs(lon) <= 180 for lat, lon in points):
            raise WrongCall(
                f"{path} is not in degrees; make it so with"
                f" `ogr2ogr -t_srs EPSG:4326 new.gpkg {path}`"
            )
    return parted(lines)


def is_case(path: Path) -> bool:
    """Whether GDAL must keep away from it (docs/decisions/0001)."""
    with path.open("rb") as file:
        if not file.read(16).startswith(b"SQLite format 3"):
            return False
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as db:
        found = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'orontes_schema'").fetchone()
    return found is not None


def from_geojson(path: Path) -> Iterator[Line]:
    try:
        for feature in json.loads(path.read_bytes())["features"]:
            tags = feature.get("properties") or {}
            for points in lines_of(feature["geometry"] or {}):
                if driven(tags) and len(points) > 1:
                    yield named(tags), [(float(point[1]), float(point[0])) for point in points]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise WrongCall(f"{path} is no GeoJSON of lines ({error!r}); {GIVE}") from error


def lines_of(shape: Mapping[str, Any]) -> Sequence[Any]:
    if shape.get("type") == "LineString":
        return [shape["coordinates"]]
    return list(shape["coordinates"]) if shape.get("type") == "MultiLineString" else []


def from_gdal(path: Path) -> Iterator[Line]:
    import pyogrio
    from shapely import from_wkb

    try:
        layer = next(
            (name for name, kind in pyogrio.list_layers(path) if "Line" in str(kind)), None
        )
        if layer is None:
            raise WrongCall(f"{path} holds no layer of lines; {GIVE}")
        meta, _, shapes, columns = pyogrio.raw.read(path, layer=layer)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        problem = str(error).split(";", maxsplit=1)[0].rstrip(".")
        raise WrongCall(f"{path} cannot be read: {problem}; {GIVE}") from error
    if meta["crs"] not in (None, *WGS84):
        raise WrongCall(
            f"{path} is in {meta['crs']}; make it WGS 84 with"
            f" `ogr2ogr -t_srs EPSG:4326 new.gpkg {path}`"
        )
    for number, shape in enumerate(from_wkb(shapes)):
        tags = dict(zip(meta["fields"], (column[number] for column in columns), strict=True))
        if shape is not None and driven(tags):
            for part in getattr(shape, "geoms", [shape]):
                if part.geom_type == "LineString" and len(part.coords) > 1:
                    yield named(tags), [(point[1], point[0]) for point in part.coords]


def driven(tags: Mapping[str, Any]) -> bool:
    """Roads for cars; all lines of a file that has no classes. OSM rivers and rails are none."""
    kinds = [str(tags[key]) for key in CLASS if tags.get(key)]
    if "highway" in tags or "fclass" in tags:
        return any(kind in DRIVEN for kind in kinds)
    return not kinds or any(kind in DRIVEN for kind in kinds) or "type" in tags or "class" in tags


def named(tags: Mapping[str, Any]) -> str | None:
    """Its number where it has one ("M5"), else its name."""
    ref = REF.search(str(tags.get("other_tags") or ""))
    name = tags.get("ref") or (ref.group(1) if ref else None) or tags.get("name")
    return str(name) if name else None


def parted(lines: Iterable[Line]) -> list[Road]:
    """Lines cut at their ends and at every point that they share."""
    exact = [
        (name, [(round(lat, 5), round(lon, 5)) for lat, lon in points]) for name, points in lines
    ]
    met = Counter(point for _, points in exact for point in points)
    met.update(end for _, points in exact for end in (points[0], points[-1]))
    roads = []
    for name, points in exact:
        start = 0
        for stop in range(1, len(points)):
            if met[points[stop]] > 1:
                roads.append(road(name, points[start : stop + 1]))
                start = stop
    return [one for one in roads if one.km > 0]


def road(name: str | None, points: Sequence[tuple[float, float]]) -> Road:
    from shapely import LineString

    km = sum(km_between(*a, *b) for a, b in pairwise(points))
    slim = LineString(points).simplify(TOLERANCE) if len(points) > 2 else LineString(points)
    return Road(name, tuple((lat, lon) for lat, lon in slim.coords), km)
