"""How far a place is encircled: what its exits lead to, beside what reports claim."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import atan2, cos, degrees, radians

from orontes.events.keys import place_key
from orontes.model.names import PlaceName
from orontes.model.told import Told
from orontes.model.ways import Encirclement, Exit
from orontes.picture.dossier import day_of
from orontes.picture.routes.connection import Standing
from orontes.picture.routes.graph import Graph, Node
from orontes.picture.routes.paths import search
from orontes.picture.routes.rules import figure
from orontes.picture.standing import name_of
from orontes.picture.supposed import remark

SIDES = ("north", "east", "south", "west")
Bounds = tuple[int, int]


def encirclement(now: Standing, node: int) -> Encirclement:
    """Of the place at ``node``, as seen by who holds it.

    A way out leads through places without report to the first told one within reach. A side of
    the compass is closed if all that its ways lead to is told to be in hostile hands, and free if
    any of it is the holder's own.
    """
    ground, place = now.sheet.ground, place_at(now.sheet.graph, node)
    side = ground.holder(node)
    exits = tuple(
        sorted(exits_of(now, node, side), key=lambda one: (one.bearing, one.towards.name))
    )
    outer = frontier(now, node, side)
    closed = tuple(name for name in SIDES if shut(outer, name))
    free = tuple(name for name in SIDES if any(o.side == name and o.own for o in outer))
    row = now.sheet.rows.get(node)
    told = reports(now, place, row.since if row else None)
    report = next((one for one in reversed(told) if one.claim.sides), None)
    claimed = report.claim.sides if report else None
    sides = len(closed), len(SIDES) - len(free)
    return Encirclement(
        place=place,
        holder=side,
        holder_name=name_of(side, now.sheet.sides) if side else None,
        at=now.at,
        exits=exits,
        share=shares(exits),
        sides=sides,
        best=min(max(claimed, sides[0]), sides[1]) if claimed else sides[0],
        closed=closed,
        free=free,
        claimed=claimed,
        claims=tuple(one.claim.id for one in told),
        assumed=now.sheet.graph.assumed,
        why=f"{why(closed, free, sides, claimed)} {remark(now.supposed)}".strip(),
    )


@dataclass(frozen=True, slots=True)
class Outer:
    """The first told place on a way out."""

    node: int
    km: float
    side: str
    own: bool
    hostile: bool


def frontier(now: Standing, node: int, side: str | None) -> list[Outer]:
    ground, graph = now.sheet.ground, now.sheet.graph

    def silent(one: int) -> bool:
        return one not in ground.told

    far, _ = search(graph, {node: 0.0}, silent, reach=figure("siege", "reach"))
    found = []
    for one, km in far.items():
        if one != node and one in ground.told:
            relation = ground.relation(ground.told[one], side)
            where = quadrant(bearing(graph.nodes[node], graph.nodes[one]))
            found.append(Outer(one, km, where, relation == "own", relation == "hostile"))
    return found


def shut(outer: Sequence[Outer], name: str) -> bool:
    there = [one for one in outer if one.side == name]
    return bool(there) and all(one.hostile for one in there)


def exits_of(now: Standing, node: int, side: str | None) -> list[Exit]:
    """One for each neighbour, with the first told place that it leads to, back ways left out."""
    graph, ground = now.sheet.graph, now.sheet.ground
    found = []
    for first, link in graph.out[node]:
        lead = first_told(now, first, node, graph.links[link].km)
        row = now.sheet.rows.get(lead[0]) if lead else None
        degree = bearing(graph.nodes[node], graph.nodes[first])
        found.append(
            Exit(
                towards=place_at(graph, first),
                bearing=round(degree, 1),
                side=quadrant(degree),
                holder=row.holder if row else None,
                first_told=row.place if row else None,
                km=round(lead[1], 1) if lead else None,
                hostile=row is not None and ground.relation(row.holder, side) == "hostile",
                claims=row.claims if row else (),
            )
        )
    return found


def first_told(now: Standing, first: int, back: int, km: float) -> tuple[int, float] | None:
    ground = now.sheet.ground

    def silent(one: int) -> bool:
        return one not in ground.told and one != back

    far, _ = search(now.sheet.graph, {first: km}, silent, reach=figure("siege", "reach"))
    told = [(length, one) for one, length in far.items() if one in ground.told and one != back]
    return (min(told)[1], min(told)[0]) if told else None


def place_at(graph: Graph, node: int) -> PlaceName:
    one = graph.nodes[node]
    return one.place or PlaceName("a junction", None, one.lat, one.lon)


def bearing(here: Node, there: Node) -> float:
    """Degrees clockwise from north."""
    east = (there.lon - here.lon) * cos(radians((here.lat + there.lat) / 2))
    return degrees(atan2(east, there.lat - here.lat)) % 360


def quadrant(degree: float) -> str:
    return SIDES[int((degree + 45) // 90) % 4]


def shares(exits: Sequence[Exit]) -> tuple[float, float]:
    if not exits:
        return 0.0, 0.0
    hostile = sum(one.hostile for one in exits)
    silent = sum(one.holder is None for one in exits)
    return round(hostile / len(exits), 2), round((hostile + silent) / len(exits), 2)


def reports(now: Standing, place: PlaceName, since: date | None) -> list[Told]:
    """Reports of an encirclement under this holder that still count, in order of publication."""
    days = figure("siege", "days")
    return [
        one
        for one in now.sheet.counted
        if encircles(one, place)
        and (day := day_of(one)) is not None
        and 0 <= (now.at - day).days <= days
        and (since is None or day >= since)
    ]


def encircles(one: Told, place: PlaceName) -> bool:
    claim = one.claim
    return (
        claim.kind == "territory.encircle"
        and claim.stance in ("asserted", "attributed")
        and claim.place is not None
        and place_key(claim.place) == place_key(place)
    )


def why(closed: Sequence[str], free: Sequence[str], sides: Bounds, claimed: int | None) -> str:
    """One sentence: what the graph tells of each side, and what is claimed beside it."""
    silent = [name for name in SIDES if name not in closed and name not in free]
    parts = []
    if closed:
        parts.append(f"{listed(closed)}: the first places told of are in hostile hands")
    if free:
        parts.append(f"{listed(free)}: the holder's own ground is within reach")
    if silent:
        parts.append(f"{listed(silent)}: no report that decides it")
    if claimed:
        within = "within" if sides[0] <= claimed <= sides[1] else "outside"
        parts.append(f"claimed: {claimed} of 4 sides, {within} what the places allow")
    return "; ".join(parts) + "."


def listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
