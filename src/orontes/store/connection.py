"""Opening the case file: checks, locks, and one sentence for each way in which it can fail."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orontes.errors import BadCase, WrongCall
from orontes.store.geometry import register
from orontes.store.schema import APPLICATION_ID, GEOPACKAGE_VERSION, VERSION, create

BUSY_MS = 30_000
MAGIC = b"SQLite format 3\x00"


def make(path: Path) -> None:
    """Create an empty case; nothing may stand at the path yet."""
    if path.exists():
        raise WrongCall(
            f"{path} exists already; open it with `orontes add`, or choose another name"
        )
    if not path.parent.is_dir():
        raise WrongCall(f"there is no folder {path.parent}; make it first")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with explained(path):
            db = sqlite3.connect(part, isolation_level=None)
            try:
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.execute(f"PRAGMA user_version = {GEOPACKAGE_VERSION}")
                db.execute("BEGIN")
                create(db)
                db.execute("COMMIT")
            finally:
                db.close()
            part.rename(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection, closed at the end."""
    check(path)
    with explained(path):
        db = connect_read(path)
        try:
            yield db
        finally:
            db.close()


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection with one open transaction: all of it is kept, or nothing."""
    check(path)
    with explained(path):
        db = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MS / 1000)
        try:
            register(db)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK") if db.in_transaction else None
                raise
            db.execute("COMMIT")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            db.close()


def connect_read(path: Path) -> sqlite3.Connection:
    """Read-only; in a folder that cannot be written, where WAL cannot be shared, immutable."""
    unshared = (
        not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists()
    )
    mode = "mode=ro&immutable=1" if unshared else "mode=ro"
    db = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=BUSY_MS / 1000)
    db.execute("PRAGMA query_only = ON")
    return db


def check(path: Path) -> None:
    """Raise if the path is no case, or one of a newer Orontes."""
    if not path.is_file():
        raise WrongCall(f"there is no case at {path}; make one with `orontes new {path}`")
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise BadCase(f"{path} is no GeoPackage, so it is no case; check the name")
    with explained(path):
        db = connect_read(path)
        try:
            row = db.execute("SELECT version FROM orontes_schema").fetchone()
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                raise BadCase(
                    f"{path} is a database but no Orontes case; check the name"
                ) from error
            raise
        finally:
            db.close()
    if row[0] > VERSION:
        raise BadCase(
            f"{path} was made by a newer Orontes (case version {row[0]}, this one knows {VERSION});"
            " update Orontes"
        )


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """SQLite's errors as one sentence that says what to do."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.DatabaseError as error:
        raise BadCase(advice(path, str(error))) from error
    except OSError as error:
        raise BadCase(
            f"{path} cannot be written ({error.strerror}); nothing was changed"
        ) from error


def advice(path: Path, problem: str) -> str:
    if "full" in problem or "disk I/O" in problem:
        return f"the disk is full or failing; {path} is as it was, make room and run it again"
    if "readonly" in problem or "read-only" in problem or "unable to open" in problem:
        return f"{path} cannot be written; copy it to a folder of yours"
    if "locked" in problem or "busy" in problem:
        return f"{path} is being written by another program; wait for it, then run this again"
    return f"{path} is damaged ({problem}); restore it from a copy"
