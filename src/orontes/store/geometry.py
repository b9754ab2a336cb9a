"""Points and lines as GeoPackage blobs, and the functions that a spatial index calls."""

import sqlite3
import struct
from collections.abc import Sequence

from shapely import LineString, Point, from_wkb, to_wkb
from shapely.geometry.base import BaseGeometry

HEADER = struct.Struct("<2sBBi")
LITTLE_ENDIAN = 0x01
EMPTY = 0x10
SRS = 4326


def blob(geometry: BaseGeometry | None) -> bytes | None:
    """Header without envelope, then WKB (OGC 12-128r19, clause 2.1.3)."""
    if geometry is None:
        return None
    flags = LITTLE_ENDIAN | (EMPTY if geometry.is_empty else 0)
    return HEADER.pack(b"GP", 0, flags, SRS) + bytes(to_wkb(geometry, byte_order=1))


def point(lat: float | None, lon: float | None) -> Point | None:
    return Point(lon, lat) if lat is not None and lon is not None else None


def line(points: Sequence[tuple[float | None, float | None]]) -> BaseGeometry | None:
    """A line through the points that have coordinates, in order; a point if there is only one."""
    known = [(lon, lat) for lat, lon in points if lat is not None and lon is not None]
    if len(known) > 1:
        return LineString(known)
    return Point(known[0]) if known else None


def bounds(value: bytes | None) -> tuple[float, float, float, float] | None:
    if not value:
        return None
    geometry = from_wkb(value[HEADER.size :])
    return None if geometry.is_empty else geometry.bounds


def register(db: sqlite3.Connection) -> None:
    """What the triggers of a GeoPackage R-tree need, once a user has added one."""

    def edge(index: int) -> object:
        def of(value: bytes | None) -> float | None:
            box = bounds(value)
            return box[index] if box else None

        return of

    for name, index in (("ST_MinX", 0), ("ST_MinY", 1), ("ST_MaxX", 2), ("ST_MaxY", 3)):
        db.create_function(name, 1, edge(index), deterministic=True)  # type: ignore[arg-type]
    db.create_function("ST_IsEmpty", 1, lambda value: bounds(value) is None, deterministic=True)
