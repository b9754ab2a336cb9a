"""Which of many points are next to each other.

Two points are joined if no third lies within the circle that has them at its ends (Gabriel and
Sokal, Systematic Zoology 18, 1969). The Gabriel graph is part of the Delaunay triangulation: an
edge of it belongs to the graph unless a triangle sees it under more than a right angle.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, radians

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Pair = tuple[int, int]


def plane(points: Sequence[tuple[float, float]]) -> Points:
    """Degrees of latitude and longitude as kilometres east and north, true round the middle."""
    lat, lon = np.array(points, dtype=float).reshape(-1, 2).T
    middle = float(lat.min() + lat.max()) / 2 if lat.size else 0.0
    east = (lon - (lon[0] if lon.size else 0.0) + 180.0) % 360.0
    return np.column_stack([east * 111.2 * cos(radians(middle)), lat * 111.2])


def gabriel(points: Points) -> list[Pair]:
    """Pairs of neighbours, in order; ``points`` are distinct, in a plane."""
    corners = triangles(points)
    if not len(corners):
        return chain(points)
    edges = np.concatenate([corners[:, [i, j]] for i, j in ((0, 1), (1, 2), (2, 0))])
    apexes = np.concatenate([corners[:, k] for k in (2, 0, 1)])
    edges.sort(axis=1)
    to = [points[edges[:, end]] - points[apexes] for end in (0, 1)]
    blunt = (to[0] * to[1]).sum(axis=1) < 0
    seen, dropped = pairs(edges), pairs(edges[blunt])
    return sorted(seen - dropped)


def triangles(points: Points) -> NDArray[np.int64]:
    """The corners of the Delaunay triangles; none where all points lie on a line."""
    from shapely import delaunay_triangles, get_coordinates, multipoints

    if len(points) < 3:
        return np.empty((0, 3), dtype=np.int64)
    number = {(float(x), float(y)): i for i, (x, y) in enumerate(points)}
    corners = get_coordinates(delaunay_triangles(multipoints(points))).reshape(-1, 4, 2)[:, :3]
    found = [[number[float(x), float(y)] for x, y in three] for three in corners]
    return np.array(found, dtype=np.int64).reshape(-1, 3)


def pairs(edges: NDArray[np.int64]) -> set[Pair]:
    return {(int(a), int(b)) for a, b in edges}


def chain(points: Points) -> list[Pair]:
    order = np.lexsort(points.T[::-1]).tolist()
    return sorted((min(a, b), max(a, b)) for a, b in pairwise(order))
