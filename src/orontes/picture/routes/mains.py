"""The main places of a war, and which of them are next to each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from orontes.picture.routes.graph import Graph
from orontes.picture.routes.paths import search
from orontes.picture.routes.rules import figure

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mains:
    """A graph of main places (by their nodes): the length of the way to each that is next."""

    graph: Graph
    next_to: dict[int, dict[int, float]]

    def without(self, gone: Iterable[int]) -> "Mains":
        out = set(gone)
        kept = {
            one: {other: km for other, km in near.items() if other not in out}
            for one, near in self.next_to.items()
            if one not in out
        }
        return Mains(self.graph, kept)

    def way(self, start: int, end: int) -> tuple[float, list[int]] | None:
        """Length and places of the shortest way by main places."""
        if start not in self.next_to or end not in self.next_to:
            return None
        best: dict[int, tuple[float, list[int]]] = {start: (0.0, [start])}
        todo = {start}
        done: set[int] = set()
        while todo:
            here = min(todo, key=lambda one: (best[one][0], one))
            todo.remove(here)
            done.add(here)
            if here == end:
                return best[here]
            for there, km in sorted(self.next_to[here].items()):
                further = best[here][0] + km
                if there not in done and (there not in best or further < best[there][0]):
                    best[there] = further, [*best[here][1], there]
                    todo.add(there)
        return None

    def needed(self, start: int, end: int) -> list[int]:
        """The places between without which there is no way, in order."""
        found = self.way(start, end)
        between = found[1][1:-1] if found else []
        return [one for one in between if self.without([one]).way(start, end) is None]


def mains(graph: Graph, told: Iterable[int]) -> Mains:
    """The most populous of the places of which a holder is told, and their neighbours.

    Two are next to each other where the ground nearest to one meets that of the other, unless the
    way by a third, between them, is hardly longer.
    """
    size = int(figure("captures", "main"))
    towns = {node for node in told if is_town(graph, node)}
    seats = sorted(towns, key=lambda n: (-graph.nodes[n].population, graph.nodes[n].key))[:size]
    return Mains(graph, pruned(meetings(graph, seats)))


def is_town(graph: Graph, node: int) -> bool:
    one = graph.nodes[node]
    return bool(one.population and one.place and not one.place.facility)


def meetings(graph: Graph, seats: Sequence[int]) -> dict[int, dict[int, float]]:
    far, came = search(graph, dict.fromkeys(seats, 0.0), lambda _: True)
    seat: dict[int, int] = {}
    for node in far:
        seat[node] = seat[came[node][0]] if node in came else node
    found: dict[int, dict[int, float]] = {one: {} for one in sorted(seats)}
    for link in graph.links:
        if link.a not in seat or link.b not in seat or seat[link.a] == seat[link.b]:
            continue
        a, b = seat[link.a], seat[link.b]
        km = min(far[link.a] + link.km + far[link.b], found[a].get(b, float("inf")))
        found[a][b] = found[b][a] = km
    return found


def pruned(near: dict[int, dict[int, float]]) -> dict[int, dict[int, float]]:
    most = figure("captures", "between")
    return {
        one: {
            other: km
            for other, km in beside.items()
            if not any(
                beside[third] + near[third].get(other, float("inf")) <= most * km
                for third in beside
                if third != other
            )
        }
        for one, beside in near.items()
    }
