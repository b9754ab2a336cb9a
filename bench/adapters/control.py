"""Spells of control from a case made of the set's reports and its initial table."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orontes
from bench.predict import read_rows
from orontes.actors.registry import registry
from orontes.case import Case
from orontes.model.picture import Control
from orontes.picture.initial import sided

NOBODY = ("none", "unknown")
STEP = timedelta(3)


def spells(source: Path, initial: Path) -> list[dict[str, Any]]:
    with TemporaryDirectory() as folder:
        case = orontes.new(Path(folder) / "case.gpkg")
        case.import_initial(initial)
        case.add([source])
        return list(rows(case, source))


def rows(case: Case, source: Path) -> Iterator[dict[str, Any]]:
    """Spells of settlements and sites; those of the table's places in parts by probability.

    A holder goes under the name that the table gives it.
    """
    first = min(date.fromisoformat(row["published"][:10]) for row in read_rows(source))
    names = {row.holder: row.holder_name for row in sided(case.initial(), registry(), first)}
    given = {row.place_id for row in case.initial()}
    parts = [row for row in case.beliefs(STEP) if row.place_id in given]
    for spell in [*parts, *(row for row in case.spells() if row.place_id not in given)]:
        if spell.kind not in ("country", "region", "admin1", "admin2"):
            yield row_of(spell, names)


def row_of(spell: Control, names: dict[str, str]) -> dict[str, Any]:
    own = spell.kind != "site"
    several = spell.holder in NOBODY or spell.holder.startswith("joint:")
    return {
        "place": spell.place,
        "lat": spell.lat if own else None,
        "lon": spell.lon if own else None,
        "holder": names.get(spell.holder, spell.holder_name),
        "from": str(spell.since) if spell.since else None,
        "to": str(spell.until) if spell.until else None,
        "probability": spell.probability,
        "contested": several,
        "known_at": str(spell.known_at.date()) if spell.known_at else None,
    }
