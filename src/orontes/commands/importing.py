"""``orontes import``: data that is no report."""

from pathlib import Path
from typing import Annotated

import typer

from orontes.commands.common import CasePath, app, opened, say
from orontes.errors import WrongCall


@app.command("import")
def import_(
    case: CasePath,
    roads: Annotated[
        Path | None,
        typer.Option(help="Roads as GeoJSON, GeoPackage or OSM .pbf, instead of assumed ways."),
    ] = None,
    initial: Annotated[
        Path | None,
        typer.Option(help="Who held which place before the reports begin, as CSV or JSONL."),
    ] = None,
) -> None:
    """Take data that is no report into a case; a later import replaces it."""
    if roads is None and initial is None:
        raise WrongCall("say what to import: --roads FILE or --initial FILE")
    if initial is not None:
        count = opened(case).import_initial(initial)
        say(f"{case}: {count:,} places with their holders at the start, from {initial}")
    if roads is None:
        return
    count = opened(case).import_roads(roads)
    say(f"{case}: {count:,} pieces of road from {roads}; `orontes routes {case} A B` uses them")
