"""Many reports in one file: JSONL, JSON, CSV, TSV, XLSX."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from orontes.errors import BadReport
from orontes.reports.columns import Columns
from orontes.reports.decode import decode
from orontes.reports.found import Draft, Note, Trouble

Rows = Iterator[Draft | Trouble | Note]
csv.field_size_limit(100_000_000)


def jsonl(path: Path, raw: bytes, columns: Columns) -> Rows:
    found = decode(raw)
    if found.note:
        yield Note(str(path), found.note)
    for number, line in enumerate(found.text.split("\n"), 1):
        if line.strip():
            origin = f"{path}:{number}"
            try:
                row = json.loads(line)
            except ValueError:
                yield Trouble(origin, "this line is no JSON; mend it and add the file again")
                continue
            yield one(row, origin, columns)


def json_array(path: Path, raw: bytes, columns: Columns) -> Rows:
    found = decode(raw)
    try:
        rows = json.loads(found.text)
    except ValueError as error:
        raise BadReport(f"this is no JSON ({error})") from error
    rows = rows if isinstance(rows, list) else [rows]
    for number, row in enumerate(rows, 1):
        yield one(row, f"{path}#{number}", columns)


def one(row: object, origin: str, columns: Columns) -> Draft | Trouble:
    if not isinstance(row, Mapping):
        return Trouble(origin, 'expected an object such as {"text": …, "published": …}')
    try:
        return columns.draft(row, origin)
    except BadReport as error:
        return Trouble(origin, str(error))


def csv_file(path: Path, raw: bytes, columns: Columns) -> Rows:
    found = decode(raw)
    if found.note:
        yield Note(str(path), found.note)
    lines = io.StringIO(found.text, newline="")
    head = found.text[:5000]
    delimiter = "\t" if path.suffix == ".tsv" or head.count("\t") > head.count(",") else ","
    if delimiter == "," and head.split("\n")[0].count(";") > head.split("\n")[0].count(","):
        delimiter = ";"
    reader = csv.DictReader(lines, delimiter=delimiter)
    try:
        for row in reader:
            yield one(row, f"{path}:{reader.line_num}", columns)
    except csv.Error as error:
        yield Trouble(f"{path}:{reader.line_num}", f"this row is no CSV ({error}); mend it")


def xlsx(path: Path, raw: bytes, columns: Columns) -> Rows:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError) as error:
        raise BadReport("this XLSX is damaged; save it again") from error
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        names = [str(name or "") for name in next(rows, ())]
        for number, values in enumerate(rows, 2):
            if any(value is not None for value in values):
                cells: dict[str, Any] = dict(zip(names, values, strict=False))
                yield one(cells, f"{path}#{sheet.title}!{number}", columns)
    book.close()
