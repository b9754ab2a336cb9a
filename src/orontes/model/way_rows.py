"""Sheets of connections and encirclements as plain rows; the shapes are in docs/formats.md."""

from orontes.model.picture import Route
from orontes.model.rows import Row, day, place_row
from orontes.model.ways import Connection, Encirclement, Exit, Ground, Mention, Stretch, Way

NO_REPORT = "no report"


def stretch_rows(sheet: Connection) -> list[Row]:
    """One row for each stretch of each way."""
    return [
        {"way": way.number, "stretch": number, "side": sheet.side, "keeps": way.keeps}
        | stretch_row(stretch)
        | {"note": sheet.clearance}
        for way in sheet.ways
        for number, stretch in enumerate(way.stretches, 1)
    ]


def stretch_row(stretch: Stretch) -> Row:
    row: Row = {
        "places": [place_row(stretch.start.place), place_row(stretch.end.place)],
        "km": round(stretch.km, 1),
        "length": "assumed" if stretch.assumed else "measured",
        "along": list(stretch.along),
        "from_held": held(stretch.start),
        "to_held": held(stretch.end),
        "last_report": mention_row(stretch.last),
        "report": reported(stretch.last),
        "incidents": list(stretch.incidents),
        "curfews": list(stretch.curfews),
        "mines": list(stretch.mines),
        "crossings": list(stretch.crossings),
        "routes": list(stretch.routes),
        "changes_hands": stretch.turns,
        "single": stretch.single,
    }
    if len(stretch.shape) > 2:
        row["shape"] = [[lon, lat] for lat, lon in stretch.shape]
    return row


def held(ground: Ground) -> Row:
    """Who is told to hold a place; ``nearest`` is what it counts with if nobody is."""
    return {
        "holder": ground.holder,
        "holder_name": ground.holder_name or NO_REPORT,
        "contested": ground.contested,
        "last_reported": day(ground.last_reported),
        "nearest": ground.nearest,
        "nearest_holder": ground.nearest_holder,
        "claims": list(ground.claims),
    }


def mention_row(last: Mention | None) -> Row | None:
    if last is None:
        return None
    return {
        "claim": last.claim,
        "kind": last.kind,
        "place": last.place,
        "day": day(last.day),
        "age": last.age,
    }


def reported(last: Mention | None) -> str:
    """As in "territory.hold at Tartus, 2024-12-06, 1 day before"."""
    if last is None:
        return NO_REPORT
    age = "that day" if not last.age else f"{last.age} day{'s' * (last.age > 1)} before"
    return f"{last.kind} at {last.place}, {day(last.day)}, {age}"


def encirclement_row(one: Encirclement) -> Row:
    return {
        "place": place_row(one.place),
        "holder": one.holder,
        "holder_name": one.holder_name or NO_REPORT,
        "at": day(one.at),
        "sides": one.best,
        "sides_low": one.sides[0],
        "sides_high": one.sides[1],
        "claimed": one.claimed,
        "share_low": one.share[0],
        "share_high": one.share[1],
        "closed": list(one.closed),
        "free": list(one.free),
        "exits": [exit_row(way_out) for way_out in one.exits],
        "length": "assumed" if one.assumed else "measured",
        "claims": list(one.claims),
        "why": one.why,
    }


def exit_row(one: Exit) -> Row:
    return {
        "towards": place_row(one.towards),
        "bearing": one.bearing,
        "side": one.side,
        "holder": one.holder,
        "first_told": one.first_told,
        "km": one.km,
        "hostile": one.hostile,
        "claims": list(one.claims),
    }


def reported_line(row: Route) -> str:
    """As in "Reported: threaten Damascus, 2024-12-05 (c_f0b463a1)"."""
    names = " – ".join(place.name for place in row.places)
    when = row.when.latest if row.when else None
    day_ = f", {when}" if when else ""
    return f"Reported: {row.state} {names}{day_} ({', '.join(c[:10] for c in row.claims)})"


def length_of(way: Way) -> str:
    """As in "370 km (assumed)"."""
    return f"{way.km:.0f} km{' (assumed)' if way.assumed else ''}"
