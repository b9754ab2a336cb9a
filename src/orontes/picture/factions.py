"""Who holds a place below the level of the side, as far as the claims name them."""

from collections.abc import Iterable, Sequence
from datetime import date

from orontes.actors.asked import Asked
from orontes.events.sides import Sides
from orontes.model.names import ActorName
from orontes.model.picture import Control
from orontes.picture.sayings import members
from orontes.picture.spells import Spell


def factions(spell: Spell, sides: Sides) -> tuple[ActorName, ...]:
    """The actors of the holder's side that its claims name, the side itself left out."""
    holders = members(spell.holder)
    named = {
        actor.id: ActorName(sides.name(actor.id), actor.id)
        for say in spell.carriers
        for actor in say.actors
        if actor.id and actor.id not in holders and sides.side(actor.id, say.day) in holders
    }
    return tuple(named[identity] for identity in sorted(named))


def held_by(rows: Iterable[Control], asked: Asked, on: date | None) -> list[Control]:
    """The rows of places that whom a question means holds, by its own name or through its side.

    A claim that names a faction of the side speaks for that faction alone; where none is named,
    what the side holds counts for all that belong to it.
    """
    return [row for row in rows if holds(row, asked, on)]


def holds(row: Control, asked: Asked, on: date | None) -> bool:
    holders: Sequence[str] = sorted(members(row.holder))
    if any(asked.has(holder, on) for holder in holders):
        return True
    if row.factions:
        return any(asked.means(one, on) for one in row.factions)
    return any(asked.belongs(holder, on) for holder in holders)
