"""The brief as Markdown, notes linked to numbered quotes."""

from collections.abc import Iterator
from urllib.parse import quote as percent
from urllib.parse import urlsplit

from orontes.brief.brief import Brief, HolderRow, Outlet, Quote, Section, Sentence
from orontes.brief.compose import cited
from orontes.brief.wording import day, many, moment, words

MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#&~$"})
URL_SAFE = "%/:?#@!$&'*+,;=-._~"
UNMARKED = frozenset({"disputed", "next"})


def write(brief: Brief) -> str:
    lines = [f"# {plain(brief.title)}", "", standing(brief), ""]
    if brief.supposed:
        lines += [f"**{plain(whatif(brief))}**", ""]
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
    known = f"what was published by {moment(brief.known)}" if brief.known else "all reports"
    text = f"As of {at}, by {known}; case revision {brief.revision}."
    if brief.undated:
        are = "is" if brief.undated == 1 else "are"
        text += f" {many(brief.undated, 'claim')} from undated reports {are} counted."
    return text


def whatif(brief: Brief) -> str:
    """As in "What if: no report tells, and this brief supposes: Homs held by …"."""
    told = "; ".join(one.removeprefix("supposed: ").rstrip(".") for one in brief.supposed)
    return f"{words('whatif')['head']} {told}."


def mark(sentence: Sentence, section: Section) -> str:
    """How certain it is, where its section does not say so already."""
    return words("levels").get(sentence.level, "") if section.key not in UNMARKED else ""


def of_section(section: Section, brief: Brief) -> Iterator[str]:
    yield from (f"## {plain(section.heading)}", "")
    if section.table:
        yield "| place | held by | since | how sure | why | quotes |"
        yield "|---|---|---|---|---|---|"
        for row in section.table:
            sure = f"{row.sure}, contested" if row.contested else row.sure
            cells = (row.place, row.holder, row.since, sure, row.why)
            yield f"| {' | '.join(map(plain, cells))} | {notes(row, brief)} |"
        yield ""
    for sentence in section.sentences:
        sure = f" *({mark(sentence, section)})*" if mark(sentence, section) else ""
        yield f"- {plain(sentence.text)}{sure} {notes(sentence, brief)}".rstrip()
    if not section.sentences and not section.table:
        yield section.empty
    if section.note:
        yield from ("", f"*{plain(section.note)}*")
    yield ""


def notes(item: Sentence | HolderRow, brief: Brief) -> str:
    shown, left = cited(item, brief)
    return " ".join([*(f"[[{quote.number}]](#q{quote.number})" for quote in shown), left]).strip()


def of_quote(quote: Quote) -> str:
    who = f", citing {plain(quote.said_by)}" if quote.said_by else ""
    copy = ", a copy" if quote.copy else ""
    return (
        f'{quote.number}. <a id="q{quote.number}"></a>“{plain(quote.text)}” —'
        f" {plain(quote.publisher)}{who}, {plain(quote.published)} ({plain(quote.stance)}{copy};"
        f" {plain(quote.claim)}){link(quote.url)}"
    )


def outlet(item: Outlet) -> str:
    copy = " (a copy of an earlier report)" if item.copy else ""
    return (
        f"- {plain(item.publisher)}, {plain(item.published)}: {plain(item.title)}{copy},"
        f" {many(item.claims, 'claim')}{link(item.url)}"
    )


def plain(text: str) -> str:
    """Text that Markdown takes for nothing else."""
    return " ".join(text.split()).translate(MARKS)


def is_web(url: str | None) -> bool:
    """Whether it may become a link: a report's URL could be anything."""
    try:
        return bool(url) and urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        return False


def link(url: str | None) -> str:
    return f" <{percent(url or '', safe=URL_SAFE)}>" if is_web(url) else ""
