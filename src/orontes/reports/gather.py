"""Files, folders and standard input to reports: what was published?"""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from orontes.errors import BadReport, WrongCall
from orontes.model.report import Report
from orontes.model.when import end_of
from orontes.reports import documents, plain, tables
from orontes.reports.columns import Columns
from orontes.reports.dates import iso
from orontes.reports.decode import checked
from orontes.reports.found import Draft, Found, Note, Trouble
from orontes.reports.identity import make
from orontes.reports.languages import is_read, named

ONE = {
    ".txt": plain.text_file,
    ".text": plain.text_file,
    ".md": plain.markdown,
    ".markdown": plain.markdown,
    ".html": documents.html,
    ".htm": documents.html,
    ".xhtml": documents.html,
    ".pdf": documents.pdf,
    ".docx": documents.docx,
}
MANY = {
    ".jsonl": tables.jsonl,
    ".ndjson": tables.jsonl,
    ".json": tables.json_array,
    ".csv": tables.csv_file,
    ".tsv": tables.csv_file,
    ".xlsx": tables.xlsx,
}
NEVER = frozenset({".gpkg", ".gpkg-wal", ".gpkg-shm", ".sqlite", ".part"})


def gather(
    paths: Sequence[Path],
    columns: Columns | None = None,
    stdin: BinaryIO | None = None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Iterator[Found]:
    """Every report of the paths in a fixed order, with troubles and notes between them.

    ``-`` is standard input. Raises WrongCall before anything is read if a path is missing; what
    cannot be read later is yielded as a Trouble, and the rest goes on.
    """
    missing = [str(path) for path in paths if str(path) != "-" and not path.exists()]
    if missing:
        raise WrongCall(f"there is no {missing[0]}; check the path")
    for path in paths:
        if str(path) == "-":
            raw = stdin.read() if stdin else b""
            yield from of_bytes(Path("-.txt"), raw, columns, now)
        elif path.is_dir():
            for inner in sorted(walk(path)):
                yield from of_file(inner, columns, now)
        else:
            yield from of_file(path, columns, now)


def walk(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path.suffix.lower() not in NEVER:
            yield path


def of_file(path: Path, columns: Columns | None, now: Callable[[], datetime]) -> Iterator[Found]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        yield Trouble(str(path), f"it cannot be opened ({error.strerror})")
        return
    yield from of_bytes(path, raw, columns, now)


def of_bytes(
    path: Path, raw: bytes, columns: Columns | None, now: Callable[[], datetime]
) -> Iterator[Found]:
    suffix = path.suffix.lower()
    try:
        if suffix in MANY:
            found = MANY[suffix](path, raw, columns or Columns.usual())
        else:
            found = ONE.get(suffix, plain.text_file)(path, raw)
        for item in found:
            yield from finish(item, now) if isinstance(item, Draft) else [item]
    except BadReport as error:
        yield Trouble(str(path), str(error))


def finish(draft: Draft, now: Callable[[], datetime]) -> Iterator[Found]:
    """The draft as a report, with a word on its date and language where one is due."""
    published = iso(draft.published)
    try:
        text = checked(draft.text)
    except BadReport as error:
        yield Trouble(draft.origin, str(error))
        return
    report = make(
        text,
        title=draft.title,
        publisher=draft.publisher,
        url=draft.url,
        published=published,
        archive_url=draft.archive_url,
        language=draft.language,
        origin=draft.origin,
    )
    for note in (*draft.notes, *words_on(report, draft, now())):
        yield Note(draft.origin, note)
    yield report


def words_on(report: Report, draft: Draft, now: datetime) -> Iterator[str]:
    known = end_of(report.source.published)
    if draft.published and known is None:
        yield f"its date {str(draft.published)!r} is not understood; write it as 2024-12-05"
    elif known is None:
        yield "it has no date, so it answers no question with --known"
    elif known > now + timedelta(days=1):
        yield f"its date {report.source.published} lies in the future; kept as printed"
    language = report.source.language
    if language and not is_read(language):
        yield f"it is in {named(language)}; Orontes reads English, so it gives no claims"
