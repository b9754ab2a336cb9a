"""The map of the brief: places by holder, contested ones marked, claimed roads and fighting."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from orontes.brief.labels import Label, placed
from orontes.brief.project import KM_A_DEGREE, Frame, frame
from orontes.brief.wording import day
from orontes.model.picture import Control
from orontes.picture.view import View

WIDTH = 880
# Okabe and Ito's palette, told apart by all common kinds of colour vision.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A6A00")
UNKNOWN = "unknown"
CREDIT = "Borders: Natural Earth · Places: GeoNames"
RADIUS = 6.5
LEGEND_ROW = 20
BARS_KM = (1000, 500, 200, 100, 50, 20, 10)


@cache
def countries() -> list[tuple[str, list[list[list[float]]]]]:
    packed = files("orontes.brief").joinpath("borders.json.gz").read_bytes()
    loaded = json.loads(gzip.decompress(packed))
    return [(country["name"], country["rings"]) for country in loaded["countries"]]


def svg(view: View) -> str:
    """An SVG drawing with a title and a description; empty text if no place has coordinates."""
    box = frame(view.control, WIDTH)
    if box is None:
        return ""
    spells = [s for s in view.control if s.lat is not None and s.lon is not None]
    spells = [s for s in spells if box.holds(s.lon or 0.0, s.lat or 0.0) and s.country]
    colours = palette(spells)
    height = round(box.height, 1)
    parts = [
        f'<svg class="map" viewBox="0 0 {WIDTH} {height}" role="img"'
        ' aria-labelledby="map-title map-desc" xmlns="http://www.w3.org/2000/svg">',
        '<title id="map-title">Who is reported to hold which place</title>',
        f'<desc id="map-desc">{escape(described(spells))}</desc>',
        '<clipPath id="frame"><rect width="100%" height="100%"/></clipPath>',
        '<g clip-path="url(#frame)">',
        f'<rect class="sea" width="{WIDTH}" height="{height}"/>',
        *borders(box),
        *roads(view, box),
        *dots(spells, colours, box),
        *labels(spells, box),
        "</g>",
        *legend(spells, colours, box),
        *scale_bar(box, height),
        f'<rect class="edge" x=".5" y=".5" width="{WIDTH - 1}" height="{height - 1}"/>',
        "</svg>",
    ]
    return "\n".join(parts)


def palette(spells: Sequence[Control]) -> dict[str, str]:
    """A colour for each holder, the one with most places first."""
    counts = Counter(s.holder_name for s in spells if s.holder != UNKNOWN)
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    return {name: COLOURS[i % len(COLOURS)] for i, name in enumerate(ordered)}


def described(spells: Sequence[Control]) -> str:
    return "; ".join(f"{s.place}: {s.holder_name}{' (contested)' * s.contested}" for s in spells)


def borders(box: Frame) -> Iterator[str]:
    names = []
    for name, rings in countries():
        near = [ring for ring in rings if touches(ring, box)]
        if near:
            path = " ".join(outline(ring, box) for ring in near)
            yield f'<path class="land" d="{path}"/>'
            if label := country_label(name, near, box):
                names.append(label)
    yield from names


def touches(ring: list[list[float]], box: Frame) -> bool:
    lons, lats = [p[0] for p in ring], [p[1] for p in ring]
    return not (
        max(lons) < box.west
        or min(lons) > box.east
        or max(lats) < box.south
        or min(lats) > box.north
    )


def outline(ring: list[list[float]], box: Frame) -> str:
    points = [box.xy(lon, lat) for lon, lat in ring]
    return "M" + "L".join(f"{x},{y}" for x, y in points) + "Z"


def country_label(name: str, rings: list[list[list[float]]], box: Frame) -> str | None:
    """The country's name at the middle of its visible part, if that is wide enough."""
    import shapely

    view = shapely.box(box.west, box.south, box.east, box.north)
    shape = max(
        (shapely.Polygon(ring).buffer(0).intersection(view) for ring in rings), key=lambda s: s.area
    )
    share = shape.area / view.area
    if shape.is_empty or share < 0.015:
        return None
    middle = shape.representative_point()
    x, y = box.xy(middle.x, middle.y)
    return f'<text class="country" x="{x}" y="{y}">{escape(name.upper())}</text>'


def roads(view: View, box: Frame) -> Iterator[str]:
    """Claimed roads between places that have coordinates, dashed: they are no surveyed courses."""
    for route in view.routes:
        points = [
            box.xy(p.lon, p.lat) for p in route.places if p.lat is not None and p.lon is not None
        ]
        if route.state != "encircle" and len(points) > 1:
            path = " ".join(f"{x},{y}" for x, y in points)
            told = f"road {route.state}, as claimed"
            yield f'<polyline class="road {route.state}" points="{path}">'
            yield f"<title>{told}</title></polyline>"


def dots(spells: Sequence[Control], colours: dict[str, str], box: Frame) -> Iterator[str]:
    for spell in spells:
        x, y = box.xy(spell.lon or 0.0, spell.lat or 0.0)
        colour = colours.get(spell.holder_name)
        told = escape(f"{spell.place}: {spell.why}")
        fill = f'fill="{colour}"' if colour else 'fill="#fff"'
        yield f'<g class="dot"><title>{told}</title>'
        if spell.contested:
            yield f'<circle class="ring" cx="{x}" cy="{y}" r="{RADIUS + 4}"/>'
        kind = "holder" if colour else "nobody"
        yield f'<circle class="{kind}" cx="{x}" cy="{y}" r="{RADIUS}" {fill}/></g>'


def labels(spells: Sequence[Control], box: Frame) -> Iterator[str]:
    wanted = [
        Label(s.place, *box.xy(s.lon or 0.0, s.lat or 0.0))
        for s in sorted(spells, key=lambda s: (-len(s.claims), s.place))
    ]
    for label, x, y, anchor in placed(wanted, RADIUS, box.width, box.height):
        at = f'x="{x}" y="{y}" text-anchor="{anchor}"'
        yield f'<text class="place" {at}>{escape(label.text)}</text>'


def legend(spells: Sequence[Control], colours: dict[str, str], box: Frame) -> Iterator[str]:
    """Holders and their colours, in the upper corner that hides fewer places."""
    counts = Counter(s.holder_name for s in spells)
    rows = [(name, f'fill="{colour}"', "holder") for name, colour in colours.items()]
    if counts[UNKNOWN]:
        rows.append((UNKNOWN, 'fill="#fff"', "nobody"))
    contested = sum(s.contested for s in spells)
    height = LEGEND_ROW * (len(rows) + bool(contested)) + 14
    width = max(190.0, 40 + 6.6 * max((len(name) + 5 for name, _, _ in rows), default=20))
    left = emptier(spells, box, width + 60, height + 40)
    yield f'<g class="legend" transform="translate({left:.0f} 14)">'
    yield f'<rect class="panel" width="{width:.0f}" height="{height}" rx="4"/>'
    for i, (name, fill, kind) in enumerate(rows):
        y = 18 + i * LEGEND_ROW
        yield f'<circle class="{kind}" cx="18" cy="{y}" r="{RADIUS}" {fill}/>'
        yield f'<text x="34" y="{y + 4}">{escape(name)} ({counts[name]})</text>'
    if contested:
        y = 18 + len(rows) * LEGEND_ROW
        yield f'<circle class="ring" cx="18" cy="{y}" r="{RADIUS + 1}"/>'
        yield f'<text x="34" y="{y + 4}">contested ({contested})</text>'
    yield "</g>"


def emptier(spells: Sequence[Control], box: Frame, width: float, height: float) -> float:
    """The left edge of the upper corner with fewer dots under a panel of that size."""
    points = [box.xy(s.lon or 0.0, s.lat or 0.0) for s in spells]
    left = sum(x < width and y < height for x, y in points)
    right = sum(x > WIDTH - width and y < height for x, y in points)
    return 14.0 if left <= right else WIDTH - width + 46


def scale_bar(box: Frame, height: float) -> Iterator[str]:
    pixels_a_km = box.scale / KM_A_DEGREE
    km = next((km for km in BARS_KM if km * pixels_a_km < WIDTH / 5), BARS_KM[-1])
    length, y = km * pixels_a_km, height - 18
    yield f'<g class="scale"><path d="M16,{y - 5}V{y}H{16 + length:.1f}V{y - 5}"/>'
    yield f'<text x="{22 + length:.1f}" y="{y + 2}">{km} km</text>'
    yield f'<text class="credit" x="{WIDTH - 12}" y="{y + 8}">{CREDIT}</text></g>'


def caption(view: View) -> str:
    at = day(view.at) if view.at else "the last day told of"
    return f"Places by the side that reports say holds them at the end of {at}."
