"""``orontes places``: what a case names, what the gazetteer knows, and more places for it."""

from pathlib import Path
from typing import Annotated

import typer

from orontes.commands.common import (
    As,
    CasePath,
    Format,
    ListsByDefault,
    app,
    emit,
    opened,
    progress,
    say,
)

places = typer.Typer(
    cls=ListsByDefault,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="The places that a case's claims name; look names up; add a country's places.",
)
app.add_typer(places, name="places")


@places.command("list")
def named(case: CasePath, form: As = Format.table) -> None:
    """The places that the case's claims name (also without the word list)."""
    emit("places", opened(case).places(), form)


@places.command()
def find(
    name: Annotated[str, typer.Argument(help="A name in any spelling.")],
    form: As = Format.table,
) -> None:
    """What the gazetteer knows by a name, the weightiest first."""
    from dataclasses import asdict

    from orontes.places.candidates import candidates
    from orontes.places.gazetteer import Gazetteer

    found = candidates(name, Gazetteer.open(progress=progress))
    emit("found", [asdict(option.place) for option in found], form)


@places.command()
def add(
    file: Annotated[Path, typer.Argument(help="SY.zip or SY.txt from GeoNames' country dumps.")],
) -> None:
    """Add a full GeoNames country dump to the gazetteer; a later one replaces it."""
    from orontes.places.added import add as put_in

    done = put_in(file, progress=say)
    say(f"{done.country}: {done.places:,} places added; `orontes reread CASE` uses them")
