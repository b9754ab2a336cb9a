"""The derived feature layers, rebuilt whole from the claims."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from orontes.model.event import Event
from orontes.model.picture import Control, Route
from orontes.model.picture_rows import control_row, route_row
from orontes.model.rows import day, instant
from orontes.store.geometry import SRS, blob, bounds, line, point
from orontes.store.schema import FIXED_CHANGE

COLUMNS = {
    "events": """id TEXT UNIQUE, kind TEXT, actor TEXT, target TEXT, place TEXT, place_id TEXT,
      earliest TEXT, latest TEXT, low INTEGER, high INTEGER, sources INTEGER, confidence REAL,
      claims TEXT, denied_by TEXT, first_known TEXT, last_known TEXT""",
    "control": """id TEXT UNIQUE, place TEXT, holder TEXT, holder_name TEXT, since TEXT, until TEXT,
      probability REAL, contested INTEGER, basis TEXT, last_reported TEXT, claims TEXT,
      against TEXT, why TEXT, known_at TEXT""",
    "routes": """id TEXT UNIQUE, state TEXT, places TEXT, actor TEXT, target TEXT, sides INTEGER,
      earliest TEXT, latest TEXT, known TEXT, claims TEXT""",
}
GEOMETRY = {"events": "POINT", "control": "POINT", "routes": "GEOMETRY"}
BEHIND = "_behind"
"""What follows the name of a layer that reports or judgements have overtaken."""
Values = list[tuple[Any, ...]]


def rebuild(
    db: sqlite3.Connection,
    events: Sequence[Event],
    control: Sequence[Control],
    routes: Sequence[Route],
) -> None:
    """Write the three layers anew, in the caller's transaction."""
    fill(db, "events", [event_values(event) for event in events])
    fill(db, "control", [control_values(spell) for spell in control])
    fill(db, "routes", [route_values(route, i) for i, route in enumerate(routes, 1)])


def lapse(db: sqlite3.Connection) -> None:
    """Rename the layers, in the caller's transaction, until they are rebuilt."""
    for layer in COLUMNS:
        if exists(db, layer):
            rename(db, layer, layer + BEHIND, "older than the case: `orontes layers` renews it")


def rename(db: sqlite3.Connection, old: str, new: str, description: str = "") -> None:
    db.execute(f"ALTER TABLE {old} RENAME TO {new}")
    db.execute(
        "UPDATE gpkg_contents SET table_name = ?1, identifier = ?1, description = ?2"
        " WHERE table_name = ?3",
        (new, description, old),
    )
    db.execute("UPDATE gpkg_geometry_columns SET table_name = ? WHERE table_name = ?", (new, old))


def fill(db: sqlite3.Connection, layer: str, values: Values) -> None:
    if exists(db, layer + BEHIND):
        rename(db, layer + BEHIND, layer)
    if not exists(db, layer):
        lay(db, layer)
    db.execute(f"DELETE FROM {layer}")
    if values:
        marks = ", ".join("?" * (len(values[0]) + 1))
        rows = [(fid, *row) for fid, row in enumerate(values, 1)]
        db.executemany(f"INSERT INTO {layer} VALUES ({marks})", rows)
    box = extent(row[0] for row in values)
    db.execute(
        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
        (*(box or (None, None, None, None)), layer),
    )


def exists(db: sqlite3.Connection, layer: str) -> bool:
    found = db.execute("SELECT 1 FROM gpkg_contents WHERE table_name = ?", (layer,)).fetchone()
    return found is not None


def lay(db: sqlite3.Connection, layer: str) -> None:
    kind = GEOMETRY[layer]
    db.execute(f"CREATE TABLE {layer} (fid INTEGER PRIMARY KEY, geom {kind}, {COLUMNS[layer]})")
    db.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id)"
        " VALUES (?, 'features', ?, ?, ?)",
        (layer, layer, FIXED_CHANGE, SRS),
    )
    db.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", (layer, kind, SRS)
    )


def extent(blobs: Iterable[bytes | None]) -> tuple[float, float, float, float] | None:
    boxes = [box for value in blobs if (box := bounds(value))]
    if not boxes:
        return None
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def names(actors: Iterable[Any]) -> str:
    return "; ".join(actor.name for actor in actors)


def event_values(event: Event) -> tuple[Any, ...]:
    place, when, count = event.place, event.when, event.count
    return (
        blob(point(place.lat, place.lon)) if place else None,
        event.id,
        event.kind,
        names(event.actor),
        names(event.target),
        place.name if place else None,
        place.id if place else None,
        day(when.earliest) if when else None,
        day(when.latest) if when else None,
        count.low if count else None,
        count.high if count else None,
        event.sources,
        event.confidence,
        json.dumps(event.claims),
        json.dumps(event.denied_by),
        instant(event.first_known),
        instant(event.last_known),
    )


def control_values(spell: Control) -> tuple[Any, ...]:
    row = control_row(spell)
    return (
        blob(point(spell.lat, spell.lon)),
        spell.place_id,
        spell.place,
        spell.holder,
        spell.holder_name,
        row["from"],
        row["to"],
        row["probability"],
        int(spell.contested),
        spell.basis,
        row["last_reported"],
        json.dumps(row["claims"]),
        json.dumps(row["against"]),
        spell.why,
        row["known_at"],
    )


def route_values(route: Route, number: int) -> tuple[Any, ...]:
    row = route_row(route)
    return (
        blob(line([(place.lat, place.lon) for place in route.places])),
        f"{route.claims[0]}/{number}",
        route.state,
        "; ".join(place.name for place in route.places),
        names(route.actor),
        names(route.target),
        route.sides,
        row["when"] and row["when"]["earliest"],
        row["when"] and row["when"]["latest"],
        row["known"],
        json.dumps(row["claims"]),
    )
