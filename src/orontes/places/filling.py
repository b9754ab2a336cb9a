"""A country dump put into the compiled gazetteer, marked so that a later one can replace it."""

import sqlite3
from itertools import islice
from pathlib import Path

from orontes.errors import OrontesError
from orontes.places.dump import Survey, entry_of, rows, survey
from orontes.places.entry import Entry
from orontes.places.names import ARABIC_COUNTRIES, skeleton

BATCH = 5000
PLACE = """
INSERT OR IGNORE INTO place
  (id, name, lat, lon, kind, country, admin1, population, facility, admin2, capital, dump)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
"""
NAME = "INSERT OR IGNORE INTO name (folded, id, other, dump) VALUES (?, ?, ?, ?)"
BONES = "INSERT OR IGNORE INTO bones (skeleton, country, id, folded, dump) VALUES (?, ?, ?, ?, ?)"


def put(db: sqlite3.Connection, path: Path, found: Survey) -> int:
    """Replace the country's dumped places by those of the file; how many there are."""
    for table in ("place", "name", "bones"):
        db.execute(f"DELETE FROM {table} WHERE dump = ?", (found.country,))
    entries = (entry for row in rows(path) if (entry := entry_of(row, found.units)))
    count = 0
    while batch := list(islice(entries, BATCH)):
        count += len(batch)
        insert(db, batch, found.country)
    return count


def insert(db: sqlite3.Connection, batch: list[Entry], country: str) -> None:
    places, names, bones = [], [], []
    for entry in batch:
        place = entry.place
        places.append(
            (place.id, place.name, place.lat, place.lon, place.kind, place.country, place.admin1,
             place.population, place.facility, place.admin2, country)
        )  # fmt: skip
        names += [(name, place.id, 0, country) for name in sorted(entry.names)]
        names += [(name, place.id, 1, country) for name in sorted(entry.others - entry.names)]
        if country in ARABIC_COUNTRIES and place.kind == "settlement":
            spelled = sorted(entry.names | entry.others)
            bones += [(skeleton(name), country, place.id, name, country) for name in spelled]
    db.executemany(PLACE, places)
    db.executemany(NAME, names)
    db.executemany(BONES, bones)


def put_again(db: sqlite3.Connection, folder: Path) -> list[str]:
    """Every dump that was kept, into a gazetteer compiled anew; what could not be put in."""
    troubles = []
    for path in sorted(folder.glob("*.zip")):
        try:
            with db:
                put(db, path, survey(path))
        except OrontesError as error:
            troubles.append(f"left out: {error}")
    return troubles
