"""The sheet of a connection: its ways in stretches, and on what it depends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from orontes.events.keys import place_key
from orontes.events.known import known_by
from orontes.events.sides import Sides, Unsided
from orontes.model.picture import Control, Route
from orontes.model.told import Told
from orontes.model.ways import Connection, Keeps, Way
from orontes.picture.control import control
from orontes.picture.evidence import setting_of
from orontes.picture.ground import Ground as Land
from orontes.picture.ledger import last_day
from orontes.picture.positions import routes
from orontes.picture.routes.graph import Graph
from orontes.picture.routes.ground import Ground, held_by, rows_by_node
from orontes.picture.routes.paths import Path, least
from orontes.picture.routes.rules import clearance
from orontes.picture.routes.stretches import Sheet, place, way
from orontes.picture.routes.tellings import Tellings
from orontes.picture.routes.ways import singles, ways
from orontes.picture.standing import name_of
from orontes.picture.supposed import remark, sentences
from orontes.picture.toll import begun


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand at (``at``, ``known``) on a graph; ``supposed`` is what no report tells."""

    sheet: Sheet
    at: date
    reported: Sequence[Route]
    supposed: Sequence[str] = ()


def standing(
    graph: Graph,
    told: Iterable[Told],
    at: date | None = None,
    known: datetime | None = None,
    registry: Sides | None = None,
    initial: Sequence[Control] = (),
    land: Land | None = None,
) -> Standing:
    """Without ``at`` as of the last day told of."""
    sides = registry or Unsided()
    counted = known_by(told, known)
    asof = at or last_day(counted)
    rows = control(counted, at, known, sides, initial, land)
    ground = Ground(graph, held_by(rows), setting_of(counted, sides).foes)
    begun_by_then = [one for one in counted if begun(one, at)]
    sheet = Sheet(
        ground, rows_by_node(graph, rows), Tellings(begun_by_then, asof), begun_by_then, sides
    )
    reported = [row for row in routes(begun_by_then, at, known) if row.state != "encircle"]
    return Standing(sheet, asof, reported, sentences(initial, asof))


def connection(now: Standing, start: int, end: int) -> Connection:
    """The ways from one place of the graph to another, for the side that holds the first."""
    side = now.sheet.ground.holder(start)
    found = ways(now.sheet.ground, start, end, side)
    one = (
        singles(now.sheet.ground, start, end, side, found[0][1])
        if found and found[0][0] == "own"
        else []
    )
    return made(now, start, end, side, found, one)


def along(now: Standing, towns: Sequence[int]) -> Connection:
    """A road by the places that it passes, in order."""
    graph = now.sheet.graph
    path: Path = []
    for a, b in pairwise(towns):
        path += least(graph, a, b, lambda _: True) or []
    return made(now, towns[0], towns[-1], None, [(None, path)] if path else [], [])


def made(
    now: Standing,
    start: int,
    end: int,
    side: str | None,
    found: Sequence[tuple[Keeps | None, Path]],
    one: Sequence[int],
) -> Connection:
    drawn = tuple(
        way(now.sheet, number, start, path, keeps, set(one))
        for number, (keeps, path) in enumerate(found, 1)
    )
    first, last = now.sheet.graph.nodes[start].place, now.sheet.graph.nodes[end].place
    assert first is not None
    assert last is not None
    return Connection(
        start=first,
        end=last,
        side=side,
        side_name=name_of(side, now.sheet.sides) if side else None,
        at=now.at,
        ways=drawn,
        singles=tuple(place(now.sheet, node) for node in one),
        reported=tuple(row for row in now.reported if concerns(row, drawn, first.id, last.id)),
        clearance=f"{remark(now.supposed)} {clearance()}".strip(),
    )


def concerns(row: Route, drawn: Sequence[Way], *ends: str | None) -> bool:
    """Both places of the line lie on a way, or its only place is an end of it."""
    keys = {place_key(place) for place in row.places}
    if len(keys) == 1:
        return bool(keys & set(ends))
    return any(keys <= passed(way) for way in drawn) and bool(keys)


def passed(way: Way) -> set[str]:
    places = [way.stretches[0].start, *(one.end for one in way.stretches)] if way.stretches else []
    return {place_key(one.place) for one in places}
