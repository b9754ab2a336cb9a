"""Which column of a table holds what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from orontes.errors import BadReport, WrongCall
from orontes.reports.found import Draft

FIELDS = ("text", "title", "publisher", "url", "published", "archive_url", "language")
ALIASES = {"source": "publisher", "date": "published", "body": "text", "link": "url"}
USUAL = {
    "text": ("text", "body", "content", "article", "notes", "message"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "outlet", "channel"),
    "url": ("url", "link", "source_url"),
    "published": ("published", "date", "timestamp", "event_date", "publication_date"),
    "archive_url": ("archive_url",),
    "language": ("language", "lang"),
}
PRESETS = {
    "acled": {
        "text": ("notes",),
        "publisher": ("source",),
        "published": ("timestamp", "event_date"),
    }
}


@dataclass(frozen=True, slots=True)
class Columns:
    """For each field the columns that may hold it, in order; the first present one is read."""

    names: Mapping[str, Sequence[str]]

    @classmethod
    def parse(cls, told: str) -> "Columns":
        """From ``text=body,published=date,source=outlet`` or the name of a preset (``acled``)."""
        if told in PRESETS:
            return cls(PRESETS[told])
        names: dict[str, tuple[str, ...]] = {}
        for part in told.split(","):
            field, equals, column = (piece.strip() for piece in part.partition("="))
            field = ALIASES.get(field, field)
            if not equals or field not in FIELDS:
                raise WrongCall(
                    f"--columns cannot read {part!r}; write pairs such as text=body,published=date,"
                    f"source=outlet, or a preset: {', '.join(PRESETS)}"
                )
            if column:
                names[field] = (column,)
        if "text" not in names:
            raise WrongCall("--columns must say which column holds the text: text=…")
        return cls(names)

    @classmethod
    def usual(cls) -> "Columns":
        return cls(USUAL)

    def draft(self, row: Mapping[str, Any], origin: str) -> Draft:
        """The row as a draft. Raises BadReport if its text is missing."""
        lowered = {str(key).strip().lower(): value for key, value in row.items() if key}
        values = {field: self._value(lowered, names) for field, names in self.names.items()}
        text = values.pop("text", None)
        if text is None or not str(text).strip():
            raise BadReport(self._missing(lowered))
        published = values.pop("published", None)
        texts: Any = {key: str(value) for key, value in values.items() if value is not None}
        return Draft(text=str(text), origin=origin, published=published, **texts)

    @staticmethod
    def _value(row: Mapping[str, Any], names: Sequence[str]) -> Any:
        for name in names:
            value = row.get(name.lower())
            if value is not None and str(value).strip():
                return value
        return None

    def _missing(self, row: Mapping[str, Any]) -> str:
        wanted = " or ".join(self.names["text"])
        if any(name.lower() in row for name in self.names["text"]):
            return "the text is empty"
        return f"there is no column {wanted}; this has {', '.join(sorted(row)) or 'no columns'}"
