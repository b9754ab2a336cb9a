"""What a picture lists, as plain rows; the shapes are in docs/formats.md."""

from collections.abc import Callable
from typing import Any

from orontes.model.chronicle import Chronicle, Saying
from orontes.model.claim import Claim
from orontes.model.event import Difference, Event
from orontes.model.judgement import Standing
from orontes.model.judgement_rows import judgement_row
from orontes.model.picture import Change, Control, Displacement, Position, Route, Tally
from orontes.model.review import Doubtful, doubtful_row
from orontes.model.rows import (
    Row,
    actor_row,
    claim_row,
    count_row,
    day,
    instant,
    place_row,
    when_row,
)
from orontes.model.told import Told
from orontes.model.toll import Displaced, Relief, Toll, TollSum
from orontes.model.toll_rows import displaced_row, relief_row, sum_row, toll_row


def control_row(spell: Control) -> Row:
    """The JSONL row of a control spell (docs/formats.md)."""
    return {
        "place": spell.place,
        "place_id": spell.place_id,
        "lat": spell.lat,
        "lon": spell.lon,
        "holder": spell.holder,
        "holder_name": spell.holder_name,
        "factions": [actor_row(one) for one in spell.factions],
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
        "tolls": [{"kind": kind, "count": count_row(count)} for kind, count in event.tolls],
        "differences": [difference_row(one) for one in event.differences],
        "sources": event.sources,
        "confidence": round(event.confidence, 3),
        "claims": list(event.claims),
        "denied_by": list(event.denied_by),
        "first_known": instant(event.first_known),
        "last_known": instant(event.last_known),
    }


def difference_row(one: Difference) -> Row:
    values = [{"value": value, "claims": list(claims)} for value, claims in one.values]
    return {"slot": one.slot, "values": values}


def change_row(change: Change) -> Row:
    return {
        "place": change.place,
        "place_id": change.place_id,
        "day": day(change.day),
        "before": change.before,
        "after": change.after,
        "known_at": instant(change.known_at),
        "claims": list(change.claims),
        "how": change.how,
        "why": "; ".join(change.supposed),
    }


def tally_row(toll: Tally) -> Row:
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
        "leaning": position.leaning,
        "when": when_row(position.when),
        "known": instant(position.known),
        "quote": position.quote,
        "said_by": [actor_row(one) for one in position.said_by],
        "publisher": position.publisher,
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
        "basis": route.basis,
        "why": route.why,
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


def saying_rows(chronicle: Chronicle) -> list[Row]:
    """The control claims of one place, each with the firsts that it is (docs/formats.md)."""
    return [saying_row(one, chronicle) for one in chronicle.sayings]


def saying_row(saying: Saying, chronicle: Chronicle) -> Row:
    claim, source = saying.told.claim, saying.told.source
    return {
        "place": chronicle.place,
        "place_id": chronicle.place_id,
        "lat": chronicle.lat,
        "lon": chronicle.lon,
        "published": source.published,
        "known": instant(saying.told.known),
        "kind": claim.kind,
        "stance": claim.stance,
        "says": saying.says,
        "actor": [actor_row(actor) for actor in claim.actor],
        "target": [actor_row(actor) for actor in claim.target],
        "extent": claim.extent,
        "when": when_row(claim.when),
        "said_by": [actor_row(actor) for actor in saying.speakers],
        "publisher": source.publisher,
        "url": source.url,
        "copy_of": source.copy_of,
        "quote": claim.quote,
        "claim": claim.id,
        "firsts": [
            {
                "first": name,
                "day": day(turn.day),
                "before": turn.before,
                "after": turn.after,
                "believed": turn.believed,
            }
            for turn in chronicle.turns
            for name, first in turn.firsts()
            if first is saying
        ],
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
        "how": "learnt",
        "why": "",
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
    Tally: tally_row,
    Displacement: displacement_row,
    Toll: toll_row,
    TollSum: sum_row,
    Displaced: displaced_row,
    Relief: relief_row,
    Position: position_row,
    Route: route_row,
    Standing: judgement_row,
    Doubtful: doubtful_row,
}
