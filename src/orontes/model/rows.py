"""Model objects as the plain rows that JSONL, the case file and the scorers read."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from orontes.model.claim import Claim
from orontes.model.count import Count
from orontes.model.names import ActorName, PlaceName
from orontes.model.when import Precision, When

Row = dict[str, Any]
PLACE = [field.name for field in fields(PlaceName)]
MANY = 50_000
"""The same names and days come in many claims: so many of each are made once only."""
one_place = lru_cache(maxsize=MANY, typed=True)(PlaceName)
one_actor = lru_cache(maxsize=MANY)(ActorName)


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
    return tuple(one_actor(item["name"], item.get("id")) for item in items)


def place_of(row: Mapping[str, Any] | None) -> PlaceName | None:
    if row is None:
        return None
    return one_place(row["name"], *(row.get(name) for name in PLACE[1:]))


def when_of(row: Mapping[str, Any] | None) -> When | None:
    if row is None:
        return None
    return one_when(row["earliest"], row["latest"], row["precision"])


@lru_cache(maxsize=MANY)
def one_when(earliest: str | None, latest: str | None, precision: Precision) -> When:
    ends = [date.fromisoformat(end) if end else None for end in (earliest, latest)]
    return When(ends[0], ends[1], precision)


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
