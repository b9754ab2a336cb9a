"""The graph without road data: neighbours by how places lie, at great-circle length × 1.2."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from orontes.events.keys import place_key
from orontes.picture.routes.gabriel import Pair, gabriel, plane
from orontes.picture.routes.graph import Graph, Link, Node
from orontes.picture.routes.named import roads
from orontes.picture.routes.rules import figure
from orontes.places.distance import km_between


def assumed(nodes: Sequence[Node], foreign: Sequence[Node] = ()) -> Graph:
    """A proximity graph (:mod:`gabriel`) within each country, with the trunk roads that we know.

    ``foreign`` places only stand between others: no link crosses a border. Places at one point are
    joined to each other.
    """
    spots, alike = distinct([*nodes, *foreign])
    points = plane([(node.lat, node.lon) for node in (*nodes, *foreign)])
    near = [(spots[a], spots[b]) for a, b in gabriel(points[spots])]
    own = {pair for pair in near if at_home(pair, nodes)}
    own |= {pair for pair in alike if at_home(pair, nodes)}
    own |= bridges(own, nodes) if foreign else set()
    trunk = trunk_pairs(nodes)
    links = [link(nodes, pair, tuple(trunk.get(pair, ()))) for pair in sorted(own | trunk.keys())]
    return Graph(nodes, links)


def distinct(nodes: Sequence[Node]) -> tuple[list[int], list[Pair]]:
    """The first node at each point, and pairs of nodes that share one."""
    first: dict[tuple[float, float], int] = {}
    alike = []
    for number, node in enumerate(nodes):
        there = first.setdefault((node.lat, node.lon), number)
        if there != number:
            alike.append((there, number))
    return list(first.values()), alike


def at_home(pair: Pair, nodes: Sequence[Node]) -> bool:
    return all(number < len(nodes) for number in pair) and land(nodes[pair[0]]) == land(
        nodes[pair[1]]
    )


def land(node: Node) -> str | None:
    return node.place.country if node.place else None


def bridges(own: Iterable[Pair], nodes: Sequence[Node]) -> set[Pair]:
    """Links that join parts of a country which foreign places stand between, the shortest first."""
    found: set[Pair] = set()
    for country in sorted({land(node) or "" for node in nodes}):
        ours = [i for i, node in enumerate(nodes) if (land(node) or "") == country]
        spots, _ = distinct([nodes[i] for i in ours])
        points = plane([(nodes[ours[i]].lat, nodes[ours[i]].lon) for i in spots])
        near = [(ours[spots[a]], ours[spots[b]]) for a, b in gabriel(points)]
        parts = Parts(len(nodes))
        for a, b in own:
            parts.join(a, b)
        for pair in sorted(near, key=lambda pair: (length(nodes, pair), pair)):
            if parts.join(*pair):
                found.add(pair)
    return found


class Parts:
    """Which nodes hang together (union–find)."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def root(self, one: int) -> int:
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]
            one = self._above[one]
        return one

    def join(self, a: int, b: int) -> bool:
        """Whether the two were apart before."""
        a, b = self.root(a), self.root(b)
        self._above[max(a, b)] = min(a, b)
        return a != b


def trunk_pairs(nodes: Sequence[Node]) -> dict[Pair, list[str]]:
    number = {node.key: i for i, node in enumerate(nodes)}
    found: dict[Pair, list[str]] = {}
    for road, towns in roads().items():
        there = [number[key] for town in towns if (key := place_key(town)) in number]
        for a, b in pairwise(there):
            found.setdefault((min(a, b), max(a, b)), []).append(road)
    return found


def link(nodes: Sequence[Node], pair: Pair, along: tuple[str, ...]) -> Link:
    return Link(*pair, length(nodes, pair), along)


def length(nodes: Sequence[Node], pair: Pair) -> float:
    a, b = (nodes[number] for number in pair)
    return km_between(a.lat, a.lon, b.lat, b.lon) * figure("graph", "winding")
