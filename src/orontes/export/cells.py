"""Cells and tables that spreadsheets read: text stays text, numbers stay numbers."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

LIST_MARK = "; "
LINE_END = "\r\n"
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""


def safe(value: Any) -> Any:
    """Text that would run as a formula, with an apostrophe before it; all else as it is."""
    if isinstance(value, str) and value.lstrip(" ").startswith(STARTS):
        return f"'{value}"
    return value


def written(value: Any) -> Any:
    """A value as a cell of a CSV holds it."""
    return value.isoformat() if isinstance(value, date) else safe(value)


class Lines(io.StringIO):
    """Rows of a CSV with line feeds; the writer is told otherwise, so that it quotes both ends."""

    def write(self, row: str) -> int:
        return super().write(row.removesuffix(LINE_END) + "\n")


def table(
    columns: Sequence[str],
    rows: Iterable[Mapping[str, Any]],
    tags: Mapping[str, str] | None = None,
) -> str:
    """CSV (RFC 4180, line feeds) with exactly these columns; ``tags`` are a second header."""
    out = Lines()
    writer = csv.writer(out, lineterminator=LINE_END)
    writer.writerow([safe(column) for column in columns])
    if tags is not None:
        writer.writerow([tags.get(column, "") for column in columns])
    writer.writerows([written(row.get(column)) for column in columns] for row in rows)
    return out.getvalue()


def flattened(row: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested fields as ``place.name``, lists joined by semicolons; what has no name as JSON."""
    flat: dict[str, Any] = {}
    for key, value in row.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            flat |= flattened(value, f"{name}.")
        elif isinstance(value, list):
            flat[name] = LIST_MARK.join(item_text(item) for item in value)
        else:
            flat[name] = value
    return flat


def item_text(item: Any) -> str:
    if isinstance(item, Mapping):
        return str(item["name"]) if "name" in item else json.dumps(item, ensure_ascii=False)
    return str(item)
