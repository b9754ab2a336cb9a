"""The map of the brief: places by holder, contested ones striped and ringed, ways as claimed."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from html import escape
from math import dist

from orontes.brief.ground import ground
from orontes.brief.labels import Box, Label, placed
from orontes.brief.legend import foot, legend, panel, rows, scale_bar
from orontes.brief.project import Frame, frame
from orontes.brief.wording import day, many
from orontes.events.keys import place_key
from orontes.model.event import Event
from orontes.model.picture import Control
from orontes.picture.view import View

WIDTH = 880
# Okabe and Ito's palette, told apart by all common kinds of colour vision.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7A6A00")
OTHERS = "#5b6670"
UNKNOWN = "unknown"
RADIUS = 6.0
RING = 4.0
FIGHTING = ("battle.", "strike.")
FRESH = timedelta(days=6)
SHOULDER = (8.0, -11.0)
AREAS = frozenset({"country", "region", "admin1", "admin2"})
SIGN = '<path class="mark" d="M-4,-4L4,4M-4,4L4,-4M0,-5.5V5.5"/>'


@dataclass(frozen=True, slots=True)
class Mark:
    drawing: str
    box: Box


def svg(view: View) -> str:
    """An SVG drawing with a title and a description; empty text if no place has coordinates."""
    box = frame(view.control, WIDTH)
    if box is None:
        return ""
    spells = drawn(view, box)
    fills = palette(spells)
    points = [box.xy(s.lon or 0.0, s.lat or 0.0) for s in spells]
    lines, fights = roads(view, box), marks(view, box, spells)
    told = [state for state, _ in lines] + ["fighting"] * bool(fights)
    key = rows(spells, fills, told, SIGN)
    corner = panel(key, box, points)
    height = f"{box.height:.1f}"
    parts = [
        f'<svg class="map" viewBox="0 0 {WIDTH} {height}" role="img"'
        ' aria-labelledby="map-title map-desc" xmlns="http://www.w3.org/2000/svg">',
        '<title id="map-title">Who is reported to hold which place</title>',
        f'<desc id="map-desc">{escape(described(spells))}</desc>',
        f"<defs>{''.join(stripes(fills))}</defs>",
        f'<rect class="sea" width="{WIDTH}" height="{height}"/>',
        *ground(box, points),
        *(line for _, line in lines),
        *dots(spells, fills, box),
        *(mark.drawing for mark in fights),
        *labels(spells, box, [corner, foot(box), *(mark.box for mark in fights)]),
        *legend(key, corner),
        *scale_bar(box),
        f'<rect class="edge" x=".5" y=".5" width="{WIDTH - 1}" height="{box.height - 1:.1f}"/>',
        "</svg>",
    ]
    return "\n".join(parts)


def weight(spell: Control) -> tuple[int, str, str]:
    return -len(spell.claims) - len(spell.against), spell.place, spell.place_id


def drawn(view: View, box: Frame) -> list[Control]:
    """The places inside the frame, the most told of first."""
    located = [s for s in view.control if s.lat is not None and s.lon is not None]
    return sorted((s for s in located if box.holds(s.lon or 0.0, s.lat or 0.0)), key=weight)


def palette(spells: Sequence[Control]) -> dict[str, str]:
    """A colour for each holder, the one with most places first; the eighth on share one."""
    counts = Counter(s.holder_name for s in spells if s.holder != UNKNOWN)
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    return {name: (*COLOURS, OTHERS)[min(i, len(COLOURS))] for i, name in enumerate(ordered)}


def described(spells: Sequence[Control]) -> str:
    return "; ".join(f"{s.place}: {s.holder_name}{' (contested)' * s.contested}" for s in spells)


def stripes(fills: dict[str, str]) -> Iterator[str]:
    """Patterns for contested places: the holder's colour on white."""
    for name, colour in [("any", OTHERS), *((c.lstrip("#"), c) for c in sorted({*fills.values()}))]:
        yield (
            f'<pattern id="{name}" width="4" height="4" patternUnits="userSpaceOnUse"'
            ' patternTransform="rotate(45)"><rect width="4" height="4" fill="#fff"/>'
            f'<rect width="2.2" height="4" fill="{colour}"/></pattern>'
        )


def roads(view: View, box: Frame) -> list[tuple[str, str]]:
    """State and line of claimed ways between known places; they are no surveyed courses."""
    found = []
    for route in view.routes:
        ends = [(p.lon, p.lat) for p in route.places if p.lat is not None and p.lon is not None]
        near = all(box.near(lon or 0.0, lat or 0.0) for lon, lat in ends)
        if route.state != "encircle" and len(ends) > 1 and near:
            path = " ".join("{},{}".format(*box.xy(lon or 0.0, lat or 0.0)) for lon, lat in ends)
            names = escape(" – ".join(p.name for p in route.places))
            told = f"<title>{names}: way {escape(route.state)}, as told</title>"
            line = f'<polyline class="road {escape(route.state)}" points="{path}">{told}</polyline>'
            found.append((route.state, line))
    return found


def dots(spells: Sequence[Control], fills: dict[str, str], box: Frame) -> Iterator[str]:
    """The most told of come last, on top."""
    for spell in reversed(spells):
        x, y = box.xy(spell.lon or 0.0, spell.lat or 0.0)
        colour = None if spell.holder == UNKNOWN else fills.get(spell.holder_name)
        kind = "holder" if colour else "nobody"
        fill = colour or "#fff"
        if spell.contested:
            fill = f"url(#{colour.lstrip('#') if colour else 'any'})"
            kind = "striped"
        yield f'<g class="dot"><title>{escape(f"{spell.place}: {spell.why}")}</title>'
        if spell.contested:
            yield f'<circle class="ring" cx="{x}" cy="{y}" r="{RADIUS + RING}"/>'
        yield f'<circle class="{kind}" cx="{x}" cy="{y}" r="{RADIUS}" fill="{fill}"/></g>'


def marks(view: View, box: Frame, spells: Sequence[Control]) -> list[Mark]:
    """One mark a place with fighting in the last week, at the shoulder of the place's dot."""
    days = [e.when.latest for e in view.events if e.when and e.when.latest]
    last = view.at or max(days, default=None)
    by_place: dict[str, list[Event]] = defaultdict(list)
    for event in view.events:
        latest = event.when.latest if event.when else None
        fresh = latest and last and latest >= last - FRESH
        if fresh and event.place and event.kind.startswith(FIGHTING):
            by_place[place_key(event.place)].append(event)
    points = [box.xy(s.lon or 0.0, s.lat or 0.0) for s in spells]
    found = (marked(by_place[key], box, points) for key in sorted(by_place))
    return [one for one in found if one]


def marked(
    group: Sequence[Event], box: Frame, points: Sequence[tuple[float, float]]
) -> Mark | None:
    place = group[0].place
    if place is None or place.lat is None or place.lon is None or place.kind in AREAS:
        return None
    if not box.holds(place.lon, place.lat):
        return None
    x, y = box.xy(place.lon, place.lat)
    if near := [point for point in points if dist(point, (x, y)) < 2 * RADIUS]:
        x, y = min(near, key=lambda point: (dist(point, (x, y)), point))
        x, y = x + SHOULDER[0], y + SHOULDER[1]
    told = escape(f"{place.name}: {many(len(group), 'event')} of fighting")
    drawing = f'<g transform="translate({x:.1f} {y:.1f})"><title>{told}</title>{SIGN}</g>'
    return Mark(drawing, (x - 5, y - 6, x + 5, y + 6))


def labels(spells: Sequence[Control], box: Frame, blocked: Sequence[Box]) -> Iterator[str]:
    wanted = [
        Label(s.place, *box.xy(s.lon or 0.0, s.lat or 0.0), reach=RADIUS + RING * s.contested)
        for s in spells
    ]
    for label, x, y, anchor in placed(wanted, RADIUS, box.width, box.height, blocked):
        at = f'x="{x}" y="{y}" text-anchor="{anchor}"'
        yield f'<text class="place" {at}>{escape(label.text)}</text>'


def caption(view: View) -> str:
    at = f"the end of {day(view.at)}" if view.at else "the last day told of"
    text = f"Places by the side that reports say holds them at {at}. Ways are drawn straight."
    if view.supposed:
        text += " What is supposed is drawn as if it were told."
    box = frame(view.control, WIDTH)
    left = len(view.control) - (len(drawn(view, box)) if box else 0)
    if left:
        are = "is" if left == 1 else "are"
        text += f" {many(left, 'place')} without coordinates or far off {are} not drawn."
    return text
