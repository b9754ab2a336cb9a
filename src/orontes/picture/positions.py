from collections.abc import Iterable
from datetime import date, datetime

from orontes.events.known import known_by
from orontes.model.picture import Position, Route
from orontes.model.told import Told
from orontes.picture.toll import begun

NEVER = frozenset({"statement.assess"})
TOLD = frozenset({"asserted", "attributed"})
ROUTES = frozenset({"route.cut", "route.open", "route.threaten", "territory.encircle"})
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
    return Position(
        actor=claim.actor[number],
        kind=claim.kind,
        target=claim.target,
        about=next((one.claim.about for one, _ in group if one.claim.about), None),
        when=claim.when,
        known=first.known,
        claims=tuple(one.claim.id for one, _ in group),
    )


def routes(
    told: Iterable[Told], at: date | None = None, known: datetime | None = None
) -> list[Route]:
    """Roads and lines that reports call cut, open or threatened, and places called encircled.

    The newest word on the same places and state comes first; a threat may be a mere possibility.
    """
    groups: dict[tuple[object, ...], list[Told]] = {}
    for one in known_by(told, known):
        claim = one.claim
        risk = claim.kind == "route.threaten" and claim.stance in RISKS
        if claim.kind in ROUTES and (claim.stance in TOLD or risk) and begun(one, at):
            places = claim.route or ((claim.place,) if claim.place else ())
            key = (claim.kind, tuple(sorted(place.id or place.name for place in places)))
            groups.setdefault(key, []).append(one)
    return list(reversed([route(group) for group in groups.values()]))


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
