"""The judgements of a case, row by row, and the claims that they speak of."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from orontes.model.claim import Claim
from orontes.model.judgement import Anchor, Judgement, written
from orontes.model.judgement_rows import anchor_row
from orontes.model.rows import claim_of, claim_row

COLUMNS = "claim, verdict, why, user, made, changes, id, anchors, revision"
LATER = ("id", "anchors")
"""Columns that cases made before them are given with their next judgement."""
READ_NOW = """
SELECT claims.row FROM claims
JOIN (SELECT report, max(generation) AS generation FROM readings GROUP BY report) AS newest
  ON newest.report = claims.report AND newest.generation = claims.generation
WHERE claims.report IN (SELECT value FROM json_each(?)) ORDER BY claims.fid
"""


def append(db: sqlite3.Connection, judgement: Judgement, revision: int) -> None:
    """Write one row, in the caller's transaction."""
    widen(db)
    anchors = [anchor_row(one) for one in judgement.anchors]
    db.execute(
        f"INSERT INTO judgements ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            judgement.claim,
            judgement.verdict,
            judgement.why,
            judgement.user,
            written(judgement.made),
            json.dumps(judgement.changes),
            judgement.id,
            json.dumps(anchors, ensure_ascii=False, sort_keys=True),
            revision,
        ),
    )


def widen(db: sqlite3.Connection) -> None:
    for column in LATER:
        if column not in columns(db):
            db.execute(f"ALTER TABLE judgements ADD COLUMN {column} TEXT")


def columns(db: sqlite3.Connection) -> set[str]:
    return {row[1] for row in db.execute("PRAGMA table_info(judgements)")}


def every(db: sqlite3.Connection) -> list[Judgement]:
    """All judgements with their anchors, as they came into the case."""
    anchors = "anchors" if "anchors" in columns(db) else "NULL"
    rows = db.execute(
        f"SELECT claim, verdict, why, user, made, changes, {anchors} FROM judgements ORDER BY fid"
    ).fetchall()
    return [
        Judgement.of(claim, verdict, why, user, made, changes, anchors_of(db, claim, stored))
        for claim, verdict, why, user, made, changes, stored in rows
    ]


def anchors_of(db: sqlite3.Connection, claim: str, stored: str | None) -> tuple[Anchor, ...]:
    """As stored; of a row older than the column from the claims of the case."""
    if stored is not None:
        return tuple(anchor_of(row) for row in json.loads(stored))
    found = db.execute(
        "SELECT row FROM claims WHERE id = ? ORDER BY generation DESC LIMIT 1", (claim,)
    ).fetchone()
    return (Anchor(claim_of(json.loads(found[0]))),) if found else ()


def anchor_of(row: Mapping[str, Any]) -> Anchor:
    return Anchor(claim_of(row), tuple(map(str, row.get("beside", ()))))


def concerned(db: sqlite3.Connection, judgements: Iterable[Judgement]) -> list[Claim]:
    """The claims, as read last, of every report of which a judgement speaks."""
    reports = sorted({anchor.claim.doc for one in judgements for anchor in one.anchors})
    rows = db.execute(READ_NOW, (json.dumps(reports),)).fetchall()
    return [claim_of(json.loads(row)) for (row,) in rows]


def anchored(claim: Claim, beside: Iterable[Claim]) -> Anchor:
    """A claim with what its reading made of the same words, to be found by later."""
    same = (one for one in beside if one.id != claim.id and overlap(one, claim))
    return Anchor(claim, tuple(sorted(one.id for one in same if one.kind == claim.kind)))


def overlap(one: Claim, other: Claim) -> float:
    """How far the predicates of two claims of one report are the same words, from 0 to 1."""
    if one.doc != other.doc:
        return 0.0
    (a, b), (c, d) = one.predicate, other.predicate
    shared, whole = min(b, d) - max(a, c), max(b, d) - min(a, c)
    return max(0, shared) / whole if whole else float((a, b) == (c, d))


def corrected(claim: Claim, changes: Iterable[tuple[str, str]]) -> Claim:
    """The claim with the slots of a correction, under its own id."""
    row = claim_row(claim) | {slot: json.loads(value) for slot, value in changes}
    return replace(claim_of(row), confidence=claim.confidence)
