"""Who acts and who is acted upon, with ACLED's labels of what they are."""

from collections.abc import Sequence
from datetime import date

from orontes.actors.folding import fold, is_private
from orontes.export.material import Material
from orontes.model.event import Event
from orontes.model.names import ActorName
from orontes.vocabulary.load import table

CIVILIANS = "Civilians"


def role(actor: ActorName, on: date | None, material: Material, country: str) -> str | None:
    """The actor's role there on that day; None for the unarmed and for what is no actor."""
    where = [country] if country else []
    if actor.id and (known := material.registry.role(actor.id, on, where)):
        return known
    return None if actor.id else material.registry.role_of_name(actor.name)


def is_civil(actor: ActorName) -> bool:
    return actor.id is None and is_private(fold(actor.name))


def armed(
    actors: Sequence[ActorName], on: date | None, material: Material, country: str
) -> list[tuple[str, str]]:
    """Name and role of the armed ones, by the registry's name, each once."""
    found: dict[str, str] = {}
    for actor in actors:
        if told := role(actor, on, material, country):
            name = material.registry.name(actor.id) if actor.id else actor.name
            found.setdefault(name, told)
    return list(found.items())


def inter(told: str | None) -> str:
    return str(table("exports")["acled"]["inter"][told]) if told else ""


def column(
    event: Event, slot: str, on: date | None, material: Material, country: str
) -> tuple[str, str, str]:
    """The first party of a slot, the others, and the label of the first.

    Protesters and rioters act in protests; violence on civilians is done to civilians.
    """
    actors = event.actor if slot == "actor" else event.target
    found = armed(actors, on, material, country)
    protest = table("exports")["acled"]["protest"].get(event.kind)
    suppressed = event.kind == "protest.suppress"
    if protest and slot == ("target" if suppressed else "actor"):
        return f"{protest} ({country_name(event, material)})", joined(found), protest
    if not found and slot == "target" and hits_civilians(event):
        return f"{CIVILIANS} ({country_name(event, material)})", "", CIVILIANS
    if not found:
        return "", "", ""
    return found[0][0], joined(found[1:]), inter(found[0][1])


def hits_civilians(event: Event) -> bool:
    return event.kind.startswith("civilians.") or any(map(is_civil, event.target))


def country_name(event: Event, material: Material) -> str:
    return material.where.spot(event.place).country or "unknown"


def joined(found: Sequence[tuple[str, str]]) -> str:
    return "; ".join(name for name, _ in found)


def interaction(first: str, second: str) -> str:
    """As in "State forces-Rebel group", "Rebel group only"."""
    if not first and not second:
        return ""
    return f"{first}-{second}" if first and second else f"{first or second} only"
