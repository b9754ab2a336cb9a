"""The graph of a user's roads, with the places that lie beside them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from orontes.model.road import Road
from orontes.picture.routes.graph import Graph, Link, Node, Point
from orontes.picture.routes.rules import figure
from orontes.places.distance import km_between

CLOSE_KM = 0.3
Cut = tuple[float, int]
"""Share of a road's length at which a place joins it, and the number of the place."""


def imported(places: Sequence[Node], roads: Sequence[Road]) -> Graph:
    """Junctions and places as nodes. A place joins the nearest road within a few kilometres, at its
    nearest point; the way from the place to it is not counted. One that lies off has no link."""
    nodes = list(places)
    joints: dict[Point, int] = {}
    cuts = joins(places, roads)
    links = [
        link
        for number, road in enumerate(roads)
        for link in parts(road, sorted(cuts.get(number, ())), nodes, joints)
    ]
    return Graph(nodes, links, assumed=False)


def joins(places: Sequence[Node], roads: Sequence[Road]) -> dict[int, list[Cut]]:
    """Which places join which road, and where."""
    from shapely import STRtree, distance, line_locate_point, linestrings, points

    if not places or not roads:
        return {}
    shrink = float(np.cos(np.radians(np.mean([node.lat for node in places]))))
    tree = STRtree([linestrings([(lon * shrink, lat) for lat, lon in r.points]) for r in roads])
    spots = points([(node.lon * shrink, node.lat) for node in places])
    reach = figure("graph", "beside") / 111.2
    found: dict[int, list[Cut]] = {}
    taken: set[int] = set()
    for place, road in tree.query_nearest(spots, max_distance=reach).T.tolist():
        if place not in taken and distance(spots[place], tree.geometries[road]) <= reach:
            taken.add(place)
            line = tree.geometries[road]
            share = float(line_locate_point(line, spots[place], normalized=True))
            found.setdefault(road, []).append((snapped(share, roads[road].km), place))
    return found


def snapped(share: float, km: float) -> float:
    """A place close to the end of a road lies at that junction."""
    near = CLOSE_KM / km
    return 0.0 if share < near and share <= 0.5 else 1.0 if share > 1 - near else share


def parts(
    road: Road, cuts: Sequence[Cut], nodes: list[Node], joints: dict[Point, int]
) -> Iterable[Link]:
    """A road cut where places join it."""
    ends = [joint(road.points[0], nodes, joints), joint(road.points[-1], nodes, joints)]
    stops = [(0.0, ends[0]), *cuts, (1.0, ends[1])]
    along = (road.name,) if road.name else ()
    far = shares(road.points)
    for (start, a), (end, b) in pairwise(stops):
        if a != b:
            shape = (at(road.points, far, start), *inner(road.points, far, start, end))
            yield Link(
                a,
                b,
                road.km * (end - start),
                along if end > start else (),
                (*shape, at(road.points, far, end)),
            )


def joint(point: Point, nodes: list[Node], joints: dict[Point, int]) -> int:
    if point not in joints:
        joints[point] = len(nodes)
        nodes.append(Node(f"joint:{point[0]:.5f},{point[1]:.5f}", *point))
    return joints[point]


def shares(points: Sequence[Point]) -> list[float]:
    """How far along the line each point lies, from 0 to 1."""
    far = [0.0]
    for a, b in pairwise(points):
        far.append(far[-1] + km_between(*a, *b))
    return [one / (far[-1] or 1.0) for one in far]


def inner(points: Sequence[Point], far: Sequence[float], start: float, end: float) -> list[Point]:
    return [point for point, share in zip(points, far, strict=True) if start < share < end]


def at(points: Sequence[Point], far: Sequence[float], share: float) -> Point:
    for (a, b), (low, high) in zip(pairwise(points), pairwise(far), strict=True):
        if share <= high:
            part = (share - low) / ((high - low) or 1.0)
            return a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])
    return points[-1]
