"""The case file as reports, claims and judgements: append, and read as of any time."""

import json
import sqlite3
import struct
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from orontes.model.claim import Claim
from orontes.model.entry import Entry
from orontes.model.event import Event
from orontes.model.judgement import Judgement
from orontes.model.picture import Control, Route
from orontes.model.report import Report, Source
from orontes.model.road import Road
from orontes.model.rows import claim_of, claim_row, digest, instant
from orontes.model.told import Told
from orontes.store import beginning, judging, layers, people, shelf
from orontes.store import roads as road_layer
from orontes.store.connection import make, reading, writing
from orontes.store.docket import Docket, docket, judged
from orontes.store.shelf import Repeats

SOURCE = "id, title, publisher, url, published, language, archive_url, retrieved, origin"
NEWEST = """
SELECT claims.row, claims.report, claims.revision FROM claims
JOIN (SELECT report, max(generation) AS generation FROM readings GROUP BY report) AS newest
  ON newest.report = claims.report AND newest.generation = claims.generation
ORDER BY claims.fid
"""
Read = tuple[Report, Sequence[Claim]]


class CaseFile:
    """One GeoPackage. No connection is held between calls (docs/decisions/0001)."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def create(cls, path: Path) -> "CaseFile":
        make(path)
        return cls(path)

    def append(
        self,
        batch: Sequence[Read],
        made: str,
        shingles: Collection[tuple[str, frozenset[int]]] = (),
    ) -> int:
        """Add reports with their claims in one transaction; the case revision that they make.

        ``made`` is the time of arrival, which no result reads. Reports known already are skipped.
        """
        with writing(self.path) as db:
            revision = self._revision(db, made, f"added {len(batch)} reports")
            for report, claims in batch:
                if insert_report(db, report, revision, made):
                    insert_claims(db, report.id, claims, 1, revision)
            rows = [(report, pack(hashes)) for report, hashes in shingles]
            db.executemany("INSERT OR IGNORE INTO shingles VALUES (?, ?)", rows)
        return revision

    def reread(self, batch: Sequence[Read], made: str) -> int:
        """Append a new generation of claims for reports that the case holds."""
        with writing(self.path) as db:
            revision = self._revision(db, made, f"read {len(batch)} reports again")
            for report, claims in batch:
                last = db.execute(
                    "SELECT coalesce(max(generation), 0) FROM readings WHERE report = ?",
                    (report.id,),
                ).fetchone()[0]
                insert_claims(db, report.id, claims, last + 1, revision)
        return revision

    def judge(self, judged: Sequence[Judgement], given: Sequence[Read] = ()) -> int:
        """Append judgements, and the claims that are given by hand with them."""
        with writing(self.path) as db:
            made = max(instant(one.made) or "" for one in judged)
            what = ", ".join(f"{one.verdict} {one.claim}" for one in judged[:3])
            revision = self._revision(db, made, f"judged: {what}")
            for judgement in judged:
                judging.append(db, judgement, revision)
            for report, claims in given:
                if insert_report(db, report, revision, made):
                    insert_claims(db, report.id, claims, 1, revision)
        return revision

    def add_roads(self, roads: Sequence[Road], source: str, made: str) -> int:
        """Append an import of roads, which then counts instead of earlier ones."""
        with writing(self.path) as db:
            revision = self._revision(db, made, f"imported roads of {source}")
            road_layer.append(db, roads, source, revision)
        return revision

    def roads(self) -> list[Road]:
        with reading(self.path) as db:
            return road_layer.newest(db)

    def add_initial(self, rows: Sequence[Control], source: str, made: str) -> int:
        """Append a table of who held what at the start; it counts instead of earlier ones."""
        with writing(self.path) as db:
            revision = self._revision(db, made, f"imported the initial table {source}")
            beginning.append(db, rows, source, revision)
        return revision

    def initial(self) -> list[Control]:
        with reading(self.path) as db:
            return beginning.newest(db)

    def add_entry(self, entry: Entry) -> int:
        """Append what a user tells of an actor; the case revision that it makes."""
        with writing(self.path) as db:
            made = instant(entry.made) or ""
            revision = self._revision(db, made, f"actors: {entry.verb} {entry.about}")
            people.append(db, entry, revision)
        return revision

    def entries(self) -> tuple[Entry, ...]:
        with reading(self.path) as db:
            return people.entries(db)

    def link(self, repeats: Repeats) -> bool:
        """Link the copies among the reports that are new; False if all are to be linked anew."""
        with writing(self.path) as db:
            return shelf.link(db, repeats)

    def relink(self, copies: dict[str, str]) -> None:
        """Replace the links of all copies."""
        with writing(self.path) as db:
            shelf.relinked(db, copies)

    def copies(self) -> int:
        with reading(self.path) as db:
            return int(db.execute("SELECT count(*) FROM copies").fetchone()[0])

    def size(self) -> int:
        """How many claims it holds, those of older readings too."""
        with reading(self.path) as db:
            return int(db.execute("SELECT coalesce(max(fid), 0) FROM claims").fetchone()[0])

    def write_layers(
        self,
        events: Sequence[Event],
        control: Sequence[Control],
        routes: Sequence[Route],
        revision: int,
    ) -> None:
        """Replace the feature layers, unless another process has made those of a later revision."""
        with writing(self.path) as db:
            if shelf.layered(db) <= revision:
                layers.rebuild(db, events, control, routes)
                shelf.settled(db, revision)

    def put_layers_behind(self) -> None:
        """Name the layers so that nobody takes them for the newest state (:func:`layers.lapse`)."""
        with writing(self.path) as db:
            layers.lapse(db)
            shelf.settled(db, shelf.LAPSED)

    def layers_behind(self) -> bool:
        with reading(self.path) as db:
            return layers.exists(db, "control" + layers.BEHIND)

    def unfinished(self) -> bool:
        with reading(self.path) as db:
            return shelf.unfinished(db)

    def revision(self) -> int:
        with reading(self.path) as db:
            return int(db.execute("SELECT coalesce(max(fid), 0) FROM revisions").fetchone()[0])

    def report_ids(self) -> frozenset[str]:
        with reading(self.path) as db:
            return frozenset(row[0] for row in db.execute("SELECT id FROM reports"))

    def sources(self) -> dict[str, Source]:
        """Every report without its text, with the copy that it is linked as, by id."""
        with reading(self.path) as db:
            return read_sources(db)

    def reports(self) -> list[Report]:
        with reading(self.path) as db:
            known = read_sources(db)
            rows = db.execute("SELECT id, text FROM reports ORDER BY fid").fetchall()
        return [Report(known[identity], text) for identity, text in rows]

    def shingles(self) -> list[tuple[str, frozenset[int]]]:
        with reading(self.path) as db:
            rows = db.execute("SELECT report, hashes FROM shingles ORDER BY report").fetchall()
        return [(report, unpack(hashes)) for report, hashes in rows]

    def told(self, judgements: bool = True) -> list[Told]:
        """The claims of each report's newest reading with their reports, judgements applied."""
        with reading(self.path) as db:
            known = read_sources(db)
            rows = db.execute(NEWEST).fetchall()
        claims = [
            Told(claim_of(json.loads(row)), known[report], root(known, report), revision)
            for row, report, revision in rows
        ]
        return judged(claims, self.docket()) if judgements else claims

    def docket(self) -> Docket:
        """Every judgement as it counts now."""
        with reading(self.path) as db:
            made = judging.every(db)
            return docket(made, judging.concerned(db, made)) if made else Docket()

    def search(self, words: str) -> frozenset[str]:
        """Ids of the claims whose quote holds all the words."""
        query = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        with reading(self.path) as db:
            rows = db.execute(
                "SELECT id FROM claims WHERE fid IN"
                " (SELECT rowid FROM quotes WHERE quotes MATCH ?)",
                (query,),
            ).fetchall()
        return frozenset(row[0] for row in rows)

    def _revision(self, db: sqlite3.Connection, made: str, what: str) -> int:
        number = int(db.execute("SELECT coalesce(max(fid), 0) + 1 FROM revisions").fetchone()[0])
        identity = digest(number, made, what, prefix="v_")
        db.execute("INSERT INTO revisions VALUES (?, ?, ?, ?)", (number, identity, made, what))
        return number


def insert_report(db: sqlite3.Connection, report: Report, revision: int, made: str) -> bool:
    source = report.source
    done = db.execute(
        "INSERT OR IGNORE INTO reports (id, title, publisher, url, published, known, language,"
        " archive_url, retrieved, origin, text, revision, arrived)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            source.id,
            source.title,
            source.publisher,
            source.url,
            source.published,
            instant(source.known),
            source.language,
            source.archive_url,
            source.retrieved,
            source.origin,
            report.text,
            revision,
            made,
        ),
    )
    return done.rowcount == 1


def insert_claims(
    db: sqlite3.Connection, report: str, claims: Sequence[Claim], generation: int, revision: int
) -> None:
    reader = claims[0].reader if claims else ""
    db.execute(
        "INSERT INTO readings VALUES (?, ?, ?, ?, ?)",
        (report, generation, reader, len(claims), revision),
    )
    db.executemany(
        "INSERT OR IGNORE INTO claims (id, generation, report, kind, stance, place, place_id,"
        " actor, target, earliest, latest, low, high, said_by, quote, confidence, reader,"
        " vocabulary, revision, row)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (claim.id, generation, report, *columns(claim), revision, dump(claim))
            for claim in claims
        ],
    )


def columns(claim: Claim) -> tuple[object, ...]:
    row = claim_row(claim)
    when, count = row["when"] or {}, row["count"] or {}
    return (
        claim.kind,
        claim.stance,
        claim.place.name if claim.place else None,
        claim.place.id if claim.place else None,
        layers.names(claim.actor),
        layers.names(claim.target),
        when.get("earliest"),
        when.get("latest"),
        count.get("low"),
        count.get("high"),
        layers.names(claim.said_by),
        claim.quote,
        row["confidence"],
        claim.reader,
        claim.vocabulary,
    )


def dump(claim: Claim) -> str:
    return json.dumps(claim_row(claim), ensure_ascii=False, sort_keys=True)


def read_sources(db: sqlite3.Connection) -> dict[str, Source]:
    copies = dict(db.execute("SELECT report, copy_of FROM copies").fetchall())
    rows = db.execute(f"SELECT {SOURCE} FROM reports ORDER BY fid").fetchall()
    names = [name.strip() for name in SOURCE.split(",")]
    found = [Source(**dict(zip(names, row, strict=True))) for row in rows]
    return {source.id: replace(source, copy_of=copies.get(source.id)) for source in found}


def root(known: dict[str, Source], report: str) -> Source:
    """The report at the start of the chain of copies."""
    source = known[report]
    return known.get(source.copy_of, source) if source.copy_of else source


def pack(hashes: Iterable[int]) -> bytes:
    ordered = sorted(hashes)
    return struct.pack(f"<{len(ordered)}Q", *ordered)


def unpack(blob: bytes) -> frozenset[int]:
    return frozenset(struct.unpack(f"<{len(blob) // 8}Q", blob))
