"""Whose ground each place of the graph is, told or by the nearest place of which it is told."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Literal

from orontes.model.picture import Control
from orontes.picture.routes.graph import Graph
from orontes.picture.routes.paths import search
from orontes.picture.routes.rules import figure
from orontes.picture.standing import JOINT

Relation = Literal["own", "hostile", "third", "silent"]
Foes = frozenset[tuple[str, str]]
NOBODY = frozenset({"unknown", "none"})


class Ground:
    """Holders of the places of a graph, and who is whose foe.

    A place without report counts with the nearest told place along the graph, up to a reach; what
    lies beyond is silent.
    """

    def __init__(self, graph: Graph, held: Mapping[str, str], foes: Foes) -> None:
        self.graph = graph
        self.foes = foes
        self.told = {
            graph.index[key]: holder
            for key, holder in held.items()
            if key in graph.index and holder not in NOBODY
        }

    @cached_property
    def cell(self) -> dict[int, int]:
        """For each node within reach, the told place with which it counts: itself, if told."""
        reach = figure("ground", "reach")
        starts = dict.fromkeys(sorted(self.told), 0.0)
        far, came = search(self.graph, starts, lambda _: True, reach=reach)
        cell: dict[int, int] = {}
        for node in far:
            cell[node] = cell[came[node][0]] if node in came else node
        return cell

    def holder(self, node: int) -> str | None:
        """Who is told to hold it, or the nearest told place."""
        seat = self.cell.get(node)
        return None if seat is None else self.told[seat]

    def relation(self, holder: str | None, side: str | None) -> Relation:
        if holder is None or holder in NOBODY:
            return "silent"
        ours, theirs = parties(side), parties(holder)
        if side is None or ours & theirs:
            return "own"
        hostile = any((a, b) in self.foes for a in ours for b in theirs)
        return "hostile" if hostile else "third"

    def keeps(self, node: int, side: str | None) -> bool:
        """Not on ground of others, as told or as it lies nearest."""
        return self.relation(self.holder(node), side) in ("own", "silent")

    def crossed(self, node: int, side: str | None) -> bool:
        """Told to be held by others."""
        return self.relation(self.told.get(node), side) in ("hostile", "third")


def parties(side: str | None) -> frozenset[str]:
    return frozenset((side or "").removeprefix(JOINT).split("+"))


def held_by(control: Iterable[Control]) -> dict[str, str]:
    return {row.place_id: row.holder for row in control}


def rows_by_node(graph: Graph, control: Sequence[Control]) -> dict[int, Control]:
    return {graph.index[row.place_id]: row for row in control if row.place_id in graph.index}
