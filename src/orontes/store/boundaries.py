"""The boundaries that a user gave: a layer of the case, append-only; the newest import counts."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from shapely import from_wkb

from orontes.model.boundary import Boundary
from orontes.store.casefile import CaseFile
from orontes.store.connection import reading, writing
from orontes.store.geometry import HEADER, SRS, blob
from orontes.store.layers import exists, extent
from orontes.store.schema import FIXED_CHANGE, append_only, split

COLUMNS = "level, name1, pcode1, name2, pcode2"
TABLE = (
    "CREATE TABLE boundaries (fid INTEGER PRIMARY KEY, geom GEOMETRY, level INTEGER NOT NULL,"
    " name1 TEXT NOT NULL, pcode1 TEXT NOT NULL, name2 TEXT NOT NULL, pcode2 TEXT NOT NULL,"
    " source TEXT NOT NULL, revision INTEGER NOT NULL);\n"
)


def put(path: Path, units: Sequence[Boundary], name: str, made: str) -> int:
    """An import of its own; the case revision that it makes."""
    with writing(path) as db:
        revision = CaseFile(path)._revision(db, made, f"imported the boundaries {name}")
        append(db, units, name, revision)
    return revision


def held(path: Path) -> list[Boundary]:
    with reading(path) as db:
        return newest(db)


def append(db: sqlite3.Connection, units: Sequence[Boundary], source: str, revision: int) -> None:
    """Write an import, in the caller's transaction; the layer is made with the first one."""
    if not exists(db, "boundaries"):
        lay(db)
    rows = [
        (blob(from_wkb(u.wkb)), u.level, u.name1, u.pcode1, u.name2, u.pcode2, source, revision)
        for u in units
    ]
    db.executemany(
        f"INSERT INTO boundaries (geom, {COLUMNS}, source, revision)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    db.execute(
        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?"
        " WHERE table_name = 'boundaries'",
        extent(row[0] for row in rows) or (None,) * 4,
    )


def lay(db: sqlite3.Connection) -> None:
    for statement in split(TABLE + append_only("boundaries")):
        db.execute(statement)
    db.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)"
        " VALUES ('boundaries', 'features', 'boundaries', ?, ?)",
        (FIXED_CHANGE, SRS),
    )
    db.execute(
        "INSERT INTO gpkg_geometry_columns VALUES ('boundaries', 'geom', 'GEOMETRY', ?, 0, 0)",
        (SRS,),
    )


def newest(db: sqlite3.Connection) -> list[Boundary]:
    """The units of the last import; none if there was no import."""
    if not exists(db, "boundaries"):
        return []
    rows = db.execute(
        f"SELECT {COLUMNS}, geom FROM boundaries"
        " WHERE revision = (SELECT max(revision) FROM boundaries) ORDER BY fid"
    )
    return [
        Boundary(level, name1, pcode1, name2, pcode2, bytes(geom[HEADER.size :]))
        for level, name1, pcode1, name2, pcode2, geom in rows
    ]


def source(db: sqlite3.Connection) -> str:
    """The file of the last import."""
    row = db.execute(
        "SELECT source FROM boundaries WHERE revision = (SELECT max(revision) FROM boundaries)"
    ).fetchone()
    return str(row[0]) if row else ""
