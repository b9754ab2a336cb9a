"""Commands that make a case and read reports."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from orontes.commands.common import CasePath, Format, app, emit, opened, progress, say, told
from orontes.errors import WrongCall


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
    filled = opened(case)
    told(filled.add(paths, parsed, sys.stdin.buffer, progress), case)
    if filled.is_behind:
        say(f"the layers for QGIS are put behind; `orontes layers {case}` renews them")


@app.command()
def layers(case: CasePath) -> None:
    """Renew the layers for QGIS of a large case; a small one renews them with every change."""
    opened(case).renew_layers()
    say(f"renewed the layers of {case}")


@app.command()
def read(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders; - is standard input.")],
    published: Annotated[
        str | None, typer.Option(help="Date of reports that have none (2024-12-05).")
    ] = None,
    source: Annotated[str | None, typer.Option(help="Publisher of reports that name none.")] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="How to print (jsonl; with --explain: for a person)."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show which words led to each slot of each claim.")
    ] = False,
) -> None:
    """Print the claims of reports, without a case."""
    from orontes.commands.explained import page
    from orontes.explaining import explained_row, row_for_person
    from orontes.reading import claim_row_of, read_files

    check(form, explain)
    person = explain and form is not Format.jsonl
    row = row_for_person if person else explained_row if explain else claim_row_of
    rows, troubles = read_files(paths, published, source, sys.stdin.buffer, say, row)
    if person:
        typer.echo(page(rows), nl=False)
        say(f"{len(rows)} claims")
    else:
        emit("claims", rows, form or Format.jsonl)
    for trouble in troubles:
        say(f"not read: {trouble.origin}: {trouble.reason}")
    if troubles and not rows:
        raise typer.Exit(1)


def check(form: Format | None, explain: bool) -> None:
    if explain and form in {Format.csv, Format.geojson}:
        raise WrongCall(f"--explain prints for a person or as jsonl, not as {form.value}")


@app.command()
def reread(case: CasePath) -> None:
    """Read every report again with this version; older readings stay in the file."""
    from orontes.commands.judging import carried

    door = opened(case)
    count = door.reread(progress)
    say(f"{case}: {count} claims in the new reading")
    if words := carried(door):
        say(words)
