"""The gazetteer compiled once into SQLite, in the user's cache folder."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from orontes.errors import OrontesError
from orontes.places.names import ARABIC_COUNTRIES, skeleton
from orontes.places.sources import Entry, entries

VERSION = 6
SCHEMA = """
CREATE TABLE place (
  id TEXT PRIMARY KEY, name TEXT, lat REAL, lon REAL, kind TEXT, country TEXT, admin1 TEXT,
  population INTEGER, facility TEXT
) WITHOUT ROWID;
CREATE TABLE name (folded TEXT, id TEXT, PRIMARY KEY (folded, id)) WITHOUT ROWID;
CREATE TABLE bones (skeleton TEXT, country TEXT, id TEXT,
  PRIMARY KEY (skeleton, country, id)) WITHOUT ROWID;
"""
Progress = Callable[[str], None]


def cache_folder() -> Path:
    """``$ORONTES_CACHE``, else the user's cache folder."""
    told = os.environ.get("ORONTES_CACHE")
    if told:
        return Path(told)
    from platformdirs import user_cache_dir  # noqa: PLC0415

    return Path(user_cache_dir("orontes"))


def default_path() -> Path:
    return cache_folder() / f"gazetteer-{VERSION}.sqlite"


def build(path: Path, progress: Progress | None = None) -> None:
    """Compile beside the path and move it into place: readers see all or nothing."""
    if progress:
        progress("compiling the gazetteer (once, about 20 seconds)")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix="gazetteer-", suffix=".part")
    except OSError as error:
        raise OrontesError(
            f"the gazetteer cannot be written to {path.parent} ({error.strerror});"
            " set ORONTES_CACHE to a folder that can be written"
        ) from error
    os.close(handle)
    part = Path(name)
    try:
        with closing(sqlite3.connect(part)) as db:
            fill(db, entries())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def fill(db: sqlite3.Connection, found: Iterable[Entry]) -> None:
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
    with db:
        for entry in found:
            place = entry.place
            if twin := already(db, entry):
                names = [(name, twin) for name in entry.names]
                db.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", names)
                db.execute(
                    "UPDATE place SET population = max(population, 1000) WHERE id = ?", (twin,)
                )
                continue
            db.execute(
                "INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    place.id,
                    place.name,
                    place.lat,
                    place.lon,
                    place.kind,
                    place.country,
                    place.admin1,
                    place.population,
                    place.facility,
                ),
            )
            names = [(name, place.id) for name in entry.names]
            db.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", names)
            if place.country in ARABIC_COUNTRIES:
                bones = {(skeleton(name), place.country, place.id) for name in entry.names}
                db.executemany("INSERT OR IGNORE INTO bones VALUES (?, ?, ?)", sorted(bones))
    db.execute("ANALYZE")


def already(db: sqlite3.Connection, entry: Entry) -> str | None:
    """The GeoNames entry that a settlement of our own table repeats, so that it lends its names."""
    place = entry.place
    if not place.id.startswith("orontes:") or place.kind != "settlement":
        return None
    for name in sorted(entry.names):
        row = db.execute(
            "SELECT id FROM name JOIN place USING (id) WHERE folded = ? AND kind = 'settlement'"
            " AND abs(lat - ?) < 0.15 AND abs(lon - ?) < 0.15 ORDER BY population DESC, id LIMIT 1",
            (name, place.lat, place.lon),
        ).fetchone()
        if row:
            return str(row[0])
    return None
