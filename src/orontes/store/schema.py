"""The tables of a case: a GeoPackage (OGC 12-128r19) with Orontes' own tables registered in it."""

import sqlite3

VERSION = 1
APPLICATION_ID = 0x47504B47
GEOPACKAGE_VERSION = 10301
FIXED_CHANGE = "2000-01-01T00:00:00.000Z"

GEOPACKAGE = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT
);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE,
  max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
"""

WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,'
    'AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,'
    'AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],'
    'AUTHORITY["EPSG","4326"]]'
)
SYSTEMS = (
    ("WGS 84 geodetic", 4326, "EPSG", 4326, WGS84, "longitude/latitude coordinates"),
    ("Undefined cartesian SRS", -1, "NONE", -1, "undefined", "undefined cartesian"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic"),
)

APPEND_ONLY = ("revisions", "reports", "claims", "judgements")

TABLES = """
CREATE TABLE orontes_schema (version INTEGER NOT NULL);
CREATE TABLE revisions (
  fid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, made TEXT NOT NULL, what TEXT NOT NULL
);
CREATE TABLE reports (
  fid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT, publisher TEXT, url TEXT,
  published TEXT, known TEXT, language TEXT, archive_url TEXT, retrieved TEXT, origin TEXT,
  text TEXT NOT NULL, revision INTEGER NOT NULL, arrived TEXT NOT NULL
);
CREATE TABLE readings (
  report TEXT NOT NULL, generation INTEGER NOT NULL, reader TEXT NOT NULL, claims INTEGER NOT NULL,
  revision INTEGER NOT NULL, PRIMARY KEY (report, generation)
) WITHOUT ROWID;
CREATE TABLE claims (
  fid INTEGER PRIMARY KEY, id TEXT NOT NULL, generation INTEGER NOT NULL, report TEXT NOT NULL,
  kind TEXT NOT NULL, stance TEXT NOT NULL, place TEXT, place_id TEXT, actor TEXT, target TEXT,
  earliest TEXT, latest TEXT, low INTEGER, high INTEGER, said_by TEXT, quote TEXT NOT NULL,
  confidence REAL NOT NULL, reader TEXT NOT NULL, vocabulary INTEGER NOT NULL,
  revision INTEGER NOT NULL, row TEXT NOT NULL, UNIQUE (id, generation)
);
CREATE INDEX claims_by_report ON claims (report, generation);
CREATE TABLE judgements (
  fid INTEGER PRIMARY KEY, claim TEXT NOT NULL, verdict TEXT NOT NULL, why TEXT NOT NULL,
  user TEXT NOT NULL, made TEXT NOT NULL, changes TEXT NOT NULL, revision INTEGER NOT NULL,
  id TEXT, anchors TEXT
);
CREATE TABLE copies (report TEXT PRIMARY KEY, copy_of TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE shingles (report TEXT PRIMARY KEY, hashes BLOB NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE quotes USING fts5 (
  quote, content='claims', content_rowid='fid', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER quotes_added AFTER INSERT ON claims BEGIN
  INSERT INTO quotes (rowid, quote) VALUES (new.fid, new.quote);
END;
"""


def append_only(table: str) -> str:
    return "".join(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN"
        f" SELECT RAISE(ABORT, '{table} is append-only: add a judgement or reread instead'); END;"
        for verb in ("UPDATE", "DELETE")
    )


def statements() -> str:
    """Everything that makes a new case, as one script."""
    return GEOPACKAGE + TABLES + "".join(append_only(table) for table in APPEND_ONLY)


def create(db: sqlite3.Connection) -> None:
    """Lay the tables in an empty database, in the caller's transaction."""
    for statement in split(statements()):
        db.execute(statement)
    db.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", SYSTEMS)
    db.execute("INSERT INTO orontes_schema VALUES (?)", (VERSION,))
    for table in (*APPEND_ONLY, "copies", "readings"):
        db.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change)"
            " VALUES (?, 'attributes', ?, ?)",
            (table, table, FIXED_CHANGE),
        )


def split(script: str) -> list[str]:
    """Single statements: ``executescript`` would commit behind our back."""
    found, part = [], ""
    for line in script.split("\n"):
        for piece in line.replace("END;", "END;\x00").split("\x00"):
            part += piece + "\n"
            if part.strip() and sqlite3.complete_statement(part):
                found.append(part)
                part = ""
    return found
