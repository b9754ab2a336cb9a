from collections.abc import Iterable
from datetime import date, datetime

from orontes.events.keys import place_key
from orontes.events.known import known_by, order
from orontes.model.claim import Claim
from orontes.model.picture import Position, Route
from orontes.model.told import Told
from orontes.picture.stances import leaning
from orontes.picture.toll import begun

NEVER = frozenset({"statement.assess"})
TOLD = frozenset({"asserted", "attributed"})
ROUTES = frozenset({"route.cut", "route.open", "route.threaten", "territory.encircle"})
OVERTURNS = {
    "route.cut": ("route.open",),
    "route.threaten": ("route.open",),
    "route.open": ("route.cut",),
}
RISKS = frozenset({"possible", "planned"})


def positions(
    told: Iterable[Told], at: date | None = None, known: datetime | None = None
) -> list[Position]:
    """Who said or did what about whom: statements and ties, the newest first.

    One row for each actor, kind and target; the same said again adds its claims to the row.
    """
    groups: dict[tuple[object, ...], list[tuple[Told, int]]] = {}
    for one in known_by(told, known):
        kind = one.claim.kind
        if not kind.startswith(("statement.", "relation.")) or kind in NEVER:
            continue
        if one.claim.stance in TOLD and begun(one, at):
            for number, actor in enumerate(one.claim.actor):
                target = tuple(sorted(other.id or other.name for other in one.claim.target))
                day = one.known.date() if one.known and kind.startswith("statement.") else None
                key = (actor.id or actor.name.casefold(), kind, target, day)
                groups.setdefault(key, []).append((one, number))
    rows = [position(group) for group in groups.values()]
    return list(reversed(rows))


def position(group: list[tuple[Told, int]]) -> Position:
    first, number = group[0]
    claim = first.claim
    about = next((one.claim.about for one, _ in group if one.claim.about), None)
    best = min((one for one, _ in group), key=lambda one: (len(one.claim.quote), order(one)))
    return Position(
        actor=claim.actor[number],
        kind=claim.kind,
        target=claim.target,
        about=about,
        when=claim.when,
        known=first.known,
        claims=tuple(one.claim.id for one, _ in group),
        quote=best.claim.quote,
        said_by=best.claim.said_by,
        publisher=best.root.publisher,
        leaning=leaning(claim.kind, about, bool(claim.target)),
    )


def routes(
    told: Iterable[Told], at: date | None = None, known: datetime | None = None
) -> list[Route]:
    """Roads and lines that reports call cut, open or threatened, and places called encircled.

    The newest comes first; a threat may be a mere possibility. A line told to be open is no longer
    listed as cut or threatened, nor one cut as open.
    """
    groups: dict[tuple[object, ...], list[Told]] = {}
    for one in known_by(told, known):
        claim = one.claim
        risk = claim.kind == "route.threaten" and claim.stance in RISKS
        if claim.kind in ROUTES and (claim.stance in TOLD or risk) and begun(one, at):
            groups.setdefault((claim.kind, *line(claim)), []).append(one)
    last = sorted(groups.values(), key=lambda group: order(group[-1]), reverse=True)
    return [route(group) for group in last if not overturned(group, groups)]


def line(claim: Claim) -> tuple[str, ...]:
    """What is cut or open, whatever the order of its ends; a claim that names no place is alone."""
    places = claim.route or ((claim.place,) if claim.place else ())
    return tuple(sorted(place_key(place) for place in places)) or (claim.id,)


def overturned(group: list[Told], groups: dict[tuple[object, ...], list[Told]]) -> bool:
    claim = group[-1].claim
    if not claim.route:
        return False
    others = [groups.get((kind, *line(claim)), []) for kind in OVERTURNS.get(claim.kind, ())]
    return any(other and order(other[-1]) > order(group[-1]) for other in others)


def route(group: list[Told]) -> Route:
    last = group[-1].claim
    return Route(
        state=last.kind.split(".")[1],
        places=last.route or ((last.place,) if last.place else ()),
        actor=last.actor,
        target=last.target,
        sides=next((one.claim.sides for one in reversed(group) if one.claim.sides), None),
        when=last.when,
        known=group[-1].known,
        claims=tuple(one.claim.id for one in group),
    )
