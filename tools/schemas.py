"""JSON Schema (draft 2020-12) of every row type, written to docs/schemas.json by tools/pages.py."""

from typing import Any

from orontes.picture.toll.rules import ranks
from orontes.vocabulary.load import kinds

Schema = dict[str, Any]
STANCES = "asserted attributed denied possible planned hypothetical past".split()
VERDICTS = "accept reject correct merge split control undo".split()
HOW = "frame reader grammar reference heading date focus voice".split()
TEXT: Schema = {"type": "string"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
DAY: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
INSTANT: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$"}
NUMBER: Schema = {"type": ["number", "null"]}
WHOLE: Schema = {"type": ["integer", "null"]}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
YES_NO: Schema = {"type": "boolean"}
CLAIMS: Schema = {"type": "array", "items": {"type": "string", "pattern": "^c_"}}
KIND: Schema = {"enum": sorted(kinds())}


TEXTS: Schema = {"type": "array", "items": TEXT}
SIDES: Schema = {"type": "integer", "minimum": 0, "maximum": 4}
LENGTH: Schema = {"enum": ["assumed", "measured"]}


def ref(name: str, maybe: bool = False) -> Schema:
    one: Schema = {"$ref": f"#/$defs/{name}"}
    return {"anyOf": [one, {"type": "null"}]} if maybe else one


def many(name: str) -> Schema:
    return {"type": "array", "items": ref(name)}


def row(required: Schema, optional: Schema | None = None, open_: bool = False) -> Schema:
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": sorted(required),
        "additionalProperties": {"type": "integer"} if open_ else False,
    }


BOUNDS: Schema = {"low": WHOLE, "best": WHOLE, "high": WHOLE}
PARTS: dict[str, Schema] = {
    "actor": row({"id": MAYBE_TEXT, "name": TEXT}),
    "place": row(
        {"id": MAYBE_TEXT, "name": TEXT, "lat": NUMBER, "lon": NUMBER},
        {"kind": TEXT, "country": TEXT, "facility": TEXT, "town": TEXT},
    ),
    "when": row({"earliest": DAY, "latest": DAY, "precision": TEXT}),
    "count": row(
        {"low": WHOLE, "high": WHOLE, "qualifier": MAYBE_TEXT, "unit": TEXT},
        {"measure": TEXT, "cumulative": YES_NO},
        open_=True,
    ),
    "held": row(
        {
            "holder": MAYBE_TEXT,
            "holder_name": TEXT,
            "contested": YES_NO,
            "last_reported": DAY,
            "nearest": MAYBE_TEXT,
            "nearest_holder": MAYBE_TEXT,
            "claims": CLAIMS,
        }
    ),
    "mention": row({"claim": TEXT, "kind": KIND, "place": TEXT, "day": DAY, "age": WHOLE}),
    "exit": row(
        {
            "towards": ref("place"),
            "bearing": {"type": "number"},
            "side": {"enum": ["north", "east", "south", "west"]},
            "holder": MAYBE_TEXT,
            "first_told": MAYBE_TEXT,
            "km": NUMBER,
            "hostile": YES_NO,
            "claims": CLAIMS,
        }
    ),
    "tolled": row({"kind": KIND, "count": ref("count")}),
    "first": row(
        {
            "first": {"enum": ["said", "denied", "second", "admitted"]},
            "day": DAY,
            "before": MAYBE_TEXT,
            "after": TEXT,
            "believed": YES_NO,
        }
    ),
    "difference": row(
        {
            "slot": TEXT,
            "values": {"type": "array", "items": row({"value": TEXT, "claims": CLAIMS})},
        }
    ),
    "part": row({"group": TEXT, "side": MAYBE_TEXT, "side_name": MAYBE_TEXT} | BOUNDS),
    "measure": row(
        BOUNDS | {"civilians": row(BOUNDS), "parts": many("part")},
    ),
    "counter": row(
        BOUNDS
        | {
            "counter": TEXT,
            "id": MAYBE_TEXT,
            "rank": {"enum": list(ranks())},
            "kind": KIND,
            "whom": {"enum": ["people", "civilians", "fighters"]},
            "count": ref("count", True),
            "day": DAY,
            "known": INSTANT,
            "bears": {"enum": ["both", "low", "high", "none"]},
            "claims": CLAIMS,
        }
    ),
    "step": row(
        {
            "counter": TEXT,
            "day": DAY,
            "known": INSTANT,
            "value": WHOLE,
            "more": WHOLE,
            "claims": CLAIMS,
        }
    ),
    "placed": row({"incidents": WHOLE, "rest": WHOLE} | BOUNDS),
    "words": row({"start": {"type": "integer"}, "end": {"type": "integer"}, "text": TEXT}),
    "why": row(
        {"slot": TEXT, "value": TEXT, "how": {"enum": HOW}, "words": many("words")},
        {"likelihood": SHARE, "base": TEXT},
    ),
}
CLAIM: Schema = {
    "id": {"type": "string", "pattern": "^c_[0-9a-f]{16}$"},
    "doc": TEXT,
    "kind": KIND,
    "start": {"type": "integer", "minimum": 0},
    "end": {"type": "integer", "minimum": 1},
    "quote": TEXT,
    "predicate": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
    "actor": many("actor"),
    "target": many("actor"),
    "place": ref("place", maybe=True),
    "when": ref("when", maybe=True),
    "count": ref("count", maybe=True),
    "said_by": many("actor"),
    "stance": {"enum": STANCES},
    "confidence": SHARE,
    "reader": TEXT,
    "vocabulary": {"type": "integer"},
}
RARE: Schema = {
    "from": ref("place"),
    "to": ref("place"),
    "route": many("place"),
    "extent": TEXT,
    "campaign": TEXT,
    "weapon": {"type": "array", "items": TEXT},
    "sides": {"type": "integer", "minimum": 1, "maximum": 4},
    "about": TEXT,
    "reason": TEXT,
    "explain": many("why"),
}
TOLD: Schema = {
    "publisher": MAYBE_TEXT,
    "published": MAYBE_TEXT,
    "known": INSTANT,
    "url": MAYBE_TEXT,
    "copy_of": MAYBE_TEXT,
}
LEANING: Schema = {"enum": ["for", "against", "talks", "other"]}
COUNTS: Schema = {"type": "object", "additionalProperties": {"type": "integer"}}
SAID: Schema = {"quote": TEXT, "said_by": many("actor"), "publisher": MAYBE_TEXT}
COUNTED: Schema = {
    "when": ref("when", True),
    "counted_by": TEXT,
    "known": INSTANT,
    "claims": CLAIMS,
}
TOGETHER: Schema = {
    "place": ref("place", True),
    "when": ref("when", True),
    "grade": {"enum": ["confirmed", "fair", "weak", "contested", "discounted"]},
    "sources": WHOLE,
    "counters": many("counter"),
    "superseded": many("counter"),
    "flags": TEXTS,
    "known": INSTANT,
    "claims": CLAIMS,
    "denied_by": CLAIMS,
    "why": TEXT,
}
ROWS: dict[str, Schema] = {
    "claims": row(CLAIM | TOLD, RARE),
    "events": row(
        {key: CLAIM[key] for key in ("kind", "actor", "target", "place", "when", "count")}
        | {
            "id": {"type": "string", "pattern": "^e_"},
            "dated": YES_NO,
            "tolls": many("tolled"),
            "differences": many("difference"),
            "sources": {"type": "integer", "minimum": 1},
            "confidence": SHARE,
            "claims": CLAIMS,
            "denied_by": CLAIMS,
            "first_known": INSTANT,
            "last_known": INSTANT,
        }
    ),
    "control": row(
        {
            "place": TEXT,
            "place_id": TEXT,
            "lat": NUMBER,
            "lon": NUMBER,
            "holder": TEXT,
            "holder_name": TEXT,
            "factions": many("actor"),
            "from": DAY,
            "to": DAY,
            "probability": SHARE,
            "contested": YES_NO,
            "basis": {"enum": ["reported", "inferred", "initial", "judged", "supposed"]},
            "last_reported": DAY,
            "claims": CLAIMS,
            "against": CLAIMS,
            "why": TEXT,
            "known_at": INSTANT,
        }
    ),
    "history": row(
        {key: CLAIM[key] for key in ("kind", "stance", "actor", "target", "when", "said_by")}
        | {key: TOLD[key] for key in ("publisher", "published", "known", "url", "copy_of")}
        | {
            "place": TEXT,
            "place_id": TEXT,
            "lat": NUMBER,
            "lon": NUMBER,
            "says": TEXT,
            "extent": MAYBE_TEXT,
            "quote": TEXT,
            "claim": CLAIM["id"],
            "firsts": many("first"),
        }
    ),
    "changes": row(
        {
            "place": TEXT,
            "place_id": TEXT,
            "day": DAY,
            "before": MAYBE_TEXT,
            "after": MAYBE_TEXT,
            "known_at": INSTANT,
            "claims": CLAIMS,
            "how": {"enum": ["world", "learnt", "withdrawn", "corrected"]},
            "why": TEXT,
        }
    ),
    "counts": row(
        COUNTED
        | {
            "kind": KIND,
            "count": ref("count"),
            "place": ref("place", True),
            "superseded": YES_NO,
        }
    ),
    "moves": row(
        COUNTED
        | {
            "kind": KIND,
            "count": ref("count", True),
            "place": ref("place", True),
            "from": ref("place", True),
            "to": ref("place", True),
        }
    ),
    "toll": row(
        TOGETHER
        | {
            "id": {"type": "string", "pattern": "^e_"},
            "scope": {"enum": ["incident", "period", "campaign"]},
            "dated": YES_NO,
            "killed": ref("measure"),
            "injured": ref("measure"),
            "missing": ref("measure"),
            "by": many("actor"),
            "steps": many("step"),
            "placed": ref("placed", True),
        }
    ),
    "toll_sums": row(
        {
            "of": TEXT,
            "place": ref("place", True),
            "side": ref("actor", True),
            "incidents": WHOLE,
            "killed": row(BOUNDS),
            "civilians": row(BOUNDS),
            "injured": row(BOUNDS),
            "likely": row({"low": WHOLE, "high": WHOLE, "percent": WHOLE}),
            "from": DAY,
            "to": DAY,
            "flags": TEXTS,
            "claims": CLAIMS,
            "why": TEXT,
        }
    ),
    "displaced": row(
        TOGETHER
        | {
            "id": {"type": "string", "pattern": "^m_"},
            "kind": KIND,
            "measure": {"enum": ["flow", "stock"]},
            "unit": TEXT,
            "people": row(BOUNDS),
            "who": TEXTS,
            "parts": many("part"),
            "from": ref("place", True),
            "to": ref("place", True),
        }
    ),
    "relief": row(
        {
            "id": {"type": "string", "pattern": "^e_"},
            "kind": KIND,
            "actor": many("actor"),
            "target": many("actor"),
            "what": TEXTS,
            "place": ref("place", True),
            "when": ref("when", True),
            "count": ref("count", True),
            "said_by": TEXTS,
            "sources": WHOLE,
            "known": INSTANT,
            "claims": CLAIMS,
            "denied_by": CLAIMS,
        }
    ),
    "positions": row(
        {
            "actor": ref("actor"),
            "kind": KIND,
            "target": many("actor"),
            "about": MAYBE_TEXT,
            "leaning": LEANING,
            "when": ref("when", True),
            "known": INSTANT,
            "claims": CLAIMS,
        }
        | SAID
    ),
    "cells": row(
        {
            "actor": ref("actor"),
            "target": ref("actor", True),
            "balance": {"type": "integer"},
            "leanings": COUNTS,
            "kinds": COUNTS,
            "first": DAY,
            "last": DAY,
            "claims": CLAIMS,
        }
        | SAID
    ),
    "stances": row(
        {
            "day": DAY,
            "actor": ref("actor"),
            "target": ref("actor", True),
            "kind": KIND,
            "leaning": LEANING,
            "shift": {"enum": ["for", "against", None]},
            "about": MAYBE_TEXT,
            "claims": CLAIMS,
        }
        | SAID
    ),
    "actors": row(
        {
            "actor": TEXT,
            "id": MAYBE_TEXT,
            "role": MAYBE_TEXT,
            "side": MAYBE_TEXT,
            "side_name": MAYBE_TEXT,
            "claimed_side": MAYBE_TEXT,
            "kind": MAYBE_TEXT,
            "country": MAYBE_TEXT,
            "interaction": WHOLE,
            "claims": {"type": "integer", "minimum": 1},
            "told": TEXTS,
        }
    ),
    "routes": row(
        {
            "state": {"enum": ["cut", "open", "threaten", "encircle"]},
            "places": many("place"),
            "actor": many("actor"),
            "target": many("actor"),
            "sides": WHOLE,
            "when": ref("when", True),
            "known": INSTANT,
            "claims": CLAIMS,
            "basis": {"enum": ["reported", "graph"]},
            "why": TEXT,
        }
    ),
    "judgements": row(
        {
            "id": {"type": "string", "pattern": "^j_[0-9a-f]{16}$"},
            "verdict": {"enum": VERDICTS},
            "claim": TEXT,
            "changes": {"type": "object"},
            "why": TEXT,
            "user": TEXT,
            "made": TEXT,
            "state": {"enum": ["in force", "overruled", "undone", "orphan"]},
            "note": TEXT,
            "claims": CLAIMS,
            "judged": {"type": "array", "items": row(CLAIM | {"beside": CLAIMS}, RARE)},
        }
    ),
    "review": row(
        {
            "claim": CLAIM["id"],
            "kind": KIND,
            "place": ref("place", True),
            "actor": many("actor"),
            "stance": CLAIM["stance"],
            "doubt": SHARE,
            "reasons": TEXTS,
            "consequence": {"type": "number", "minimum": 0},
            "urgency": {"type": "number", "minimum": 0},
            "would_change": TEXTS,
            "quote": TEXT,
            "publisher": MAYBE_TEXT,
            "known": INSTANT,
            "also": CLAIMS,
        }
    ),
    "stretches": row(
        {
            "way": {"type": "integer", "minimum": 1},
            "stretch": {"type": "integer", "minimum": 1},
            "side": MAYBE_TEXT,
            "keeps": {"enum": ["own", "silent", "other", None]},
            "places": many("place"),
            "km": {"type": "number", "minimum": 0},
            "length": LENGTH,
            "along": TEXTS,
            "from_held": ref("held"),
            "to_held": ref("held"),
            "last_report": ref("mention", True),
            "report": TEXT,
            "incidents": CLAIMS,
            "curfews": CLAIMS,
            "mines": CLAIMS,
            "crossings": CLAIMS,
            "routes": CLAIMS,
            "changes_hands": YES_NO,
            "single": YES_NO,
            "note": TEXT,
        },
        {"shape": {"type": "array", "items": {"type": "array", "items": {"type": "number"}}}},
    ),
    "encirclement": row(
        {
            "place": ref("place"),
            "holder": MAYBE_TEXT,
            "holder_name": TEXT,
            "at": DAY,
            "sides": SIDES,
            "sides_low": SIDES,
            "sides_high": SIDES,
            "claimed": WHOLE,
            "share_low": SHARE,
            "share_high": SHARE,
            "closed": TEXTS,
            "free": TEXTS,
            "exits": many("exit"),
            "length": LENGTH,
            "claims": CLAIMS,
            "why": TEXT,
        }
    ),
}


def schemas() -> Schema:
    """One document; ``#/$defs/control`` is the schema of a row of ``orontes control``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rows of Orontes",
        "$defs": PARTS | ROWS,
    }
