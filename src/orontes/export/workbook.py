"""An Excel workbook: events, control, toll, displaced, sources, and how to read them."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from orontes.export import hxl
from orontes.export.cells import STARTS, flattened
from orontes.export.cite import citation
from orontes.export.material import Material
from orontes.model.picture_rows import row_of

FIXED = datetime(2000, 1, 1)
STAMP = (2000, 1, 1, 0, 0, 0)
MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
LONGEST = 32_000
"""Excel holds 32,767 characters a cell."""
SOURCES = ("id", "publisher", "published", "title", "url", "language", "copy_of", "claims")
Row = dict[str, Any]


def write(material: Material) -> bytes:
    book = Workbook(write_only=True)
    for name, rows in sheets(material).items():
        fill(book.create_sheet(name), rows)
    out = io.BytesIO()
    book.save(out)
    return fixed(out.getvalue())


def sheets(material: Material) -> dict[str, Sequence[Row]]:
    view = material.view
    return {
        "read me": words(material),
        "events": hxl.rows(material),
        "control": [with_units(row_of(one), material) for one in view.control],
        "toll": [flattened(row_of(one)) for one in view.toll],
        "displaced": [flattened(row_of(one)) for one in view.displaced],
        "sources": sources(material),
    }


def with_units(row: Row, material: Material) -> Row:
    return flattened(row) | material.where.columns(row["place_id"], row["lat"], row["lon"])


def sources(material: Material) -> list[Row]:
    counted: dict[str, int] = {}
    reports = {}
    for one in material.view.told:
        counted[one.source.id] = counted.get(one.source.id, 0) + 1
        reports[one.source.id] = one.source
    rows = []
    for identity, source in reports.items():
        told = {key: getattr(source, key) for key in SOURCES if key != "claims"}
        rows.append({**told, "claims": counted[identity]})
    return rows


def words(material: Material) -> list[Row]:
    from orontes.vocabulary.load import table

    cited = citation(material.view, material.title, material.revision, material.version)
    lines = [cited, *table("exports")["workbook"]["words"]]
    return [{"read me": line} for line in lines]


def fill(sheet: WriteOnlyWorksheet, rows: Sequence[Row]) -> None:
    columns = list(dict.fromkeys(key for row in rows for key in row))
    sheet.freeze_panes = "A2"
    sheet.append([cell(sheet, column, Font(bold=True)) for column in columns])
    for row in rows:
        sheet.append([cell(sheet, row.get(column)) for column in columns])


def cell(sheet: WriteOnlyWorksheet, value: Any, font: Font | None = None) -> Any:
    """Text stays text: never a formula, and marked so that editing it makes none."""
    if isinstance(value, date):
        value = value.isoformat()
    if not isinstance(value, str):
        made = WriteOnlyCell(sheet, value=value)
    else:
        text = ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST]
        made = WriteOnlyCell(sheet, value=text)
        made.data_type = "s"
        if text.lstrip(" ").startswith(STARTS):
            made.quotePrefix = True
    if font:
        made.font = font
    return made


def fixed(book: bytes) -> bytes:
    """The same parts with one date, so that the same case gives the same bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as parts,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for name in ordered(parts.namelist()):
            content = parts.read(name)
            if name == "docProps/core.xml":
                content = MOMENT.sub(rb"\g<1>" + f"{FIXED.isoformat()}Z".encode(), content)
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(info, content)
    return out.getvalue()


def ordered(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
