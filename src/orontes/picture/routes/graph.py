"""Places and the links between them, whether assumed or from imported roads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from orontes.model.names import PlaceName

Point = tuple[float, float]
"""Latitude and longitude, in degrees."""


@dataclass(frozen=True, slots=True)
class Node:
    """A place, or (``place`` None) a junction of imported roads."""

    key: str
    lat: float
    lon: float
    place: PlaceName | None = None
    population: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A way between two nodes, by their numbers; ``shape`` are the points from ``a`` to ``b``."""

    a: int
    b: int
    km: float
    along: tuple[str, ...] = ()
    shape: tuple[Point, ...] = ()


class Graph:
    """``assumed``: no roads were imported, so links are guesses from how places lie."""

    def __init__(self, nodes: Sequence[Node], links: Iterable[Link], assumed: bool = True) -> None:
        self.nodes = tuple(nodes)
        self.links = tuple(links)
        self.assumed = assumed
        self.index = {node.key: number for number, node in enumerate(self.nodes)}
        self.out: list[list[tuple[int, int]]] = [[] for _ in self.nodes]
        for number, link in enumerate(self.links):
            self.out[link.a].append((link.b, number))
            self.out[link.b].append((link.a, number))

    def name(self, node: int) -> str:
        place = self.nodes[node].place
        return place.name if place else "a junction"

    def shape(self, link: int, start: int) -> list[Point]:
        """The points of a link from one of its ends to the other."""
        one = self.links[link]
        ends = [(self.nodes[n].lat, self.nodes[n].lon) for n in (one.a, one.b)]
        points = list(one.shape) or ends
        return points if start == one.a else points[::-1]
