import json
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from orontes.errors import BadReport, WrongCall
from orontes.model.report import Report
from orontes.reports.columns import Columns
from orontes.reports.dates import iso
from orontes.reports.decode import decode
from orontes.reports.found import Found, Note, Trouble
from orontes.reports.gather import gather
from orontes.reports.identity import report_id

BODY = "Rebels captured Hama on Thursday, residents and a war monitor said late in the evening."


def collect(path: Path, columns: Columns | None = None) -> list[Found]:
    return list(gather([path], columns))


def only(path: Path, columns: Columns | None = None) -> Report:
    found = [item for item in collect(path, columns) if isinstance(item, Report)]
    assert len(found) == 1
    return found[0]


def troubles(path: Path) -> list[Trouble]:
    return [item for item in collect(path) if isinstance(item, Trouble)]


def pdf(text: str) -> bytes:
    """A PDF of one page, by hand (ISO 32000-1, 7.5)."""
    stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start


def test_text_with_a_header_block(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Title: Fall\nSource: Wire\nPublished: 5 December 2024\n\n{BODY}")
    report = only(path)
    assert (report.source.title, report.source.publisher) == ("Fall", "Wire")
    assert (report.source.published, report.text) == ("2024-12-05", BODY)


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        f"---\npublisher: Wire\npublished: 2024-12-05T14:30:00+03:00\n---\n# Fall\n{BODY}\n"
    )
    source = only(path).source
    assert source.title == "Fall"
    assert source.known is not None and source.known.isoformat() == "2024-12-05T11:30:00+00:00"


def test_a_page_gives_its_article_only(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    article = f"<p>{BODY}</p>" * 3
    path.write_text(
        "<html><head><title>Fall</title></head><body><nav><a href='/'>Subscribe</a></nav>"
        f"<article><h1>Fall</h1>{article}</article><footer>Cookies</footer></body></html>"
    )
    text = only(path).text
    assert "Rebels captured Hama" in text and "Subscribe" not in text


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("2024-12-05T21:15:00+03:00", "2024-12-05T21:15:00+03:00"),
        ("2024-12-05", "2024-12-05"),
        ("", None),
    ],
)
def test_a_page_keeps_the_hour_that_it_prints(
    tmp_path: Path, printed: str, published: str | None
) -> None:
    path = tmp_path / "a.html"
    meta = f'<meta property="article:published_time" content="{printed}">' if printed else ""
    path.write_text(
        f"<html><head><title>Fall</title>{meta}</head><body><article>"
        + f"<p>{BODY}</p>" * 3
        + "</article></body></html>"
    )
    assert only(path).source.published == published


def test_pdf_docx_and_xlsx(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(BODY))
    document = Document()
    document.add_paragraph(BODY)
    document.save(str(tmp_path / "b.docx"))
    book = Workbook()
    book.active.append(["notes", "event_date", "source"])
    book.active.append([BODY, "05 December 2024", "Wire"])
    book.save(tmp_path / "c.xlsx")
    assert BODY in only(tmp_path / "a.pdf").text
    assert only(tmp_path / "b.docx").text == BODY
    report = only(tmp_path / "c.xlsx", Columns.parse("acled"))
    assert (report.source.published, report.source.publisher) == ("2024-12-05", "Wire")


def test_a_broken_line_is_named_and_the_rest_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        json.dumps({"text": BODY}) + "\n{broken\n" + json.dumps({"text": "More."}) + "\n"
    )
    found = collect(path)
    assert sum(isinstance(item, Report) for item in found) == 2
    assert [item.origin for item in found if isinstance(item, Trouble)] == [f"{path}:2"]


def test_columns_are_named_and_missing_ones_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'body,day,outlet\n"{BODY}",2024-12-05,Wire\n')
    report = only(path, Columns.parse("text=body,published=day,source=outlet"))
    assert (report.source.published, report.source.publisher) == ("2024-12-05", "Wire")
    wrong = [
        item for item in collect(path, Columns.parse("text=story")) if isinstance(item, Trouble)
    ]
    assert "no column story; this has body, day, outlet" in wrong[0].reason
    with pytest.raises(WrongCall, match="text="):
        Columns.parse("published=day")


@pytest.mark.parametrize(
    ("name", "raw", "word"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 20, "binary"),
        ("scan.pdf", pdf(""), "no text layer"),
        ("broken.pdf", b"%PDF-1.4 nothing", "damaged"),
        ("broken.docx", b"PK nothing", "damaged"),
        ("menu.html", b"<html><body><nav>Home</nav></body></html>", "no article"),
        ("broken.json", b"[1, 2", "no JSON"),
        ("front.md", b"---\n: : :\n---\nText", "front matter"),
    ],
)
def test_bad_input_is_one_sentence(tmp_path: Path, name: str, raw: bytes, word: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    told = troubles(path)
    assert len(told) == 1 and word in told[0].reason and "\n" not in told[0].reason


def test_an_old_encoding_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Le général a quitté la ville; il a été tué à l’été, dit-on.".encode("cp1252"))
    found = collect(path)
    notes = [item.text for item in found if isinstance(item, Note)]
    assert any("not UTF-8" in note for note in notes)
    assert "général" in next(item for item in found if isinstance(item, Report)).text


def test_a_text_too_large_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Rebels captured Hama. " * 2_300_000)
    assert "split it" in troubles(path)[0].reason


def test_odd_dates_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"text": BODY}, {"text": BODY, "date": "2999-01-01"}, {"text": BODY, "date": "someday"}]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    notes = " ".join(item.text for item in collect(path) if isinstance(item, Note))
    assert (
        "has no date" in notes
        and "in the future" in notes
        and "'someday' is not understood" in notes
    )


def test_a_missing_path_stops_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match="there is no"):
        collect(tmp_path / "nowhere.txt")


def test_standard_input() -> None:
    found = list(gather([Path("-")], None, BytesIO(BODY.encode())))
    assert [item.text for item in found if isinstance(item, Report)] == [BODY]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2024-12-05", "2024-12-05"),
        ("2024-12", "2024-12"),
        ("20241205", "2024-12-05"),
        ("5 December 2024", "2024-12-05"),
        ("December 5, 2024", "2024-12-05"),
        ("Thu, 05 Dec 2024 10:00:00 +0300", "2024-12-05T10:00:00+03:00"),
        (1733400000, "2024-12-05T12:00:00Z"),
        (45631, "2024-12-05"),
        ("05/12/2024", None),
        ("2024-13-45", None),
    ],
)
def test_dates_keep_their_precision(printed: object, expected: str | None) -> None:
    assert iso(printed) == expected


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_one_sentence(raw: bytes) -> None:
    try:
        assert isinstance(decode(raw).text, str)
    except BadReport as error:
        assert str(error)


@given(st.text(), st.none() | st.text(), st.none() | st.text())
def test_ids_depend_on_content_alone(text: str, publisher: str | None, url: str | None) -> None:
    assert report_id(text, publisher, url, None) == report_id(text, publisher, url, None)
    assert report_id(text + "x", publisher, url, None) != report_id(text, publisher, url, None)
