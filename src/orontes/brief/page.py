"""The brief as one HTML file that needs nothing else: no script, no request."""

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib.resources import files

from orontes.brief.brief import Brief, HolderRow, Outlet, Quote, Section, Sentence
from orontes.brief.compose import cited
from orontes.brief.map import caption, svg
from orontes.brief.markdown import is_web, mark, standing, whatif
from orontes.brief.wording import many, words
from orontes.picture.view import View

COLUMNS = ("Place", "Held by", "Since", "How sure", "Quotes")
CAPTION = "Who is reported to hold which place, since when, and how sure that is."
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
{whatif}{body}
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
        whatif=supposed(brief),
        body="\n".join(parts),
    )


def supposed(brief: Brief) -> str:
    return f'<p class="whatif">{escape(whatif(brief))}</p>\n' if brief.supposed else ""


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
            text = escape(sentence.text) + level(sentence, section)
            yield f"<li>{text}{notes(sentence, brief)}</li>"
        yield "</ul>"
    elif not section.table:
        yield f'<p class="empty">{escape(section.empty)}</p>'
    if section.note:
        yield f'<p class="note">{escape(section.note)}</p>'
    yield "</section>"


def table(rows: Iterable[HolderRow], brief: Brief) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{head}</th>' for head in COLUMNS)
    yield f"<table><caption>{CAPTION}</caption><thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in rows:
        contested = '<span class="contested">contested</span>' if row.contested else ""
        yield (
            f'<tr><th scope="row">{escape(row.place)}</th>'
            f'<td>{escape(row.holder)} <span class="why">{escape(row.why)}</span></td>'
            f"<td>{escape(row.since)}</td><td>{escape(row.sure)}{contested}</td>"
            f"<td>{notes(row, brief)}</td></tr>"
        )
    yield "</tbody></table>"


def level(sentence: Sentence, section: Section) -> str:
    said = mark(sentence, section)
    return f' <span class="level {sentence.level}">{said}</span>' if said else ""


def notes(item: Sentence | HolderRow, brief: Brief) -> str:
    shown, left = cited(item, brief)
    links = [note(quote) for quote in shown]
    both = " ".join([*links, f"<span>{left}</span>"] if left else links)
    return f' <sup class="notes">{both}</sup>' if both else ""


def note(quote: Quote) -> str:
    number = quote.number
    return f'<a href="#q{number}" aria-label="quote {number}">{number}</a>'


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
        f" {many(item.claims, 'claim')}</span></li>"
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
    if url and is_web(url):
        return f'<a href="{escape(url)}" rel="noreferrer">{escape(text)}</a>'
    return escape(text)
