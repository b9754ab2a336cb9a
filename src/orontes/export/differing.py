"""Rows that were added, changed or deleted between two times of knowing."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from orontes.errors import WrongCall
from orontes.export import acled, ged, hxl
from orontes.export.cells import table
from orontes.export.material import Material

Row = Mapping[str, Any]
CHANGE = "change"
ROWS: dict[str, tuple[Callable[[Material], Sequence[Row]], Sequence[str], str]] = {
    "acled": (acled.rows, acled.COLUMNS, "event_id_cnty"),
    "ged": (ged.rows, ged.COLUMNS, "id"),
    "hxl": (hxl.rows, hxl.COLUMNS, "id"),
}


def differing(to: str, then: Material, now: Material) -> str:
    """CSV with the column ``change`` after the format's own: added, changed or deleted.

    A deleted row is as it was then; one whose id is the same and whose cells are not is changed.
    """
    if to not in ROWS:
        raise WrongCall(f"--since goes with --to {', '.join(ROWS)}; leave it out for {to}")
    rows, columns, key = ROWS[to]
    before, after = ({row[key]: row for row in rows(one)} for one in (then, now))
    codes = [one for one in now.where.codes if one not in columns]
    found = [
        {**row, CHANGE: "changed" if identity in before else "added"}
        for identity, row in after.items()
        if before.get(identity) != row
    ]
    gone = [{**row, CHANGE: "deleted"} for key, row in before.items() if key not in after]
    return table([*columns, *codes, CHANGE], [*found, *gone])
