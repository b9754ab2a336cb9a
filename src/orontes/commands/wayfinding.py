"""``orontes routes`` and ``orontes encirclement``: ways between places, and round them."""

from typing import TYPE_CHECKING, Annotated

import typer

from orontes.commands.common import As, At, CasePath, Format, Known, Suppose, app, emit, opened

if TYPE_CHECKING:
    from orontes.model.picture import Route
    from orontes.model.ways import Connection


@app.command()
def routes(
    case: CasePath,
    start: Annotated[
        str | None, typer.Argument(help="A place, or a road by its number (M5).")
    ] = None,
    end: Annotated[str | None, typer.Argument(help="The place at the other end.")] = None,
    since: Annotated[
        str | None, typer.Option(help="Without places: captures from this day on only.")
    ] = None,
    at: At = None,
    known: Known = None,
    suppose: Suppose = None,
    form: As = Format.table,
) -> None:
    """The ways between two places as reported; without places, which were cut or opened."""
    door = opened(case)
    if start is None:
        changed(door.routes(at=at, known=known, since=since, suppose=suppose or ()), form)
    else:
        sheet(door.routes(start, end, at=at, known=known, suppose=suppose or ()), form)


def changed(found: "list[Route]", form: Format) -> None:
    from orontes.model.picture_rows import row_of
    from orontes.picture.routes.rules import clearance

    emit("routes", [row_of(item) for item in found], form)
    if form is Format.table:
        typer.echo(clearance())


def sheet(found: "Connection", form: Format) -> None:
    from orontes.commands.sheet import show_sheet
    from orontes.model.way_rows import stretch_rows

    if form is Format.table:
        show_sheet(found)
    else:
        emit("stretches", stretch_rows(found), form)


@app.command()
def encirclement(
    case: CasePath,
    place: Annotated[str | None, typer.Argument(help="A place; default: all told of.")] = None,
    at: At = None,
    known: Known = None,
    suppose: Suppose = None,
    form: As = Format.table,
) -> None:
    """How far a place is encircled: by its exits, beside what reports claim."""
    from orontes.model.way_rows import encirclement_row

    found = opened(case).encirclement(place, at, known, suppose or ())
    emit("encirclement", [encirclement_row(one) for one in found], form)
