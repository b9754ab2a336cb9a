"""The ground of the map: countries, the one in question in front, and their names."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from orontes.brief.project import Frame

Ring = list[list[float]]
Point = tuple[float, float]
NAMED_FROM = 0.015
NAME_GRID = 14
NAME_CHAR = 11.0


@dataclass(frozen=True, slots=True)
class Country:
    name: str
    rings: list[Ring]


@cache
def countries() -> list[Country]:
    packed = files("orontes.brief").joinpath("borders.json.gz").read_bytes()
    loaded = json.loads(gzip.decompress(packed))
    return [Country(country["name"], country["rings"]) for country in loaded["countries"]]


def ground(box: Frame, dots: Sequence[Point]) -> Iterator[str]:
    """Land, then names: each away from the dots (given in pixels) and from the edge."""
    shown = [(country, visible(country, box)) for country in countries()]
    shown = [(country, shape) for country, shape in shown if shape is not None]
    home = most_dots([shape for _, shape in shown], box, dots)
    for number, (country, _) in enumerate(shown):
        path = " ".join(outline(ring, box) for ring in country.rings if touches(ring, box))
        yield f'<path class="land{" home" * (number == home)}" d="{path}"/>'
    for country, shape in shown:
        if shape.area >= NAMED_FROM * area(box):
            x, y = roomiest(shape, box, dots, len(country.name) * NAME_CHAR / 2)
            yield f'<text class="country" x="{x}" y="{y}">{escape(country.name.upper())}</text>'


def area(box: Frame) -> float:
    return (box.east - box.west) * (box.north - box.south)


def visible(country: Country, box: Frame) -> Any:
    """The part of a country inside the frame, in degrees; None if there is none."""
    import shapely

    near = [ring for ring in country.rings if touches(ring, box)]
    if not near:
        return None
    view = shapely.box(box.west, box.south, box.east, box.north)
    whole = shapely.union_all([shapely.Polygon(ring).buffer(0) for ring in near])
    part = whole.intersection(view)
    return None if part.is_empty else part


def most_dots(shapes: Sequence[Any], box: Frame, dots: Sequence[Point]) -> int:
    import shapely

    points = shapely.points([box.degrees(x, y) for x, y in dots])
    inside = [int(shapely.contains(shape, points).sum()) if dots else 0 for shape in shapes]
    return max(range(len(inside)), key=lambda i: inside[i], default=-1) if any(inside) else -1


def roomiest(shape: Any, box: Frame, dots: Sequence[Point], half: float) -> Point:
    """Where a name of that half width has most room inside the shape, in pixels."""
    import shapely

    west, south, east, north = shape.bounds
    steps = [i / NAME_GRID for i in range(1, NAME_GRID)]
    grid = [(west + (east - west) * i, south + (north - south) * j) for i in steps for j in steps]
    inside = [point for point in grid if shapely.contains_xy(shape, *point)]
    middle = shape.representative_point()
    spots = [box.xy(lon, lat) for lon, lat in inside or [(middle.x, middle.y)]]
    spots = [spot for spot in spots if half < spot[0] < box.width - half] or spots
    edge = shapely.transform(shape.boundary, lambda points: pixels(points, box))
    away = shapely.distance(edge, shapely.points(spots))

    def room(i: int) -> float:
        x, y = spots[i]
        gaps = [abs(x - dx) / 2 + abs(y - dy) for dx, dy in dots]
        return min(float(away[i]), *gaps, 160.0)

    return spots[max(range(len(spots)), key=lambda i: (room(i), -i))]


def pixels(points: Any, box: Frame) -> Any:
    import numpy

    return numpy.array([box.xy(lon, lat) for lon, lat in points])


def touches(ring: Ring, box: Frame) -> bool:
    lons, lats = [p[0] for p in ring], [p[1] for p in ring]
    across = max(lons) >= box.west and min(lons) <= box.east
    return across and max(lats) >= box.south and min(lats) <= box.north


def outline(ring: Ring, box: Frame) -> str:
    points = [box.xy(lon, lat) for lon, lat in ring]
    return "M" + "L".join(f"{x},{y}" for x, y in points) + "Z"
