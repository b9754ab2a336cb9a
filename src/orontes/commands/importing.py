"""``orontes import``: data that is no report."""

from pathlib import Path
from typing import Annotated

import typer

from orontes.commands.common import CasePath, app, opened, say
from orontes.commands.judging import take_judgements
from orontes.errors import WrongCall


@app.command("import")
def import_(
    case: CasePath,
    whole: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="A case that `export --to claims` wrote, as JSONL."),
    ] = None,
    roads: Annotated[
        Path | None,
        typer.Option(help="Roads as GeoJSON, GeoPackage or OSM .pbf, instead of assumed ways."),
    ] = None,
    initial: Annotated[
        Path | None,
        typer.Option(help="Who held which place before the reports begin, as CSV or JSONL."),
    ] = None,
    boundaries: Annotated[
        Path | None,
        typer.Option(help="Administrative units with p-codes (COD-AB) as GeoJSON or GeoPackage."),
    ] = None,
    judgements: Annotated[
        Path | None,
        typer.Option(help="What `export CASE judgements FILE.jsonl` wrote, to replay here."),
    ] = None,
) -> None:
    """Take in a whole case (what the case lacks of it is added, and the case is made if there is
    none), or data that is no report; a later import of roads or holders replaces it."""
    if not any((whole, roads, initial, judgements, boundaries)):
        raise WrongCall(
            "say what to import: FILE, --roads FILE, --initial FILE, --judgements FILE or"
            " --boundaries FILE"
        )
    if whole is not None:
        take_in(case, whole)
    if judgements is not None:
        take_judgements(case, judgements)
    if initial is not None:
        count = opened(case).import_initial(initial)
        say(f"{case}: {count:,} places with their holders at the start, from {initial}")
    if boundaries is not None:
        count = opened(case).import_boundaries(boundaries)
        say(f"{case}: {count:,} units with p-codes from {boundaries}; exports carry them now")
    if roads is None:
        return
    count = opened(case).import_roads(roads)
    say(f"{case}: {count:,} pieces of road from {roads}; `orontes routes {case} A B` uses them")


def take_in(path: Path, file: Path) -> None:
    from orontes.case import Case

    done = (Case.open(path) if path.exists() else Case.new(path)).import_whole(file)
    already = f", {done.already} held already" if done.already else ""
    say(
        f"{path}: {done.reports} reports{already}, {done.claims} claims, {done.judgements}"
        f" judgements, {done.initial} holders at the start and {done.roads} pieces of road from"
        f" {file}; revision {done.revision}"
    )
