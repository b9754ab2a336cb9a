"""What users added about the actors of a case: append-only rows, all of which are kept."""

import json
import sqlite3
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from orontes.model.entry import Entry
from orontes.model.rows import instant
from orontes.store.layers import exists
from orontes.store.schema import FIXED_CHANGE, append_only, split

TABLE = (
    "CREATE TABLE actors (fid INTEGER PRIMARY KEY, verb TEXT NOT NULL, about TEXT NOT NULL,"
    " says TEXT NOT NULL, source TEXT NOT NULL, why TEXT NOT NULL, user TEXT NOT NULL,"
    " made TEXT NOT NULL, revision INTEGER NOT NULL);\n"
)
COLUMNS = ("verb", "about", "source", "why", "user", "made", "number")
DAYS = ("since", "until")


def append(db: sqlite3.Connection, entry: Entry, revision: int) -> None:
    """Write one row, in the caller's transaction; the table is made with the first one."""
    if not exists(db, "actors"):
        lay(db)
    db.execute(
        "INSERT INTO actors (verb, about, says, source, why, user, made, revision)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entry.verb,
            entry.about,
            json.dumps(says(entry), ensure_ascii=False),
            entry.source,
            entry.why,
            entry.user,
            instant(entry.made),
            revision,
        ),
    )


def says(entry: Entry) -> dict[str, Any]:
    """What the row tells beside its columns; what it does not tell is left out."""
    told = {key: value for key, value in asdict(entry).items() if key not in COLUMNS and value}
    return told | {key: told[key].isoformat() for key in DAYS if key in told}


def lay(db: sqlite3.Connection) -> None:
    for statement in split(TABLE + append_only("actors")):
        db.execute(statement)
    db.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)"
        " VALUES ('actors', 'attributes', 'actors', ?)",
        (FIXED_CHANGE,),
    )


def entries(db: sqlite3.Connection) -> tuple[Entry, ...]:
    """Every row, the first first; none if nothing was added."""
    if not exists(db, "actors"):
        return ()
    rows = db.execute(
        "SELECT verb, about, source, why, user, made, fid, says FROM actors ORDER BY fid"
    )
    return tuple(entry(*row) for row in rows)


def entry(*row: Any) -> Entry:
    told = json.loads(row[-1])
    made = datetime.fromisoformat(row[5]).astimezone(UTC)
    lists = {key: tuple(value) for key, value in told.items() if isinstance(value, list)}
    days = {key: date.fromisoformat(told[key]) for key in DAYS if key in told}
    return Entry(**(dict(zip(COLUMNS, row, strict=False)) | {"made": made} | told | lists | days))
