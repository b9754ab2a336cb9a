"""Layers through GDAL, each into a file of its own; the case file is never opened by it."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from shapely import to_wkb

from orontes.export.shapes import Layer

CRS = "EPSG:4326"
KINDS = {"POINT": "Point", "GEOMETRY": "Unknown"}
DTYPES: dict[type, Any] = {int: np.int64, float: np.float64}


def through_gdal(layer: Layer, driver: str, suffix: str, **options: Any) -> bytes:
    """The layer as the bytes of a file of that GDAL driver; rows without geometry are left out."""
    from pyogrio.raw import write

    kept = [(r, s) for r, s in zip(layer.rows, layer.shapes, strict=True) if s is not None]
    columns = layer.columns
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{layer.name}{suffix}"
        write(
            path,
            geometry=np.array([to_wkb(shape) for _, shape in kept], dtype=object),
            field_data=[column([row.get(key) for row, _ in kept], columns[key]) for key in columns],
            field_mask=[np.array([row.get(key) is None for row, _ in kept]) for key in columns],
            fields=np.array(list(columns), dtype=object),
            driver=driver,
            geometry_type=KINDS[layer.geometry],
            crs=CRS,
            layer=layer.name,
            **options,
        )
        return path.read_bytes()


def column(values: list[Any], kind: type) -> Any:
    if kind in DTYPES:
        return np.array([0 if value is None else value for value in values], dtype=DTYPES[kind])
    return np.array(["" if value is None else str(value) for value in values], dtype=object)
