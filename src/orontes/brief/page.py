"""The brief as one HTML file that needs nothing else: no script, no request."""

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib.resources import files
from urllib.parse import urlsplit

from orontes.brief.brief import Brief, HolderRow, Outlet, Quote, Section
from orontes.brief.map import caption, svg
from orontes.brief.markdown import standing
from orontes.brief.wording import words
from orontes.picture.view import View

TEMPLATE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p class="standing">{standing}</p>
{body}
</main>
</body>
</html>
"""


@cache
def style() -> str:
    return files("orontes.brief").joinpath("style.css").read_text(encoding="utf-8")


def write(brief: Brief, view: View) -> str:
    parts: list[str] = []
    for section in brief.sections:
        parts += of_section(section, brief)
        if section.key == "summary":
            parts += figure(view)
    parts += sources(brief)
    parts += quotes(brief)
    return TEMPLATE.format(
        title=escape(brief.title),
        style=style(),
        standing=escape(standing(brief)),
        body="\n".join(parts),
    )


def figure(view: View) -> Iterator[str]:
    drawing = svg(view)
    if drawing:
        yield f"<figure>{drawing}<figcaption>{escape(caption(view))}</figcaption></figure>"


def of_section(section: Section, brief: Brief) -> Iterator[str]:
    yield f'<section id="{section.key}"><h2>{escape(section.heading)}</h2>'
    if section.table:
        yield from table(section.table, brief)
    if section.sentences:
        yield '<ul class="said">'
        for sentence in section.sentences:
            yield f"<li>{escape(sentence.text)}{notes(sentence.claims, brief)}</li>"
        yield "</ul>"
    elif not section.table:
        yield f'<p class="empty">{escape(section.empty)}</p>'
    yield "</section>"


def table(rows: Iterable[HolderRow], brief: Brief) -> Iterator[str]:
    heads = "".join(f"<th>{head}</th>" for head in ("Place", "Held by", "Since", "How sure"))
    yield f"<table><thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in rows:
        contested = '<span class="contested">contested</span>' if row.contested else ""
        yield (
            f"<tr><td>{escape(row.place)}</td>"
            f'<td>{escape(row.holder)} <span class="why">{escape(row.why)}'
            f"{notes(row.claims, brief)}</span></td>"
            f"<td>{escape(row.since)}</td><td>{escape(row.sure)}{contested}</td></tr>"
        )
    yield "</tbody></table>"


def notes(claims: Iterable[str], brief: Brief) -> str:
    known = [brief.quotes[claim] for claim in claims if claim in brief.quotes]
    links = " ".join(f'<a href="#q{quote.number}">{quote.number}</a>' for quote in known)
    return f'<sup class="notes">{links}</sup>' if links else ""


def sources(brief: Brief) -> Iterator[str]:
    yield f'<section id="sources"><h2>{words("headings")["sources"]}</h2>'
    if brief.outlets:
        yield '<ul class="outlets">'
        yield from (outlet(item) for item in brief.outlets)
        yield "</ul>"
    else:
        yield f'<p class="empty">{words("empty")["sources"]}</p>'
    yield "</section>"


def outlet(item: Outlet) -> str:
    copy = ", a copy of an earlier report" if item.copy else ""
    return (
        f"<li>{link(item.title, item.url)} "
        f'<span class="meta">{escape(item.publisher)}, {escape(item.published)}{copy};'
        f" {item.claims} claims</span></li>"
    )


def quotes(brief: Brief) -> Iterator[str]:
    yield '<section id="quotes"><h2>Quotes</h2>'
    yield '<ol class="quotes">'
    yield from (of_quote(quote) for quote in brief.quotes.values())
    yield "</ol></section>"


def of_quote(quote: Quote) -> str:
    said = f", citing {quote.said_by}" if quote.said_by else ""
    copy = ", a copy" if quote.copy else ""
    return (
        f'<li id="q{quote.number}" value="{quote.number}">“{escape(quote.text)}”'
        f' <span class="meta">'
        f"{link(quote.publisher, quote.url)}{escape(said)}, {escape(quote.published)}"
        f" · {escape(quote.stance)}{copy} · {escape(quote.claim)}</span></li>"
    )


def link(text: str, url: str | None) -> str:
    """A link only to the web: a report's URL could be anything."""
    if url and urlsplit(url).scheme in {"http", "https"}:
        return f'<a href="{escape(url)}" rel="noreferrer">{escape(text)}</a>'
    return escape(text)
