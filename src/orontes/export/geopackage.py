"""A GeoPackage of the picture's layers, apart from the case (QGIS, R, GeoPandas)."""

import sqlite3

from orontes.export.material import Material
from orontes.export.shapes import Layer, layers
from orontes.store.geometry import SRS, blob
from orontes.store.layers import extent
from orontes.store.schema import (
    APPLICATION_ID,
    FIXED_CHANGE,
    GEOPACKAGE,
    GEOPACKAGE_VERSION,
    SYSTEMS,
    split,
)

TYPES = {int: "INTEGER", float: "REAL"}


def write(material: Material) -> bytes:
    db = sqlite3.connect(":memory:")
    try:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {GEOPACKAGE_VERSION}")
        for statement in split(GEOPACKAGE):
            db.execute(statement)
        db.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", SYSTEMS)
        for layer in layers(material):
            lay(db, layer)
        db.commit()
        return bytes(db.serialize())
    finally:
        db.close()


def lay(db: sqlite3.Connection, layer: Layer) -> None:
    columns = layer.columns
    blobs = [blob(shape) for shape in layer.shapes]
    box = extent(blobs) or (None,) * 4
    db.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, min_x, min_y,"
        " max_x, max_y, srs_id) VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?)",
        (layer.name, layer.name, FIXED_CHANGE, *box, SRS),
    )
    db.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
        (layer.name, layer.geometry, SRS),
    )
    told = "".join(f', "{name}" {TYPES.get(kind, "TEXT")}' for name, kind in columns.items())
    db.execute(f"CREATE TABLE {layer.name} (fid INTEGER PRIMARY KEY, geom {layer.geometry}{told})")
    marks = ", ".join("?" * (len(columns) + 2))
    rows = [
        (number, shape, *(row.get(name) for name in columns))
        for number, (shape, row) in enumerate(zip(blobs, layer.rows, strict=True), 1)
    ]
    db.executemany(f"INSERT INTO {layer.name} VALUES ({marks})", rows)
