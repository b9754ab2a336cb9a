"""``orontes control`` and ``orontes changes``: who holds which place, and what changed."""

from typing import Annotated

import typer

from orontes.commands.common import As, At, CasePath, Format, Known, Suppose, app, emit, opened
from orontes.errors import WrongCall


@app.command()
def control(
    case: CasePath,
    actor: Annotated[
        str | None,
        typer.Option(help="Only what this actor, those that belong to it, or its side holds."),
    ] = None,
    at: At = None,
    known: Known = None,
    suppose: Suppose = None,
    form: As = Format.table,
) -> None:
    """Who holds which place, and why."""
    from orontes.model.picture_rows import row_of

    rows = opened(case).control(at, known, suppose or (), actor)
    emit("control", [row_of(row) for row in rows], form)


@app.command()
def changes(
    case: CasePath,
    since: Annotated[
        str | None,
        typer.Option(help="A day; or a revision number: what is believed otherwise since then."),
    ] = None,
    then: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="AT[,KNOWN]",
            help="With --to: what changed from one day, as known then, to another: in the world,"
            " learnt, withdrawn or corrected. KNOWN: the end of that day, if left out.",
        ),
    ] = None,
    now: Annotated[
        str | None,
        typer.Option("--to", metavar="AT[,KNOWN]", help="With --from: the later day."),
    ] = None,
    at: At = None,
    known: Known = None,
    suppose: Suppose = None,
    form: As = Format.table,
) -> None:
    """Places that changed hands, or of which another holder is believed."""
    from orontes.model.picture_rows import revised_row, row_of

    door, whatif = opened(case), suppose or ()
    if then or now:
        if not (then and now) or since or at or known:
            raise WrongCall("give --from and --to together, without --since, --at and --known")
        rows = [row_of(item) for item in door.compared(then, now, whatif)]
    elif since and since.isdigit() and len(since) < 8:
        if whatif:
            raise WrongCall("--suppose goes with days; a revision is compared as it was")
        rows = [revised_row(*pair) for pair in door.revised(int(since), known, at)]
    else:
        rows = [row_of(item) for item in door.changes(since, at, known, whatif)]
    emit("changes", rows, form)
