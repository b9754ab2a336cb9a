"""Model objects as the plain rows that JSONL, the case file and the scorers read."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from orontes.model.claim import Claim
from orontes.model.count import Count
from orontes.model.event import Event
from orontes.model.names import ActorName, PlaceName
from orontes.model.picture import Change, Control, Displacement, Position, Route, Toll
from orontes.model.told import Told
from orontes.model.when import When

Row = dict[str, Any]


def digest(*parts: object, prefix: str) -> str:
    """A content id: the same parts give the same id on every machine."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return prefix + hashlib.sha256(text.encode()).hexdigest()[:16]


def claim_id(claim: Claim) -> str:
    """The id of a claim as read, whatever its names resolve to later."""
    return digest(
        claim.doc,
        claim.kind,
        *claim.predicate,
        claim.place and claim.place.name,
        ";".join(actor.name for actor in claim.actor),
        ";".join(actor.name for actor in claim.target),
        claim.stance,
        claim.count and (claim.count.low, claim.count.high),
        prefix="c_",
    )


def instant(moment: datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def actor_row(actor: ActorName) -> Row:
    return {"id": actor.id, "name": actor.name}


def place_row(place: PlaceName | None) -> Row | None:
    if place is None:
        return None
    row: Row = {"id": place.id, "name": place.name, "lat": place.lat, "lon": place.lon}
    extra = {key: getattr(place, key) for key in ("kind", "country", "facility", "town")}
    return row | {key: value for key, value in extra.items() if value is not None}


def when_row(when: When | None) -> Row | None:
    if when is None:
        return None
    return {
        "earliest": day(when.earliest),
        "latest": day(when.latest),
        "precision": when.precision,
    }


def count_row(count: Count | None) -> Row | None:
    """Bounds and unit, with the groups flat beside them."""
    if count is None:
        return None
    row: Row = {"low": count.low, "high": count.high, "qualifier": count.qualifier}
    row["unit"] = count.unit
    if count.measure:
        row["measure"] = count.measure
    if count.cumulative:
        row["cumulative"] = True
    return row | dict(count.groups)


def claim_row(claim: Claim) -> Row:
    """The JSONL row of a claim; slots that only some kinds have appear when filled."""
    row: Row = {
        "id": claim.id,
        "doc": claim.doc,
        "kind": claim.kind,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "predicate": list(claim.predicate),
        "actor": [actor_row(actor) for actor in claim.actor],
        "target": [actor_row(actor) for actor in claim.target],
        "place": place_row(claim.place),
        "when": when_row(claim.when),
        "count": count_row(claim.count),
        "said_by": [actor_row(actor) for actor in claim.said_by],
        "stance": claim.stance,
        "confidence": round(claim.confidence, 3),
        "reader": claim.reader,
        "vocabulary": claim.vocabulary,
    }
    rare: Row = {
        "from": place_row(claim.origin),
        "to": place_row(claim.destination),
        "route": [place_row(place) for place in claim.route],
        "extent": claim.extent,
        "campaign": claim.campaign,
        "weapon": list(claim.weapon),
        "sides": claim.sides,
        "about": claim.about,
        "reason": claim.reason,
    }
    return row | {key: value for key, value in rare.items() if value}


def claim_of(row: Mapping[str, Any]) -> Claim:
    """The claim that :func:`claim_row` wrote."""
    return Claim(
        doc=row["doc"],
        kind=row["kind"],
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
        predicate=(row["predicate"][0], row["predicate"][1]),
        actor=actors_of(row["actor"]),
        target=actors_of(row["target"]),
        place=place_of(row["place"]),
        origin=place_of(row.get("from")),
        destination=place_of(row.get("to")),
        route=tuple(place for item in row.get("route", ()) if (place := place_of(item))),
        extent=row.get("extent"),
        when=when_of(row["when"]),
        campaign=row.get("campaign"),
        count=count_of(row["count"]),
        weapon=tuple(row.get("weapon", ())),
        sides=row.get("sides"),
        about=row.get("about"),
        reason=row.get("reason"),
        said_by=actors_of(row["said_by"]),
        stance=row["stance"],
        confidence=row["confidence"],
        reader=row["reader"],
        vocabulary=row["vocabulary"],
        id=row["id"],
    )


def actors_of(items: Iterable[Mapping[str, Any]]) -> tuple[ActorName, ...]:
    return tuple(ActorName(item["name"], item.get("id")) for item in items)


def place_of(row: Mapping[str, Any] | None) -> PlaceName | None:
    if row is None:
        return None
    known = {field.name for field in fields(PlaceName)}
    return PlaceName(**{key: value for key, value in row.items() if key in known})


def when_of(row: Mapping[str, Any] | None) -> When | None:
    if row is None:
        return None
    ends = [date.fromisoformat(row[key]) if row[key] else None for key in ("earliest", "latest")]
    return When(ends[0], ends[1], row["precision"])


def count_of(row: Mapping[str, Any] | None) -> Count | None:
    if row is None:
        return None
    own = {"low", "high", "qualifier", "unit", "measure", "cumulative"}
    groups = tuple((key, value) for key, value in row.items() if key not in own)
    return Count(
        low=row["low"],
        high=row["high"],
        qualifier=row.get("qualifier"),
        unit=row.get("unit", "people"),
        measure=row.get("measure"),
        groups=groups,
        cumulative=row.get("cumulative", False),
    )


def control_row(spell: Control) -> Row:
    """The JSONL row of a control spell (docs/formats.md)."""
    return {
        "place": spell.place,
        "place_id": spell.place_id,
        "lat": spell.lat,
        "lon": spell.lon,
        "holder": spell.holder,
        "holder_name": spell.holder_name,
        "from": day(spell.since),
        "to": day(spell.until),
        "probability": round(spell.probability, 3),
        "contested": spell.contested,
        "basis": spell.basis,
        "last_reported": day(spell.last_reported),
        "claims": list(spell.claims),
        "against": list(spell.against),
        "why": spell.why,
        "known_at": instant(spell.known_at),
    }


def event_row(event: Event) -> Row:
    return {
        "id": event.id,
        "kind": event.kind,
        "actor": [actor_row(actor) for actor in event.actor],
        "target": [actor_row(actor) for actor in event.target],
        "place": place_row(event.place),
        "when": when_row(event.when),
        "dated": event.dated,
        "count": count_row(event.count),
        "sources": event.sources,
        "confidence": round(event.confidence, 3),
        "claims": list(event.claims),
        "denied_by": list(event.denied_by),
        "first_known": instant(event.first_known),
        "last_known": instant(event.last_known),
    }


def change_row(change: Change) -> Row:
    return {
        "place": change.place,
        "place_id": change.place_id,
        "day": day(change.day),
        "before": change.before,
        "after": change.after,
        "known_at": instant(change.known_at),
        "claims": list(change.claims),
    }


def toll_row(toll: Toll) -> Row:
    return {
        "kind": toll.kind,
        "count": count_row(toll.count),
        "place": place_row(toll.place),
        "when": when_row(toll.when),
        "counted_by": toll.counted_by,
        "superseded": toll.superseded,
        "known": instant(toll.known),
        "claims": list(toll.claims),
    }


def displacement_row(moved: Displacement) -> Row:
    return {
        "kind": moved.kind,
        "count": count_row(moved.count),
        "place": place_row(moved.place),
        "from": place_row(moved.origin),
        "to": place_row(moved.destination),
        "when": when_row(moved.when),
        "counted_by": moved.counted_by,
        "known": instant(moved.known),
        "claims": list(moved.claims),
    }


def position_row(position: Position) -> Row:
    return {
        "actor": actor_row(position.actor),
        "kind": position.kind,
        "target": [actor_row(actor) for actor in position.target],
        "about": position.about,
        "when": when_row(position.when),
        "known": instant(position.known),
        "claims": list(position.claims),
    }


def route_row(route: Route) -> Row:
    return {
        "state": route.state,
        "places": [place_row(place) for place in route.places],
        "actor": [actor_row(actor) for actor in route.actor],
        "target": [actor_row(actor) for actor in route.target],
        "sides": route.sides,
        "when": when_row(route.when),
        "known": instant(route.known),
        "claims": list(route.claims),
    }


def told_row(told: Told) -> Row:
    """A claim's row with the report that makes it."""
    source = told.source
    return claim_row(told.claim) | {
        "publisher": source.publisher,
        "published": source.published,
        "known": instant(told.known),
        "url": source.url,
        "copy_of": source.copy_of,
    }


def revised_row(then: Control | None, now: Control | None) -> Row:
    """A belief that changed, in the columns of a change."""
    spell = now or then
    return {
        "place": spell.place if spell else None,
        "place_id": spell.place_id if spell else None,
        "day": day(now.since) if now else None,
        "before": then.holder_name if then else None,
        "after": now.holder_name if now else None,
        "known_at": instant(now.known_at) if now else None,
        "claims": list(now.claims if now else ()),
    }


def row_of(item: object) -> Row:
    """The row of any object that a listing shows."""
    return ROWS[type(item)](item)


ROWS: dict[type, Callable[[Any], Row]] = {
    Claim: claim_row,
    Told: told_row,
    Event: event_row,
    Control: control_row,
    Change: change_row,
    Toll: toll_row,
    Displacement: displacement_row,
    Position: position_row,
    Route: route_row,
}
