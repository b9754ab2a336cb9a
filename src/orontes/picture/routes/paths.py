"""Shortest ways through a graph."""

from collections.abc import Callable, Collection, Iterable
from heapq import heappop, heappush

from orontes.picture.routes.graph import Graph

Path = list[tuple[int, int]]
"""Steps: the link taken, and the node that it leads to."""
Passes = Callable[[int], bool]
Cost = Callable[[int], float]


def least(
    graph: Graph, start: int, end: int, passes: Passes, cost: Cost | None = None
) -> Path | None:
    """The least way on which every place between the ends passes; None if there is none."""
    came = search(graph, {start: 0.0}, passes, cost, end)[1]
    if end not in came and end != start:
        return None
    steps: Path = []
    here = end
    while here != start:
        before, link = came[here]
        steps.append((link, here))
        here = before
    return steps[::-1]


def search(
    graph: Graph,
    starts: dict[int, float],
    passes: Passes,
    cost: Cost | None = None,
    end: int | None = None,
    reach: float = float("inf"),
) -> tuple[dict[int, float], dict[int, tuple[int, int]]]:
    """Kilometres (or costs) from the starts to every node within reach, and whence each is come to.

    A node that does not pass is reached, but not gone through. Ties go to the lower number.
    """
    far: dict[int, float] = {}
    came: dict[int, tuple[int, int]] = {}
    queue = [(km, node, -1, -1) for node, km in sorted(starts.items())]
    queue.sort()
    while queue:
        km, here, before, by = heappop(queue)
        if here in far:
            continue
        far[here] = km
        if by >= 0:
            came[here] = (before, by)
        if here == end:
            break
        if here not in starts and not passes(here):
            continue
        for there, link in graph.out[here]:
            further = km + (cost(link) if cost else graph.links[link].km)
            if there not in far and further <= reach:
                heappush(queue, (further, there, here, link))
    return far, came


def joined(graph: Graph, start: int, end: int, passes: Passes) -> bool:
    """Whether any way is left."""
    seen, stack = {start}, [start]
    while stack:
        here = stack.pop()
        if here == end:
            return True
        if here != start and not passes(here):
            continue
        for there, _ in graph.out[here]:
            if there not in seen:
                seen.add(there)
                stack.append(there)
    return False


def kilometres(graph: Graph, path: Path, links: Collection[int] | None = None) -> float:
    """Length of a way, or of what it shares with ``links``."""
    return sum(graph.links[link].km for link, _ in path if links is None or link in links)


def nodes_of(start: int, path: Iterable[tuple[int, int]]) -> list[int]:
    return [start, *(node for _, node in path)]
