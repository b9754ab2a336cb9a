"""Administrative boundaries with p-codes, as OCHA's common data sets give them (COD-AB)."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from orontes.errors import WrongCall
from orontes.model.boundary import Boundary
from orontes.places.roads import WGS84, is_case

PCODE = re.compile(r"adm([12])_?pcode")
GIVE = (
    "give COD-AB boundaries of level 1 or 2 (columns ADM1_PCODE, ADM1_EN, …) as GeoJSON,"
    " GeoPackage or shapefile in WGS 84"
)
AREAS = frozenset({"Polygon", "MultiPolygon"})


def read(path: Path) -> list[Boundary]:
    """The units of the file. Raises WrongCall for what holds none."""
    if not path.is_file():
        raise WrongCall(f"there is no file {path}; {GIVE}")
    if is_case(path):
        raise WrongCall(f"{path} is a case; {GIVE}")
    found = list(units(path))
    if not found:
        raise WrongCall(f"{path} holds no areas with p-codes; {GIVE}")
    return found


def units(path: Path) -> Iterator[Boundary]:
    import pyogrio
    from shapely import from_wkb, to_wkb

    try:
        meta, _, shapes, columns = pyogrio.raw.read(path)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        problem = str(error).split(";", maxsplit=1)[0].rstrip(".")
        raise WrongCall(f"{path} cannot be read: {problem}; {GIVE}") from error
    if shapes is None or meta["crs"] not in (None, *WGS84):
        raise WrongCall(f"{path} has no areas in WGS 84 ({meta['crs']}); {GIVE}")
    names = [str(name) for name in meta["fields"]]
    for number, shape in enumerate(from_wkb(shapes)):
        row = dict(zip(names, (column[number] for column in columns), strict=True))
        if shape is not None and shape.geom_type in AREAS and (unit := of_row(row)):
            yield Boundary(*unit, bytes(to_wkb(shape, output_dimension=2, byte_order=1)))


def of_row(row: Mapping[str, Any]) -> tuple[int, str, str, str, str] | None:
    """Level, then name and p-code of each level; None for a row without p-code."""
    lowered = {key.lower(): str(value) for key, value in row.items() if value not in (None, "")}
    codes = {int(m[1]): value for key, value in lowered.items() if (m := PCODE.fullmatch(key))}
    if not codes:
        return None
    level = max(codes)
    names = {n: name(lowered, n) if n <= level else "" for n in (1, 2)}
    return level, names[1], codes.get(1, ""), names[2], codes.get(2, "")


def name(row: Mapping[str, str], level: int) -> str:
    """The English name, else the one without a language, else the first in any."""
    start = f"adm{level}_"
    others = sorted(key for key in row if re.fullmatch(rf"{start}[a-z]{{2}}", key))
    for key in (f"{start}en", f"{start}name", *others):
        if key in row:
            return row[key]
    return ""
