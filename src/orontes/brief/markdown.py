"""The brief as Markdown, notes linked to numbered quotes."""

from collections.abc import Iterable, Iterator

from orontes.brief.brief import Brief, Outlet, Quote, Section
from orontes.brief.wording import day, moment, words


def write(brief: Brief) -> str:
    lines = [f"# {plain(brief.title)}", "", standing(brief), ""]
    for section in brief.sections:
        lines += list(of_section(section, brief))
    lines += [f"## {words('headings')['sources']}", ""]
    lines += [outlet(item) for item in brief.outlets] or [words("empty")["sources"]]
    lines += ["", "## Quotes", ""]
    lines += [of_quote(item) for item in brief.quotes.values()]
    return "\n".join(lines).rstrip() + "\n"


def standing(brief: Brief) -> str:
    """The two times and the revision that the brief answers for."""
    at = f"the end of {day(brief.at)}" if brief.at else "the last day told of"
    known = moment(brief.known) if brief.known else "any time"
    text = f"As of {at}; by what had been published by {known}; case revision {brief.revision}."
    if brief.undated:
        text += f" {brief.undated} claims from undated reports are counted."
    return text


def of_section(section: Section, brief: Brief) -> Iterator[str]:
    yield from (f"## {section.heading}", "")
    if section.table:
        yield "| place | held by | since | how sure | why | quotes |"
        yield "|---|---|---|---|---|---|"
        for row in section.table:
            sure = f"{row.sure}, contested" if row.contested else row.sure
            cells = (row.place, row.holder, row.since, sure, row.why)
            yield f"| {' | '.join(map(plain, cells))} | {notes(row.claims, brief)} |"
        yield ""
    for sentence in section.sentences:
        yield f"- {plain(sentence.text)} {notes(sentence.claims, brief)}".rstrip()
    if not section.sentences and not section.table:
        yield section.empty
    yield ""


def notes(claims: Iterable[str], brief: Brief) -> str:
    known = [brief.quotes[claim] for claim in claims if claim in brief.quotes]
    return " ".join(f"[[{quote.number}]](#q{quote.number})" for quote in known)


def of_quote(quote: Quote) -> str:
    who = f", citing {plain(quote.said_by)}" if quote.said_by else ""
    link = f" <{quote.url}>" if quote.url else ""
    copy = ", a copy" if quote.copy else ""
    return (
        f'{quote.number}. <a id="q{quote.number}"></a>“{plain(quote.text)}” —'
        f" {plain(quote.publisher)}{who}, {quote.published} ({quote.stance}{copy}; `{quote.claim}`)"
        f"{link}"
    )


def outlet(item: Outlet) -> str:
    link = f" <{item.url}>" if item.url else ""
    copy = " (a copy of an earlier report)" if item.copy else ""
    return (
        f"- {plain(item.publisher)}, {item.published}: {plain(item.title)}{copy},"
        f" {item.claims} claims{link}"
    )


def plain(text: str) -> str:
    """Text that Markdown takes for nothing else."""
    flat = " ".join(text.split())
    for mark in "\\`*_[]<>|#":
        flat = flat.replace(mark, "\\" + mark)
    return flat
