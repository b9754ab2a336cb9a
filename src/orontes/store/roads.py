"""The roads that a user gave: a layer of the case, append-only; the newest import counts."""

import sqlite3
from collections.abc import Sequence

from shapely import from_wkb

from orontes.model.road import Road
from orontes.store.geometry import HEADER, SRS, blob, line
from orontes.store.layers import exists, extent
from orontes.store.schema import FIXED_CHANGE, append_only, split

TABLE = (
    "CREATE TABLE roads (fid INTEGER PRIMARY KEY, geom LINESTRING, name TEXT, km REAL NOT NULL,"
    " source TEXT NOT NULL, revision INTEGER NOT NULL);\n"
)


def append(db: sqlite3.Connection, roads: Sequence[Road], source: str, revision: int) -> None:
    """Write an import, in the caller's transaction; the layer is made with the first one."""
    if not exists(db, "roads"):
        lay(db)
    rows = [(blob(line(one.points)), one.name, one.km, source, revision) for one in roads]
    db.executemany(
        "INSERT INTO roads (geom, name, km, source, revision) VALUES (?, ?, ?, ?, ?)", rows
    )
    db.execute(
        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?"
        " WHERE table_name = 'roads'",
        extent(row[0] for row in rows) or (None,) * 4,
    )


def lay(db: sqlite3.Connection) -> None:
    for statement in split(TABLE + append_only("roads")):
        db.execute(statement)
    db.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)"
        " VALUES ('roads', 'features', 'roads', ?, ?)",
        (FIXED_CHANGE, SRS),
    )
    db.execute(
        "INSERT INTO gpkg_geometry_columns VALUES ('roads', 'geom', 'LINESTRING', ?, 0, 0)", (SRS,)
    )


def newest(db: sqlite3.Connection) -> list[Road]:
    """The roads of the last import; none if there was no import."""
    if not exists(db, "roads"):
        return []
    rows = db.execute(
        "SELECT geom, name, km FROM roads WHERE revision = (SELECT max(revision) FROM roads)"
        " ORDER BY fid"
    ).fetchall()
    shapes = from_wkb([row[0][HEADER.size :] for row in rows])
    return [
        Road(name, tuple((lat, lon) for lon, lat in shape.coords), km)
        for shape, (_, name, km) in zip(shapes, rows, strict=True)
    ]
