"""Text and Markdown files."""

import re
from collections.abc import Iterator
from pathlib import Path

from orontes.errors import BadReport
from orontes.reports.decode import decode
from orontes.reports.found import Draft

FRONT = re.compile(r"\A---\s*\n(.*?)\n---\s*(?:\n|\Z)", re.DOTALL)
HEADER = re.compile(r"(Title|Source|Publisher|Published|Date|URL):[ \t]*(.*)$", re.IGNORECASE)
HEADING = re.compile(r"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)
KEYS = {"source": "publisher", "date": "published", "link": "url"}
FIELDS = frozenset({"title", "publisher", "url", "published", "archive_url", "language"})


def text_file(path: Path, raw: bytes) -> Iterator[Draft]:
    """A plain text; a block of lines such as "Source: …" at its head tells its source."""
    found = decode(raw)
    fields, body = header(found.text)
    yield draft(path, body, fields, found.note)


def header(text: str) -> tuple[dict[str, object], str]:
    head, blank, body = text.partition("\n\n")
    matches = [HEADER.match(line) for line in head.splitlines()]
    if not blank or not matches or not all(matches):
        return {}, text
    return {match[1].lower(): match[2].strip() for match in matches if match}, body


def markdown(path: Path, raw: bytes) -> Iterator[Draft]:
    """Markdown with YAML front matter; the first heading is the title if the front has none."""
    import yaml

    found = decode(raw)
    front = FRONT.match(found.text)
    fields: dict[str, object] = {}
    body = found.text
    if front:
        try:
            loaded = yaml.safe_load(front[1])
        except yaml.YAMLError as error:
            raise BadReport(f"the front matter is no YAML ({first_line(error)})") from error
        fields = {str(key).lower(): value for key, value in (loaded or {}).items()}
        body = found.text[front.end() :].lstrip("\n")
    if "title" not in fields and (heading := HEADING.search(body)):
        fields["title"] = heading[1]
    yield draft(path, body, fields, found.note)


def draft(path: Path, body: str, fields: dict[str, object], note: str | None) -> Draft:
    known = {KEYS.get(key, key): value for key, value in fields.items()}
    texts = {key: str(known[key]) for key in FIELDS - {"published"} if known.get(key)}
    return Draft(
        text=body,
        origin=str(path),
        published=known.get("published"),
        notes=(note,) if note else (),
        **texts,
    )


def first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
