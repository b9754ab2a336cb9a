"""Commands that make a case and read reports."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    pass

from orontes.commands.common import As, CasePath, Format, app, emit, opened, progress, say, told


@app.command()
def new(case: CasePath) -> None:
    """Make an empty case file."""
    from orontes.case import Case

    Case.new(case)
    say(f"made {case}; put reports in with `orontes add {case} FILES`")


@app.command()
def add(
    case: CasePath,
    paths: Annotated[list[Path], typer.Argument(help="Files or folders; - is standard input.")],
    columns: Annotated[
        str | None,
        typer.Option(help="For tables: text=body,published=date,source=outlet, or acled."),
    ] = None,
) -> None:
    """Read reports into a case. Adding one twice changes nothing."""
    from orontes.reports.columns import Columns

    parsed = Columns.parse(columns) if columns else None
    done = opened(case).add(paths, parsed, sys.stdin.buffer, progress)
    told(done, case)


@app.command()
def read(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders; - is standard input.")],
    published: Annotated[
        str | None, typer.Option(help="Date of reports that have none (2024-12-05).")
    ] = None,
    source: Annotated[str | None, typer.Option(help="Publisher of reports that name none.")] = None,
    form: As = Format.jsonl,
) -> None:
    """Print the claims of reports, without a case."""
    from orontes.reading import read_files

    rows, troubles = read_files(paths, published, source, sys.stdin.buffer, say)
    emit("claims", rows, form)
    for trouble in troubles:
        say(f"not read: {trouble.origin}: {trouble.reason}")
    if troubles and not rows:
        raise typer.Exit(1)


@app.command()
def reread(case: CasePath) -> None:
    """Read every report again with this version; older readings stay in the file."""
    count = opened(case).reread(progress)
    say(f"{case}: {count} claims in the new reading")
