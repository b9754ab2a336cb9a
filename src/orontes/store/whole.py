"""A case as lines that make the same case again (docs/exports.md, "The whole case")."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from orontes.store import beginning, boundaries, layers
from orontes.store import roads as road_layer
from orontes.store.connection import reading

FORMAT = 1
REPORT = (
    "id, title, publisher, url, published, language, archive_url, retrieved, origin, text".split(
        ", "
    )
)
USERS_TABLES = {"judgement": "judgements", "actor": "actors"}
Line = dict[str, Any]


def lines(path: Path) -> Iterator[Line]:
    """All that the case holds, in one read: reports by (known, id), each with its readings.

    What counts no more is there as well (older readings, overruled judgements); the times of
    arrival and the numbers of revisions are not, for they tell of this file and not of the war.
    """
    with reading(path) as db:
        yield {"type": "case", "format": FORMAT}
        yield from reports(db)
        yield from users_rows(db)
        yield from initial(db)
        yield from roads(db)
        yield from units(db)


def reports(db: sqlite3.Connection) -> Iterator[Line]:
    found = db.execute(
        f"SELECT {', '.join(REPORT)} FROM reports ORDER BY known IS NULL, known, id"
    ).fetchall()
    for row in found:
        report = dict(zip(REPORT, row, strict=True))
        yield {"type": "report", **report}
        yield from readings(db, report["id"])


def readings(db: sqlite3.Connection, report: str) -> Iterator[Line]:
    generations = db.execute(
        "SELECT generation FROM readings WHERE report = ? ORDER BY generation", (report,)
    ).fetchall()
    for (number,) in generations:
        yield {"type": "reading", "report": report, "generation": number}
        claims = db.execute(
            "SELECT row FROM claims WHERE report = ? AND generation = ? ORDER BY fid",
            (report, number),
        )
        for (row,) in claims:
            yield {"type": "claim", "generation": number, **json.loads(row)}


def users_rows(db: sqlite3.Connection) -> Iterator[Line]:
    """What users judged and told of actors, every row as it came in."""
    for kind, name in USERS_TABLES.items():
        if not layers.exists(db, name):
            continue
        columns = columns_of(db, name)
        for row in db.execute(f"SELECT {', '.join(columns)} FROM {name} ORDER BY fid").fetchall():
            yield {"type": kind, **dict(zip(columns, row, strict=True))}


def columns_of(db: sqlite3.Connection, name: str) -> list[str]:
    """The columns of a table of the case, but for what belongs to this file alone."""
    found = (row[1] for row in db.execute(f"PRAGMA table_info({name})"))
    return [column for column in found if column not in {"fid", "revision"}]


def initial(db: sqlite3.Connection) -> Iterator[Line]:
    """The table of holders that counts, with the name of its file."""
    if not layers.exists(db, "initial"):
        return
    columns = [*beginning.COLUMNS.split(", "), "source"]
    rows = db.execute(
        f"SELECT {', '.join(columns)} FROM initial"
        " WHERE revision = (SELECT max(revision) FROM initial) ORDER BY fid"
    )
    for row in rows.fetchall():
        yield {"type": "initial", **dict(zip(columns, row, strict=True))}


def roads(db: sqlite3.Connection) -> Iterator[Line]:
    """The roads that count; points are longitude and latitude, as in GeoJSON."""
    if not layers.exists(db, "roads"):
        return
    source = db.execute(
        "SELECT source FROM roads WHERE revision = (SELECT max(revision) FROM roads)"
    ).fetchone()
    for road in road_layer.newest(db):
        points = [[lon, lat] for lat, lon in road.points]
        yield {"type": "road", "name": road.name, "km": road.km, "points": points} | {
            "source": source[0] if source else None
        }


def units(db: sqlite3.Connection) -> Iterator[Line]:
    """The boundaries that count; ``area`` is WKB in hexadecimal digits."""
    source = boundaries.source(db) if layers.exists(db, "boundaries") else ""
    for one in boundaries.newest(db):
        told = {key: getattr(one, key) for key in boundaries.COLUMNS.split(", ")}
        yield {"type": "boundary", **told, "area": one.wkb.hex(), "source": source}
