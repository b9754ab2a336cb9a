"""A connection printed for a person."""

import typer

from orontes.listing import show
from orontes.model.way_rows import length_of, reported_line, stretch_rows
from orontes.model.ways import Connection, Way

KEEPS = {
    "own": "by places told to be held by {side}, or nearest to such",
    "silent": "passes places without report that lie nearest to ground of others than {side}",
    "other": "crosses ground told to be held by others than {side}",
}


def show_sheet(sheet: Connection) -> None:
    typer.echo(f"{sheet.start.name} – {sheet.end.name}, end of {sheet.at}, as reported")
    rows = stretch_rows(sheet)
    for way in sheet.ways:
        typer.echo()
        mine = [row for row in rows if row["way"] == way.number]
        show("stretches", mine, heading(sheet, way))
    typer.echo()
    for line in words(sheet):
        typer.echo(line)


def heading(sheet: Connection, way: Way) -> str:
    told = f"way {way.number}: {length_of(way)}"
    side = sheet.side_name or "anybody"
    return f"{told}, {KEEPS[way.keeps].format(side=side)}" if way.keeps else told


def words(sheet: Connection) -> list[str]:
    """What is below the ways: on what they depend, what is told of them, and what this is not."""
    lines = [] if sheet.ways else ["No way is found between them."]
    if sheet.singles:
        names = ", ".join(one.place.name for one in sheet.singles)
        lines.append(
            f"* It depends on {names}: if one of them is lost, with the places without report that"
            " count with it, no such way is left."
        )
    elif sheet.ways and sheet.ways[0].keeps == "own":
        lines.append("It depends on no single place between.")
    lines += [reported_line(row) for row in sheet.reported]
    return [*lines, sheet.clearance]
