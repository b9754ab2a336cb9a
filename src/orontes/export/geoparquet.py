"""One GeoParquet 1.1 file a layer; pyarrow is the extra ``orontes[parquet]``."""

import io
import json
from typing import Any

from shapely import to_wkb, total_bounds

from orontes.errors import WrongCall
from orontes.export.material import Material
from orontes.export.shapes import Layer, layers

VERSION = "1.1.0"


def write(material: Material) -> dict[str, bytes]:
    """Raises WrongCall where pyarrow is not installed."""
    return {f"{layer.name}.parquet": parquet(layer) for layer in layers(material)}


def parquet(layer: Layer) -> bytes:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise WrongCall("GeoParquet needs pyarrow: pip install 'orontes[parquet]'") from error
    types: dict[type, Any] = {int: pyarrow.int64(), float: pyarrow.float64()}
    arrays = {
        key: pyarrow.array(values(layer, key, kind), types.get(kind, pyarrow.string()))
        for key, kind in layer.columns.items()
    }
    shapes = [to_wkb(shape) if shape is not None else None for shape in layer.shapes]
    arrays["geometry"] = pyarrow.array(shapes, pyarrow.binary())
    table = pyarrow.table(arrays).replace_schema_metadata({"geo": json.dumps(geo(layer))})
    out = io.BytesIO()
    pyarrow.parquet.write_table(table, out)
    return out.getvalue()


def values(layer: Layer, key: str, kind: type) -> list[Any]:
    found = [row.get(key) for row in layer.rows]
    return [value if value is None or kind is not str else str(value) for value in found]


def geo(layer: Layer) -> dict[str, Any]:
    """GeoParquet's metadata; without a CRS coordinates are OGC:CRS84, longitude first."""
    known = [shape for shape in layer.shapes if shape is not None]
    kinds = sorted({shape.geom_type for shape in known})
    column: dict[str, Any] = {"encoding": "WKB", "geometry_types": kinds}
    if known:
        column["bbox"] = [float(edge) for edge in total_bounds(known)]
    return {"version": VERSION, "primary_column": "geometry", "columns": {"geometry": column}}
