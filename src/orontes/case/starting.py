"""Read the table of who holds which place before the reports begin."""

import csv
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from orontes.actors.registry import Registry
from orontes.errors import WrongCall
from orontes.events.keys import fold
from orontes.model.picture import Control
from orontes.places.gazetteer import Gazetteer
from orontes.places.place import Place
from orontes.store.beginning import held

NEAR_KM = 30
SPOT_KM = 3
GIVE = "give CSV or JSONL with the columns place, holder and, if known, lat, lon, since"


def read(path: Path, gazetteer: Gazetteer, registry: Registry) -> list[Control]:
    """The rows of a CSV or JSONL file: place, holder; lat, lon in degrees; since as a day.

    A holder is an actor's id or name, and stands for its side; one that the registry lacks keeps
    its name. Raises WrongCall with the line of the first row that cannot be.
    """
    if not path.is_file():
        raise WrongCall(f"there is no file {path}; {GIVE}")
    found: dict[str, Control] = {}
    for number, row in rows(path):
        one = control(row, f"{path}:{number}", gazetteer, registry)
        if (other := found.get(one.place_id)) and other.holder != one.holder:
            raise WrongCall(
                f"{path}:{number}: {one.place} is given to {one.holder_name} and to"
                f" {other.holder_name}; leave one row of them"
            )
        found[one.place_id] = one
    if not found:
        raise WrongCall(f"{path} has no rows; {GIVE}")
    return list(found.values())


def rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        if path.suffix.lower() == ".csv":
            yield from enumerate(csv.DictReader(lines), 2)
            return
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise WrongCall(f"{path}:{number} is no JSON; {GIVE}") from error
            if not isinstance(row, dict):
                raise WrongCall(f"{path}:{number} is no row; {GIVE}")
            yield number, row


def control(row: dict[str, Any], where: str, gazetteer: Gazetteer, registry: Registry) -> Control:
    name, holder = (str(row.get(column) or "").strip() for column in ("place", "holder"))
    if not name or not holder:
        raise WrongCall(f"{where}: a row needs a place and a holder; {GIVE}")
    try:
        lat, lon = (float(row[c]) if row.get(c) not in (None, "") else None for c in ("lat", "lon"))
        since = date.fromisoformat(str(row["since"])) if row.get("since") else None
    except ValueError as error:
        raise WrongCall(f"{where}: {error}; lat and lon are degrees, since is a day") from error
    if not (abs(lat or 0) <= 90 and abs(lon or 0) <= 180):
        raise WrongCall(f"{where}: {lat}, {lon} are no degrees of latitude and longitude")
    place = known(name, lat, lon, gazetteer)
    side = side_of(holder, registry)
    return held(
        name,
        place.id
        if place
        else f"name:{fold(name)}" + (f"@{lat:.3f},{lon:.3f}" if lat and lon else ""),
        place.lat if lat is None and place else lat,
        place.lon if lon is None and place else lon,
        place.country if place else None,
        side,
        holder,
        since.isoformat() if since else None,
    )


def known(name: str, lat: float | None, lon: float | None, gazetteer: Gazetteer) -> Place | None:
    """The gazetteer's place of that name (within 30 km of the point), or at that point."""
    named = [p for p in gazetteer.find(name) if p.kind == "settlement"]
    if lat is None or lon is None:
        return named[0] if named else None
    near = gazetteer.near(lat, lon, NEAR_KM, kind="settlement")
    same = [place for place in near if place in named]
    spot = gazetteer.near(lat, lon, SPOT_KM, kind="settlement")
    return next(iter(same or spot), None)


def side_of(holder: str, registry: Registry) -> str:
    actor = registry.get(holder) or registry.find(holder)
    return registry.side(actor.id) if actor else f"name:{fold(holder)}"
