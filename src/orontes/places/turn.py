"""One writer of the gazetteer at a time, whatever process it is in."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from orontes.errors import OrontesError

LOCK = "gazetteer.lock"
MOST_SECONDS = 600
Progress = Callable[[str], None]


@contextmanager
def turn(gazetteer: Path, progress: Progress | None = None) -> Iterator[None]:
    """Hold the lock beside the gazetteer, after whoever holds it now; a process that dies lets go.

    The lock is SQLite's own on an empty file, which works alike on all systems. Raises
    OrontesError where the folder cannot be written, and after ten minutes of waiting.
    """
    with closing(lock(gazetteer.parent)) as db:
        if not taken(db, gazetteer.parent):
            if progress:
                progress("waiting for another orontes that writes the gazetteer")
            db.execute(f"PRAGMA busy_timeout = {MOST_SECONDS * 1000}")
            if not taken(db, gazetteer.parent):
                raise OrontesError(
                    f"another orontes has been writing the gazetteer in {gazetteer.parent} for over"
                    f" {MOST_SECONDS // 60} minutes; end it and run this again"
                )
        yield


def lock(folder: Path) -> sqlite3.Connection:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return sqlite3.connect(folder / LOCK, timeout=0, isolation_level=None)
    except (OSError, sqlite3.OperationalError) as error:
        raise unwritable(folder, error) from error


def taken(db: sqlite3.Connection, folder: Path) -> bool:
    try:
        db.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            return False
        raise unwritable(folder, error) from error
    return True


def unwritable(folder: Path, error: Exception) -> OrontesError:
    return OrontesError(
        f"the gazetteer cannot be compiled into {folder} ({error});"
        " set ORONTES_CACHE to a folder that can be written and has 100 MB free"
    )
