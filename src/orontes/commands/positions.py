"""``orontes positions``: who said or did what about whom, as a list, a matrix, or in time."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from orontes.commands.common import As, At, CasePath, Format, Known, app, emit, opened, say
from orontes.errors import WrongCall

if TYPE_CHECKING:
    from orontes.model.stance import Cell


@app.command()
def positions(
    case: CasePath,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Actor by actor: for and against, counted.")
    ] = False,
    over_time: Annotated[
        bool, typer.Option("--over-time", help="By pair and day, turns marked.")
    ] = False,
    actor: Annotated[
        str | None, typer.Option(help="Whose: an actor, or a side with all that belong to it.")
    ] = None,
    target: Annotated[str | None, typer.Option(help="Towards whom, likewise.")] = None,
    since: Annotated[str | None, typer.Option(help="Told from this day on.")] = None,
    sides: Annotated[
        bool, typer.Option("--sides", help="Actors and targets as the sides they stand on.")
    ] = False,
    at: At = None,
    known: Known = None,
    form: As = Format.table,
) -> None:
    """Who said or did what about whom: calls, condemnations, pledges, backing, talks."""
    from orontes.model.picture_rows import row_of
    from orontes.model.stance import cell_row, stance_row

    if matrix and over_time:
        raise WrongCall("choose --matrix or --over-time")
    if sides and not (matrix or over_time):
        raise WrongCall("--sides goes with --matrix or --over-time")
    door = opened(case)
    found = door.positions(at, known, actor=actor, target=target, since=since)
    if over_time:
        emit("stances", [stance_row(one) for one in door.stances(found, sides)], form)
    elif matrix and form is Format.table:
        drawn(door.matrix(found, sides))
    elif matrix:
        emit("cells", [cell_row(one) for one in door.matrix(found, sides)], form)
    else:
        emit("positions", [row_of(one) for one in found], form)


def drawn(found: Sequence["Cell"]) -> None:
    """The matrix for a person; whom no table knows, and nobody, share the last column."""
    from orontes.listing import grid

    columns = dict.fromkeys(one.target.id for one in found if one.target and one.target.id)
    names = {one.target.id: one.target.name for one in found if one.target}
    rows: dict[str, dict[str | None, list[str]]] = {}
    for one in found:
        row = rows.setdefault(one.actor.name, {})
        known = one.target.id if one.target else None
        row.setdefault(known, []).append(in_short(one))
    heads = ["", *(names[one] for one in columns), "others, nobody"]
    grid(
        [(head, "left") for head in heads],
        [
            [actor, *("\n".join(row.get(one, ())) for one in (*columns, None))]
            for actor, row in rows.items()
        ],
    )
    say(f"{len(found)} cells; --format jsonl gives each with its claims and its quote")


def in_short(cell: "Cell") -> str:
    """As in "+2 back, endorse ×2"; with the name of a target that no table knows."""
    kinds = ", ".join(
        kind.split(".")[1] + (f" ×{count}" if count > 1 else "") for kind, count in cell.kinds
    )
    whom = f" ({cell.target.name})" if cell.target and not cell.target.id else ""
    return f"{cell.balance:+d} {kinds}{whom}" if cell.balance else f"{kinds}{whom}"
