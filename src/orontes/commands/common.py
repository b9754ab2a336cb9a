"""What the commands share: the application, its options, and how they print."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from orontes.errors import OrontesError

if TYPE_CHECKING:
    from orontes.case import Case
    from orontes.case.adding import Added

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Raw reports in; a sourced, dated, mapped picture of an armed conflict out.",
)


class ListsByDefault(TyperGroup):
    """``orontes places CASE`` and ``orontes actors CASE`` list, without the word."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        if not args or args[0] not in {*self.commands, "-h", "--help"}:
            args = ["list", *args]
        return super().parse_args(ctx, args)


class Format(StrEnum):
    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    geojson = "geojson"


CasePath = Annotated[
    Path, typer.Argument(envvar="ORONTES_CASE", help="The case file (default: $ORONTES_CASE).")
]


At = Annotated[str | None, typer.Option(help="The state at the end of this day (2024-12-06).")]


Known = Annotated[
    str | None,
    typer.Option(help="Only what had been published by then: a day or an instant, UTC."),
]


Suppose = Annotated[
    list[str] | None,
    typer.Option(help="What-if, repeatable: PLACE=HOLDER@DAY (Homs=opposition@2024-12-07)."),
]


As = Annotated[Format, typer.Option("--format", help="How to print.")]


def opened(path: Path) -> "Case":
    from orontes.case import Case

    return Case.open(path)


def say(text: str) -> None:
    typer.echo(text, err=True)


def emit(name: str, rows: Iterable[dict[str, Any]], form: Format) -> None:
    """Rows on standard output; how many on standard error."""
    from orontes.export.formats import FORMATS
    from orontes.listing import show

    found = list(rows)
    if form is Format.table:
        show(name, found)
    else:
        sys.stdout.write(FORMATS[form.value](found))
    say(f"{len(found)} {name}")


def progress(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{text}   ")
        sys.stderr.flush()


def told(done: "Added", case: Path) -> None:
    """What an add did, then its troubles; exit 1 if nothing could be read."""
    if sys.stderr.isatty():
        sys.stderr.write("\r")
    for note in done.notes:
        say(f"note: {note.origin}: {note.text}")
    for trouble in done.troubles:
        say(f"not read: {trouble.origin}: {trouble.reason}")
    already = f", {done.already} known already" if done.already else ""
    copies = f"; {done.copies} of the case's reports are copies of others" if done.copies else ""
    unread = f", {done.unread} kept unread ({by_language(done)})" if done.unread else ""
    say(
        f"{case}: {done.new} reports added{already}{unread}, {done.claims} claims read"
        f"{copies}; revision {done.revision}"
    )
    if done.troubles and not (done.new or done.already):
        raise typer.Exit(1)


def by_language(done: "Added") -> str:
    """As in "2 Arabic, 1 Turkish", the most common first."""
    from orontes.reports.languages import named

    counted = sorted(done.languages.items(), key=lambda item: (-item[1], named(item[0])))
    return ", ".join(f"{count} {named(language)}" for language, count in counted)


def save(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OrontesError(
            f"{path} cannot be written ({error.strerror}); choose another"
        ) from error
