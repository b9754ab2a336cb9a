"""Pages and office documents: HTML, PDF, DOCX."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from orontes.errors import BadReport
from orontes.reports.dates import iso
from orontes.reports.decode import decode
from orontes.reports.found import Draft

FEWEST_WORDS = 8


def html(path: Path, raw: bytes) -> Iterator[Draft]:
    """The article of a page, without menus and adverts (trafilatura)."""
    import trafilatura

    page = decode(raw)
    found: Any = trafilatura.bare_extraction(page.text, with_metadata=True, include_comments=False)
    body = (found.text or "") if found else ""
    if found is None or len(body.split()) < FEWEST_WORDS:
        raise BadReport("no article was found in this page; save the article itself as text")
    yield Draft(
        text=body,
        origin=str(path),
        title=found.title,
        publisher=found.sitename,
        url=found.url,
        published=hour(page.text, found.date) or found.date,
        notes=(page.note,) if page.note else (),
    )


def hour(page: str, day: str | None) -> str | None:
    """The instant that the page gives for its day of publication in ``article:published_time``."""
    from trafilatura import load_html

    root: Any = load_html(page)
    printed = root.xpath("//meta[@property='article:published_time']/@content")
    instants = (iso(str(value)) for value in printed)
    return next((found for found in instants if day and found and found.startswith(day)), None)


def pdf(path: Path, raw: bytes) -> Iterator[Draft]:
    """The text layer of a PDF."""
    from pypdf import PdfReader
    from pypdf.errors import PdfReadError, PyPdfError

    try:
        reader = PdfReader(BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadReport("this PDF is locked with a password; save an open copy")
        body = "\n\n".join(page.extract_text() for page in reader.pages)
        title = reader.metadata.title if reader.metadata else None
    except (PdfReadError, PyPdfError, ValueError, KeyError) as error:
        raise BadReport("this PDF is damaged; print it to a new PDF") from error
    if not body.strip():
        raise BadReport("this PDF has no text layer; run OCR on it first")
    yield Draft(text=body, origin=str(path), title=title or None)


def docx(path: Path, raw: bytes) -> Iterator[Draft]:
    """Paragraphs and table cells of a Word document."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = Document(BytesIO(raw))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise BadReport("this DOCX is damaged; save it again from Word or LibreOffice") from error
    lines = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        lines += [" · ".join(cell.text for cell in row.cells) for row in table.rows]
    body = "\n".join(lines)
    if not body.strip():
        raise BadReport("there is no text in this document")
    yield Draft(text=body, origin=str(path), title=document.core_properties.title or None)
