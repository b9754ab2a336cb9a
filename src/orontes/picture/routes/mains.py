"""The main places of a war, and which of them are next to each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from orontes.picture.routes.graph import Graph
from orontes.picture.routes.paths import search
from orontes.picture.routes.rules import figure

Near = dict[int, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Mains:
    """Main places by their nodes, and the length of the way to each that one meets.

    ``next_to`` are those of them that no third stands before.
    """

    graph: Graph
    meets: Near
    next_to: Near

    def without(self, gone: Iterable[int]) -> "Mains":
        out = set(gone)
        return Mains(self.graph, left(self.meets, out), left(self.next_to, out))

    def way(self, start: int, end: int) -> tuple[float, list[int]] | None:
        """Length and places of the shortest way by main places."""
        if start not in self.meets or end not in self.meets:
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
            for there, km in sorted(self.meets[here].items()):
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

    Two meet where the ground nearest to one meets that of the other. A third stands before one if
    the way by it is hardly longer.
    """
    size = int(figure("captures", "main"))
    towns = {node for node in told if is_town(graph, node)}
    largest = max((graph.nodes[node].population for node in towns), default=0)
    least = figure("captures", "share") * largest
    towns = {node for node in towns if graph.nodes[node].population >= least}
    seats = sorted(towns, key=lambda n: (-graph.nodes[n].population, graph.nodes[n].key))[:size]
    near = meetings(graph, seats)
    return Mains(graph, near, pruned(near))


def is_town(graph: Graph, node: int) -> bool:
    one = graph.nodes[node]
    return bool(one.population and one.place and not one.place.facility)


def meetings(graph: Graph, seats: Sequence[int]) -> Near:
    far, came = search(graph, dict.fromkeys(seats, 0.0), lambda _: True)
    seat: dict[int, int] = {}
    for node in far:
        seat[node] = seat[came[node][0]] if node in came else node
    found: Near = {one: {} for one in sorted(seats)}
    for link in graph.links:
        if link.a not in seat or link.b not in seat or seat[link.a] == seat[link.b]:
            continue
        a, b = seat[link.a], seat[link.b]
        km = min(far[link.a] + link.km + far[link.b], found[a].get(b, float("inf")))
        found[a][b] = found[b][a] = km
    return found


def left(near: Near, out: set[int]) -> Near:
    return {
        one: {other: km for other, km in beside.items() if other not in out}
        for one, beside in near.items()
        if one not in out
    }


def pruned(near: Near) -> Near:
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
