"""Which places the assumed graph joins: those that reports name, and the towns between them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import Protocol

from orontes.events.keys import place_key
from orontes.model.claim import Claim
from orontes.model.names import PlaceName
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.routes.gabriel import plane
from orontes.picture.routes.graph import Node
from orontes.picture.routes.named import roads
from orontes.picture.routes.rules import figure, words
from orontes.places.place import Place

SHARE = 0.05
KINDS = ("settlement", "mountain")
STEPS = (-1, 0, 1)
Box = tuple[float, float, float, float]


class Settlements(Protocol):
    """What is asked of the gazetteer."""

    def get(self, identity: str) -> Place | None: ...

    def within(self, box: Box, least: int) -> list[Place]: ...


def choose(
    told: Sequence[Told],
    gazetteer: Settlements,
    extra: Iterable[PlaceName] = (),
    given: Sequence[PlaceName] = (),
) -> tuple[list[Node], list[Node]]:
    """The places of the graph, and the foreign ones that lie between them.

    ``told`` is in order of publication: a place keeps the first name that a report gave it.
    ``given`` are the places of the initial table.
    """
    lands = countries(told, given)
    named = {place_key(p): p for p in extra}
    for place in (*places_told(told), *given):
        if place.country in lands and place.kind in KINDS:
            named.setdefault(place_key(place), place)
    if not named:
        return [], []
    box = around(named.values())
    for town in trunk_towns(lands, box):
        named.setdefault(place_key(town), town)
    own = [node_of(key, place, gazetteer) for key, place in named.items() if place.lat is not None]
    fill = [p for p in gazetteer.within(box, int(figure("graph", "least"))) if p.id not in named]
    fill = fill[: int(figure("graph", "most"))]
    kept = apart(own, [filler(place) for place in fill])
    ours = [node for node in kept if node.place and node.place.country in lands]
    return sorted_nodes([*own, *ours]), sorted_nodes(n for n in kept if n not in ours)


def sorted_nodes(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: node.key)


def places_of(initial: Sequence[Control]) -> list[PlaceName]:
    """The places of the initial table that have coordinates; where no country is known, its most
    common one."""
    lands = Counter(row.country for row in initial if row.country)
    usual = lands.most_common(1)[0][0] if lands else None
    return [
        PlaceName(row.place, row.place_id, row.lat, row.lon, "settlement", row.country or usual)
        for row in initial
        if row.lat is not None and row.lon is not None
    ]


def countries(told: Iterable[Told], given: Iterable[PlaceName] = ()) -> frozenset[str]:
    """Where the war is told to be, one misread claim or two left out."""
    counted = Counter(place.country for place in given if place.country)
    counted.update(
        one.claim.place.country
        for one in told
        if one.claim.kind.startswith(("territory.", "battle."))
        and one.claim.place
        and one.claim.place.country
    )
    total = sum(counted.values())
    return frozenset(land for land, number in counted.items() if land and number >= SHARE * total)


def tells_of_ground(claim: Claim) -> bool:
    kinds = words("report", "kinds")
    return claim.kind in kinds or claim.kind.split(".")[0] in kinds


def places_told(told: Iterable[Told]) -> Iterator[PlaceName]:
    for one in told:
        claim = one.claim
        if tells_of_ground(claim):
            for place in (claim.place, claim.origin, claim.destination, *claim.route):
                if place and place.lat is not None and place.lon is not None:
                    yield place


def around(places: Iterable[PlaceName]) -> Box:
    """South, west, north and east of all the places, with a margin."""
    points = [(p.lat, p.lon) for p in places if p.lat is not None and p.lon is not None]
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    wide = figure("graph", "margin")
    return min(lats) - wide, min(lons) - wide, max(lats) + wide, max(lons) + wide


def inside(place: PlaceName, box: Box) -> bool:
    south, west, north, east = box
    return (
        place.lat is not None
        and place.lon is not None
        and south <= place.lat <= north
        and west <= place.lon <= east
    )


def trunk_towns(lands: frozenset[str], box: Box) -> Iterator[PlaceName]:
    for towns in roads().values():
        yield from (town for town in towns if town.country in lands and inside(town, box))


def node_of(key: str, place: PlaceName, gazetteer: Settlements) -> Node:
    known = gazetteer.get(place.id) if place.id else None
    people = known.population if known and place.kind == "settlement" else 0
    return Node(key, place.lat or 0.0, place.lon or 0.0, place, people)


def filler(place: Place) -> Node:
    name = PlaceName(place.name, place.id, place.lat, place.lon, place.kind, place.country)
    return Node(place.id, place.lat, place.lon, name, place.population)


def apart(own: Sequence[Node], fill: Sequence[Node]) -> list[Node]:
    """The towns that lie clear of the named places and of larger towns, which spread with size."""
    spots = plane([(node.lat, node.lon) for node in (*own, *fill)]).tolist()
    widest = max([breadth(node) for node in (*own, *fill)], default=1.0)
    grid: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
    kept = []
    for number, (node, (x, y)) in enumerate(zip((*own, *fill), spots, strict=True)):
        cell = int(x // widest), int(y // widest)
        near = [
            one for i in STEPS for j in STEPS for one in grid.get((cell[0] + i, cell[1] + j), ())
        ]
        close = any((x - a) ** 2 + (y - b) ** 2 < wide**2 for a, b, wide in near)
        if number < len(own) or not close:
            grid.setdefault(cell, []).append((x, y, breadth(node)))
            if number >= len(own):
                kept.append(node)
    return kept


def breadth(node: Node) -> float:
    return max(figure("graph", "apart"), figure("graph", "spread") * sqrt(node.population))
