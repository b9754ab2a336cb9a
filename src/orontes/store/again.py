"""The lines of a whole case put into a case file: all of them, or nothing."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from orontes.errors import WrongCall
from orontes.model.report import Report
from orontes.store import beginning, boundaries, judging, layers, people
from orontes.store import roads as road_layer
from orontes.store.casefile import CaseFile, insert_claims, insert_report, pack
from orontes.store.checked import HELP, Row, Whole
from orontes.store.connection import writing
from orontes.store.whole import USERS_TABLES, columns_of

Shingles = Callable[[str], frozenset[int]]


@dataclass(slots=True)
class Taken:
    """What an import of a whole case put in: reports, claims and judgements that were new."""

    reports: int = 0
    already: int = 0
    claims: int = 0
    judgements: int = 0
    actors: int = 0
    initial: int = 0
    roads: int = 0
    revision: int = 0


def put(path: Path, whole: Whole, source: str, made: str, shingles: Shingles) -> Taken:
    """Write what the case lacks, in one transaction; reports that it holds keep their readings.

    A table of holders and roads count instead of earlier ones, as in any import.
    """
    done = Taken()
    with writing(path) as db:
        done.revision = CaseFile(path)._revision(db, made, f"imported the case {source}")
        for report in whole.reports:
            put_report(db, report, whole, made, shingles, done)
        put_users_rows(db, whole, done)
        if whole.initial:
            beginning.append(db, whole.initial, whole.initial_source, done.revision)
        if whole.roads:
            road_layer.append(db, whole.roads, whole.road_source, done.revision)
        if whole.units:
            boundaries.append(db, whole.units, whole.unit_source, done.revision)
    done.initial, done.roads = len(whole.initial), len(whole.roads)
    return done


def put_report(
    db: sqlite3.Connection,
    report: Report,
    whole: Whole,
    made: str,
    shingles: Shingles,
    done: Taken,
) -> None:
    if not insert_report(db, report, done.revision, made):
        done.already += 1
        return
    done.reports += 1
    db.execute(
        "INSERT OR IGNORE INTO shingles VALUES (?, ?)", (report.id, pack(shingles(report.text)))
    )
    for generation, claims in sorted(whole.readings.get(report.id, {}).items()):
        insert_claims(db, report.id, claims, generation, done.revision)
        done.claims += len(claims)


def put_users_rows(db: sqlite3.Connection, whole: Whole, done: Taken) -> None:
    """What users told, but for what the case holds already; all of it must read back."""
    judging.widen(db)
    if whole.users.get("actor") and not layers.exists(db, "actors"):
        people.lay(db)
    for kind, rows in whole.users.items():
        added = sum(put_row(db, USERS_TABLES[kind], row, done.revision) for row in rows)
        done.judgements += added if kind == "judgement" else 0
        done.actors += added if kind == "actor" else 0
    try:
        judging.every(db)
        people.entries(db)
    except (KeyError, TypeError, ValueError, AttributeError, AssertionError) as error:
        raise WrongCall(f"a judgement or an actor of the file is none ({error}); {HELP}") from error


def put_row(db: sqlite3.Connection, table: str, row: Row, revision: int) -> bool:
    columns = [column for column in columns_of(db, table) if column in row]
    if len(columns) < len(row):
        unknown = sorted(set(row) - set(columns))
        raise WrongCall(f"{table} have no column {unknown[0]!r}; update Orontes, or {HELP}")
    values = [row[column] for column in columns]
    same = " AND ".join(f"{column} IS ?" for column in columns)
    if db.execute(f"SELECT 1 FROM {table} WHERE {same}", values).fetchone():
        return False
    marks = ", ".join("?" * (len(columns) + 1))
    db.execute(
        f"INSERT INTO {table} ({', '.join(columns)}, revision) VALUES ({marks})",
        (*values, revision),
    )
    return True
