"""Who held which place before the reports begin: append-only; the newest import counts."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from orontes.model.picture import Control
from orontes.store.layers import exists
from orontes.store.schema import FIXED_CHANGE, append_only, split

COLUMNS = "place, place_id, lat, lon, country, holder, holder_name, since"
TABLE = (
    "CREATE TABLE initial (fid INTEGER PRIMARY KEY, place TEXT NOT NULL, place_id TEXT NOT NULL,"
    " lat REAL, lon REAL, country TEXT, holder TEXT NOT NULL, holder_name TEXT NOT NULL,"
    " since TEXT, source TEXT NOT NULL, revision INTEGER NOT NULL);\n"
)


def append(db: sqlite3.Connection, rows: Sequence[Control], source: str, revision: int) -> None:
    """Write an import, in the caller's transaction; the table is made with the first one."""
    if not exists(db, "initial"):
        lay(db)
    db.executemany(
        f"INSERT INTO initial ({COLUMNS}, source, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                row.place,
                row.place_id,
                row.lat,
                row.lon,
                row.country,
                row.holder,
                row.holder_name,
                row.since.isoformat() if row.since else None,
                source,
                revision,
            )
            for row in rows
        ],
    )


def lay(db: sqlite3.Connection) -> None:
    for statement in split(TABLE + append_only("initial")):
        db.execute(statement)
    db.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)"
        " VALUES ('initial', 'attributes', 'initial', ?)",
        (FIXED_CHANGE,),
    )


def newest(db: sqlite3.Connection) -> list[Control]:
    """The rows of the last import; none if there was no import."""
    if not exists(db, "initial"):
        return []
    rows = db.execute(
        f"SELECT {COLUMNS} FROM initial WHERE revision = (SELECT max(revision) FROM initial)"
        " ORDER BY fid"
    )
    return [held(*row) for row in rows]


def held(
    place: str,
    place_id: str,
    lat: float | None,
    lon: float | None,
    country: str | None,
    holder: str,
    holder_name: str,
    since: str | None,
) -> Control:
    return Control(
        place=place,
        place_id=place_id,
        lat=lat,
        lon=lon,
        country=country,
        holder=holder,
        holder_name=holder_name,
        since=date.fromisoformat(since) if since else None,
        until=None,
        probability=1.0,
        contested=False,
        basis="initial",
        last_reported=None,
        known_at=None,
        claims=(),
        against=(),
        why="given at the start",
    )
