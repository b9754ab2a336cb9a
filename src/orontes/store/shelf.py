"""Which report repeats which, kept up with every append: shingles by hash, in the case file.

``linked`` tells up to which report that is done, so that a stop at any moment, or a report added
by an older Orontes, is made good by the next append.
"""

import sqlite3
import struct
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

SHELF = (
    "CREATE TABLE IF NOT EXISTS shingle_index (hash INTEGER NOT NULL, report INTEGER NOT NULL,"
    " PRIMARY KEY (hash, report)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS linked (upto INTEGER NOT NULL, times INTEGER NOT NULL,"
    " layers INTEGER NOT NULL)",
    "INSERT INTO linked SELECT 0, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM linked)",
)
NEW = """
SELECT reports.fid, reports.id, coalesce(reports.known, '9999'), shingles.hashes FROM reports
JOIN shingles ON shingles.report = reports.id
WHERE reports.fid > (SELECT upto FROM linked)
ORDER BY reports.known IS NULL, reports.known, reports.id
"""
CHUNK = 500
MANY = 500
"""So many new reports at once are linked with all others in memory: less work than one by one."""
LAPSED = -1
CROWD = 50
"""A shingle of so many reports is a stock phrase: alone it makes nothing a copy."""
Repeats = Callable[[int, int, int], bool]
"""Whether so many shared shingles, of the two reports' sizes, make one a copy of the other."""


@dataclass(frozen=True, slots=True)
class Paper:
    fid: int
    id: str
    known: str
    size: int

    @property
    def order(self) -> tuple[str, str]:
        return self.known, self.id


def link(db: sqlite3.Connection, repeats: Repeats) -> bool:
    """Link the reports that are new, in the caller's transaction.

    False where a report arrived after later ones that repeat it, or shares stock phrases only:
    then all reports are to be linked anew.
    """
    lay(db)
    new = db.execute(NEW).fetchall()
    whole = len(new) <= MANY
    for fid, identity, known, blob in new:
        hashes = struct.unpack(f"<{len(blob) // 8}Q", blob)
        paper = Paper(fid, identity, known, len(hashes))
        found = near(db, hashes, paper, repeats) if whole else None
        rows = [(part, fid) for part in hashes]
        db.executemany("INSERT OR IGNORE INTO shingle_index VALUES (?, ?)", rows)
        if found is None:
            whole = False
        elif found:
            first = min(found, key=lambda one: one.order).id
            db.execute(
                "INSERT OR REPLACE INTO copies VALUES (?1,"
                " coalesce((SELECT copy_of FROM copies WHERE report = ?2), ?2))",
                (identity, first),
            )
    if whole:
        linked(db)
    return whole


def lay(db: sqlite3.Connection) -> None:
    for statement in SHELF:
        db.execute(statement)


def linked(db: sqlite3.Connection) -> None:
    db.execute("UPDATE linked SET upto = (SELECT coalesce(max(fid), 0) FROM reports)")


def settled(db: sqlite3.Connection, revision: int) -> None:
    """Note of which revision the layers are; LAPSED if they are put behind."""
    lay(db)
    db.execute("UPDATE linked SET layers = ?", (revision,))


def layered(db: sqlite3.Connection) -> int:
    """Of which revision the layers are."""
    lay(db)
    return int(db.execute("SELECT layers FROM linked").fetchone()[0])


def unfinished(db: sqlite3.Connection) -> bool:
    """Whether somebody was stopped between adding and deriving."""
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'linked'").fetchone():
        return db.execute("SELECT 1 FROM reports").fetchone() is not None
    upto, layers = db.execute("SELECT upto, layers FROM linked").fetchone()
    reports, revision = db.execute(
        "SELECT (SELECT max(fid) FROM reports), (SELECT max(fid) FROM revisions)"
    ).fetchone()
    return bool(upto < (reports or 0) or LAPSED < layers < (revision or 0))


def near(
    db: sqlite3.Connection, hashes: Sequence[int], paper: Paper, repeats: Repeats
) -> list[Paper] | None:
    """The earlier reports that a new one repeats; None if that is not for sure or not all."""
    shared: Counter[int] = Counter()
    telling: set[int] = set()
    for holders in holding(db, hashes):
        shared.update(holders)
        if len(holders) < CROWD:
            telling.update(holders)
    papers = [
        one for one in read(db, list(shared)) if repeats(shared[one.fid], paper.size, one.size)
    ]
    if any(one.fid not in telling or one.order > paper.order for one in papers):
        return None
    return papers


def holding(db: sqlite3.Connection, hashes: Sequence[int]) -> list[list[int]]:
    """For each shingle that is known the reports that hold it."""
    found: dict[int, list[int]] = {}
    for some in chunks(hashes):
        rows = db.execute(
            f"SELECT hash, report FROM shingle_index WHERE hash IN ({marks(some)})", some
        )
        for part, report in rows:
            found.setdefault(part, []).append(report)
    return list(found.values())


def read(db: sqlite3.Connection, fids: Sequence[int]) -> list[Paper]:
    found = []
    for some in chunks(fids):
        found += db.execute(
            "SELECT reports.fid, reports.id, coalesce(reports.known, '9999'),"
            " length(shingles.hashes) / 8 FROM reports"
            f" JOIN shingles ON shingles.report = reports.id WHERE reports.fid IN ({marks(some)})",
            some,
        ).fetchall()
    return [Paper(*row) for row in found]


def chunks(items: Sequence[int]) -> Iterator[Sequence[int]]:
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))


def marks(items: Sequence[int]) -> str:
    return ", ".join("?" * len(items))


def relinked(db: sqlite3.Connection, copies: dict[str, str]) -> None:
    """Replace all links, in the caller's transaction."""
    db.execute("DELETE FROM copies")
    db.executemany("INSERT INTO copies VALUES (?, ?)", sorted(copies.items()))
    db.execute("UPDATE linked SET times = times + 1")
    linked(db)
