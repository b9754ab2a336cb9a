"""How actors stand to each other: a matrix of their positions, and how each moved in time."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from orontes.actors.asked import Asked
from orontes.events.keys import fold
from orontes.events.sides import Sides
from orontes.model.names import ActorName
from orontes.model.picture import Position
from orontes.model.stance import Cell, Leaning, Stance
from orontes.vocabulary.load import table

Pair = tuple[ActorName, ActorName | None]


def leaning(kind: str, about: str | None, target: bool) -> Leaning:
    """For or against the target, talks, or neither; no target, no leaning (``positions.toml``)."""
    rules = table("positions")
    if kind in rules["leaning"]["talks"]:
        return "talks"
    if not target:
        return "other"
    if kind == "statement.pledge":
        words = fold(about or "")
        return "for" if words.startswith(tuple(rules["pledge"]["for"])) else "other"
    if kind in rules["leaning"]["for"]:
        return "for"
    return "against" if kind in rules["leaning"]["against"] else "other"


def pairs(position: Position) -> Iterator[Pair]:
    """The position towards each of its targets, or towards nobody."""
    yield from ((position.actor, target) for target in position.target or (None,))


def key(actor: ActorName | None) -> str:
    return (actor.id or f"name:{fold(actor.name)}") if actor else ""


def day_of(position: Position) -> date | None:
    """The day on which a position was told; without one, the last that it tells of."""
    if position.known:
        return position.known.date()
    return (position.when.latest or position.when.earliest) if position.when else None


def grouped(positions: Iterable[Position]) -> list[tuple[Pair, list[Position]]]:
    """Positions by actor and target, in the order of days; pairs by actor, then target."""
    groups: dict[tuple[str, str], tuple[Pair, list[Position]]] = {}
    for one in sorted(positions, key=lambda p: (day_of(p) or date.max, p.claims)):
        for pair in pairs(one):
            entry = groups.setdefault((key(pair[0]), key(pair[1])), (pair, []))
            entry[1].append(one)
    return [groups[name] for name in sorted(groups)]


def cells(positions: Iterable[Position]) -> list[Cell]:
    """One for each actor and target, those of most positions first."""
    made = [cell(pair, told) for pair, told in grouped(positions)]
    return sorted(made, key=lambda one: -sum(count for _, count in one.kinds))


def cell(pair: Pair, told: Sequence[Position]) -> Cell:
    leanings = Counter(one.leaning for one in told)
    balance = leanings["for"] - leanings["against"]
    prevails = "for" if balance > 0 else "against" if balance < 0 else None
    best = min(
        (one for one in told if prevails in (None, one.leaning)),
        key=lambda one: (len(one.quote), one.claims),
    )
    days = [day for one in told if (day := day_of(one))]
    return Cell(
        actor=pair[0],
        target=pair[1],
        balance=balance,
        leanings=tuple(sorted(leanings.items())),
        kinds=tuple(sorted(Counter(one.kind for one in told).items())),
        first=min(days, default=None),
        last=max(days, default=None),
        quote=best.quote,
        said_by=best.said_by,
        publisher=best.publisher,
        claims=tuple(dict.fromkeys(claim for one in told for claim in one.claims)),
    )


def stances(positions: Iterable[Position]) -> list[Stance]:
    """Every position by day, pair by pair; a turn from for to against, or back, is marked."""
    found: list[Stance] = []
    for pair, told in grouped(positions):
        stood: Leaning | None = None
        for one in told:
            lean = one.leaning if one.leaning in ("for", "against") else None
            found.append(stance(pair, one, lean if stood and lean != stood else None))
            stood = lean or stood
    return found


def stance(pair: Pair, position: Position, shift: Leaning | None) -> Stance:
    return Stance(
        actor=pair[0],
        target=pair[1],
        day=day_of(position),
        kind=position.kind,
        leaning=position.leaning,
        shift=shift,
        about=position.about,
        quote=position.quote,
        said_by=position.said_by,
        publisher=position.publisher,
        claims=position.claims,
    )


def at_level(positions: Iterable[Position], sides: Sides, of_sides: bool) -> list[Position]:
    """The positions with actors and targets under their names in the registry.

    ``of_sides``: as the sides on which they stood that day.
    """

    def known(actor: ActorName, on: date | None) -> ActorName:
        if not actor.id:
            return actor
        identity = sides.side(actor.id, on) if of_sides else actor.id
        return ActorName(sides.name(identity), identity)

    return [
        replace(
            one,
            actor=known(one.actor, day_of(one)),
            target=tuple(dict.fromkeys(known(other, day_of(one)) for other in one.target)),
        )
        for one in positions
    ]


def taken(
    positions: Iterable[Position], actor: Asked | None, target: Asked | None, since: date | None
) -> list[Position]:
    """The positions of an actor, told from a day on, towards a target; other targets left out."""
    found = []
    for one in positions:
        day = day_of(one)
        towards = tuple(other for other in one.target if not target or target.means(other, day))
        late = since is None or (day is not None and day >= since)
        if late and (not actor or actor.means(one.actor, day)) and (towards or not target):
            found.append(replace(one, target=towards))
    return found
