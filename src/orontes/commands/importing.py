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
) -> None:
    """Take data that is no report into a case; a later import replaces it."""
    if roads is None:
        raise WrongCall("say what to import: --roads FILE")
    count = opened(case).import_roads(roads)
    say(f"{case}: {count:,} stretches of road from {roads}; `orontes routes {case} A B` uses them")
