"""What an armed actor is to the country where it acts: state forces, rebels, a foreign state…"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from orontes.actors.actor import Actor
from orontes.actors.terms import on_day
from orontes.vocabulary.load import table

OFFICIAL = frozenset({"state-forces", "police", "pro-government-militia"})
UNARMED = frozenset({"organisation", "agency", "monitor", "media", "generic"})
Get = Callable[[str], Actor | None]


def role_of(actor: Actor, get: Get, on: date | None, countries: Sequence[str]) -> str | None:
    """The role of an actor in those countries; without countries, at home. None if unarmed."""
    role = own_role(actor, get, on)
    away = bool(countries) and home_of(actor, get) not in (None, *countries)
    if away and role in OFFICIAL:
        return "foreign-state" if actor.kind == "state" else "external-forces"
    return role


def own_role(actor: Actor, get: Get, on: date | None) -> str | None:
    if actor.roles:
        return on_day(actor.roles, on) or actor.roles[-1].value
    if actor.kind in UNARMED:
        return None
    higher = actor.parent_on(on)
    parent = get(higher) if higher else None
    above = own_role(parent, get, on) if parent else None
    if above is None or actor.kind in {"company", "rebel"}:
        return str(table("actors/roles")["kinds"][actor.kind])
    if above not in OFFICIAL:
        return above
    below = {"militia": "pro-government-militia", "police": "police", "coalition": above}
    return below.get(actor.kind, "state-forces")


def home_of(actor: Actor, get: Get) -> str | None:
    """The country that it serves: its own or its nearest parent's."""
    seen: set[str] = set()
    while actor.home is None and actor.parent and actor.id not in seen:
        seen.add(actor.id)
        parent = get(actor.parent)
        if parent is None:
            return None
        actor = parent
    return actor.home


def interaction(role: str | None) -> int | None:
    """ACLED's number for a role."""
    return table("actors/roles")["acled"].get(role) if role else None


@cache
def words() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    return tuple(
        (line["role"], frozenset(line["any"].split()), frozenset(line.get("with", "").split()))
        for line in table("actors/roles")["words"]
    )


def role_of_words(folded: str) -> str | None:
    """The role that a phrase's own words give to an actor that no table knows."""
    said = set(folded.split())
    for role, some, beside in words():
        if said & some and (not beside or said & beside):
            return role
    return None
