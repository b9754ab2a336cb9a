"""``orontes sample`` and ``orontes agreement``: how right the reading of a case is."""

from pathlib import Path
from typing import Annotated

import typer

from orontes.commands.common import As, CasePath, Format, Known, app, emit, opened, save, say


@app.command()
def sample(
    case: CasePath,
    size: Annotated[int, typer.Option("--n", help="How many claims.")] = 200,
    by: Annotated[
        str, typer.Option(help="Drawn evenly by kind, group, stance or publisher.")
    ] = "kind",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="A CSV file; default: standard output.")
    ] = None,
    known: Known = None,
) -> None:
    """Draw claims for a blind coding sheet; a coder writes yes or no into `verdict`."""
    sheet = opened(case).sample(size, by, known)
    if out is None:
        typer.echo(sheet, nl=False)
        return
    save(out, sheet)
    say(f"wrote {out}; `orontes agreement {out}` counts it once it is coded")


@app.command()
def agreement(
    sheets: Annotated[
        list[Path], typer.Argument(help="The coded sheet, or the copies of two coders.")
    ],
    form: As = Format.table,
) -> None:
    """Precision by kind with its interval, and the agreement of two coders."""
    from orontes.export.agreement import agreement as counted

    emit("agreement", counted(sheets), form)
