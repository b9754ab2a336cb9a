"""A path as stretches from place to place, with what is told of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from orontes.events.sides import Sides
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.model.ways import Ground as Place
from orontes.model.ways import Keeps, Mention, Stretch, Way
from orontes.picture.routes.graph import Graph, Point
from orontes.picture.routes.ground import Ground
from orontes.picture.routes.lines import told_of_legs
from orontes.picture.routes.paths import Path
from orontes.picture.routes.tellings import (
    Dated,
    Tellings,
    crossings,
    curfews,
    ids,
    incidents,
    mines,
)
from orontes.picture.supposed import named


@dataclass(frozen=True, slots=True)
class Leg:
    """Links in a row between two places, junctions passed over."""

    start: int
    end: int
    km: float
    along: tuple[str, ...]
    shape: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every stretch is filled from."""

    ground: Ground
    rows: dict[int, Control]
    tellings: Tellings
    counted: Sequence[Told]
    sides: Sides

    @property
    def graph(self) -> Graph:
        return self.ground.graph


def way(
    sheet: Sheet, number: int, start: int, path: Path, keeps: Keeps | None, one: set[int]
) -> Way:
    """``one`` are the single places on which the connection depends."""
    graph = sheet.graph
    parts = legs(graph, start, path)
    shapes = [(graph.nodes[leg.start].key, graph.nodes[leg.end].key, leg.shape) for leg in parts]
    lines = told_of_legs(sheet.counted, shapes)
    made = tuple(
        replace(stretch(sheet, leg), routes=claims, single=leg.end in one)
        for leg, claims in zip(parts, lines, strict=True)
    )
    return Way(number, sum(leg.km for leg in parts), graph.assumed, keeps, made)


def legs(graph: Graph, start: int, path: Path) -> list[Leg]:
    found: list[Leg] = []
    here, km, along = start, 0.0, list[str]()
    shape: list[Point] = []
    for link, node in path:
        came = path_start(graph, link, node)
        shape += graph.shape(link, came)[1 if shape else 0 :]
        km += graph.links[link].km
        along += graph.links[link].along
        if graph.nodes[node].place:
            found.append(Leg(here, node, km, tuple(dict.fromkeys(along)), tuple(shape)))
            here, km, along, shape = node, 0.0, [], []
    return found


def path_start(graph: Graph, link: int, end: int) -> int:
    one = graph.links[link]
    return one.a if one.b == end else one.b


def stretch(sheet: Sheet, leg: Leg) -> Stretch:
    told = sheet.tellings.beside(leg.shape)
    ground = sheet.ground
    holders = ground.holder(leg.start), ground.holder(leg.end)
    return Stretch(
        start=place(sheet, leg.start),
        end=place(sheet, leg.end),
        km=leg.km,
        assumed=sheet.graph.assumed,
        along=leg.along,
        last=mention(told[-1], sheet.tellings) if told else None,
        incidents=incidents(told, sheet.tellings.asof, sheet.sides),
        curfews=ids(curfews(told)),
        mines=ids(mines(told)),
        crossings=ids(crossings(told)),
        routes=(),
        turns=None not in holders and holders[0] != holders[1],
        single=False,
        shape=leg.shape,
    )


def mention(one: Dated, tellings: Tellings) -> Mention:
    return Mention(one.told.claim.id, one.kind, one.place, one.day, (tellings.asof - one.day).days)


def place(sheet: Sheet, node: int) -> Place:
    """A node with who is told to hold it, or the nearest place of which it is told."""
    row, seat = sheet.rows.get(node), sheet.ground.cell.get(node)
    known = sheet.graph.nodes[node].place
    assert known is not None
    near = sheet.rows[seat] if seat is not None and seat != node else None
    return Place(
        place=known,
        holder=row.holder if row else None,
        holder_name=named(row) if row else None,
        contested=row.contested if row else False,
        last_reported=row.last_reported if row else None,
        nearest=near.place if near else None,
        nearest_holder=named(near) if near else None,
        claims=row.claims if row else (),
    )
