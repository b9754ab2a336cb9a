"""Ways between two places for a side, and the single places on which they depend."""

from collections.abc import Iterator

from orontes.model.ways import Keeps
from orontes.picture.routes.graph import Graph
from orontes.picture.routes.ground import Ground
from orontes.picture.routes.paths import (
    Passes,
    Path,
    joined,
    kilometres,
    least,
    nodes_of,
    search,
)
from orontes.picture.routes.rules import figure


def ways(ground: Ground, start: int, end: int, side: str | None) -> list[tuple[Keeps, Path]]:
    """The least way and the next that differ: on the side's own ground if there is any such way,

    else through places of which nothing is told, else across ground of others. Places without
    report that count with the end are the way up to it, whoever holds it.
    """
    for passes in strictest_first(ground, end, side):
        found = alternatives(ground.graph, start, end, passes)
        if found:
            return [(kept(ground, path, side), path) for path in found]
    return []


def strictest_first(ground: Ground, end: int, side: str | None) -> Iterator[Passes]:
    goal = ground.cell.get(end, end)

    def own(node: int) -> bool:
        before = ground.cell.get(node) == goal and not ground.crossed(node, side)
        return before or ground.keeps(node, side)

    yield own
    yield lambda node: not ground.crossed(node, side)
    yield lambda _: True


def kept(ground: Ground, path: Path, side: str | None) -> Keeps:
    between = [node for _, node in path[:-1]]
    if any(ground.crossed(node, side) for node in between):
        return "other"
    return "own" if all(ground.keeps(node, side) for node in between) else "silent"


def alternatives(graph: Graph, start: int, end: int, passes: Passes) -> list[Path]:
    """Ways, the least first, of which each shares little with those before it.

    Round the ends, where there may be but one way out, they may go together.
    """
    found: list[Path] = []
    used: dict[int, int] = {}
    again, longest = figure("ways", "again"), figure("ways", "longest")
    far, _ = search(graph, {start: 0.0, end: 0.0}, lambda _: True, reach=figure("ways", "ends"))

    def cost(link: int) -> float:
        return graph.links[link].km * again ** used.get(link, 0)

    while len(found) < figure("ways", "most"):
        path = least(graph, start, end, passes, cost)
        if not path or (found and not differs(graph, path, found, longest)):
            break
        found.append(path)
        for link, node in path:
            used[link] = used.get(link, 0) + (node not in far)
    return sorted(found, key=lambda path: kilometres(graph, path))


def differs(graph: Graph, path: Path, earlier: list[Path], longest: float) -> bool:
    least_km = min(kilometres(graph, one) for one in earlier)
    short = kilometres(graph, path) <= longest * least_km
    return short and shared(graph, path, earlier) <= figure("ways", "shared")


def shared(graph: Graph, path: Path, earlier: list[Path]) -> float:
    """The largest part of the way that it has in common with an earlier one."""
    length = kilometres(graph, path) or 1.0
    return max(kilometres(graph, path, {link for link, _ in one}) / length for one in earlier)


def singles(ground: Ground, start: int, end: int, side: str | None, path: Path) -> list[int]:
    """The told places without which no way is left, in the order of the way.

    A place is taken away with the places without report that count with it.
    """
    ends = {start, end}
    seats = dict.fromkeys(ground.cell[n] for n in nodes_of(start, path) if n in ground.cell)
    found = []
    for seat in seats:
        if seat in ends:
            continue

        def passes(node: int, gone: int = seat) -> bool:
            return ground.cell.get(node) != gone and ground.keeps(node, side)

        if not joined(ground.graph, start, end, passes):
            found.append(seat)
    return found
