"""One actor as the registry knows it: its names, what it belongs to, who stands behind it."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any

from orontes.actors.actor import Actor
from orontes.actors.own import Own
from orontes.actors.registry import Registry
from orontes.actors.terms import Term

Row = dict[str, Any]


def sheet(identity: str, registry: Registry, at: date | None = None) -> Row:
    """The sheet of an actor that the registry knows; side and role are those ``at`` that day."""
    actor = registry.get(identity)
    if actor is None:
        raise KeyError(identity)
    names = list(dict.fromkeys((actor.name, *actor.aliases)))
    side = registry.side(actor.id, at)
    return {
        "actor": actor.name,
        "id": actor.id,
        "latin": [name for name in names if not is_arabic(name)],
        "arabic": [name for name in names if is_arabic(name)],
        "kind": actor.kind,
        "countries": sorted(actor.countries),
        "from": iso(actor.since),
        "to": iso(actor.until),
        "source": actor.source,
        "role": registry.role(actor.id, at),
        "side": side,
        "side_name": registry.name(side),
        "sides": [tied(actor, term, registry) for term in actor.sides],
        "parents": list(chain(actor, registry)),
        "backers": [row for one in registry.above(actor.id, at) for row in behind(one, registry)],
        "merged": registry.merged(actor.id) if isinstance(registry, Own) else [],
    }


def chain(actor: Actor, registry: Registry) -> Iterator[Row]:
    """What it belongs to or belonged to, then what that belongs to, each with its days."""
    seen, waiting = {actor.id}, [actor]
    while waiting:
        one = waiting.pop(0)
        for term in one.parents:
            yield tied(one, term, registry)
            higher = registry.get(term.value)
            if higher and higher.id not in seen:
                seen.add(higher.id)
                waiting.append(higher)


def behind(actor: Actor, registry: Registry) -> Iterator[Row]:
    for term in actor.backers:
        yield tied(actor, term, registry)


def tied(actor: Actor, term: Term, registry: Registry) -> Row:
    """A tie of an actor (``of``) to another, from–to, and who says so."""
    return {
        "of": actor.id,
        "id": registry.same(term.value),
        "name": registry.name(term.value),
        "from": iso(term.since),
        "to": iso(term.until),
        "source": term.source or actor.source,
    }


def is_arabic(name: str) -> bool:
    return any(unicodedata.name(char, "").startswith("ARABIC") for char in name)


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
