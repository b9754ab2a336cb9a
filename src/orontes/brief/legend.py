"""Legend and scale of the map."""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from orontes.brief.labels import Box
from orontes.brief.project import KM_A_DEGREE, Frame
from orontes.model.picture import Control

ROW = 20
EDGE = 14.0
CHAR = 6.8
LONGEST = 34
MOST_HOLDERS = 8
UNKNOWN = "unknown"
CREDIT = "Borders: Natural Earth · Places: GeoNames"
BARS_KM = (2000, 1000, 500, 200, 100, 50, 20, 10)
Row = tuple[str, str]


def rows(
    spells: Sequence[Control], fills: dict[str, str], drawn: Sequence[str], mark: str
) -> list[Row]:
    """Sign and words of each line; ``drawn`` are the further signs on the map."""
    counts = Counter(s.holder_name for s in spells if s.holder != UNKNOWN)
    unheld = sum(s.holder == UNKNOWN for s in spells)
    found = [
        (dot("holder", f'fill="{fill}"'), f"{clipped(name)} ({counts[name]})")
        for name, fill in list(fills.items())[:MOST_HOLDERS]
    ]
    if len(fills) > MOST_HOLDERS:
        found.append(("", f"and {len(fills) - MOST_HOLDERS} more holders"))
    if unheld:
        found.append((dot("nobody", 'fill="#fff"'), f"holder unknown ({unheld})"))
    if contested := sum(s.contested for s in spells):
        sign = '<circle class="striped" r="6" fill="url(#any)"/><circle class="ring" r="9"/>'
        found.append((sign, f"contested ({contested})"))
    if "fighting" in drawn:
        found.append((mark, "fighting in the last 7 days"))
    for state in ("cut", "open", "threaten"):
        if state in drawn:
            words = {"threaten": "at risk", "open": "opened"}.get(state, state)
            found.append((f'<path class="road {state}" d="M-11,0H11"/>', f"way {words}, as told"))
    return found


def dot(kind: str, fill: str) -> str:
    return f'<circle class="{kind}" r="6" {fill}/>'


def clipped(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def panel(lines: Sequence[Row], box: Frame, points: Sequence[tuple[float, float]]) -> Box:
    """The corner that hides the fewest dots; the lower left belongs to the scale."""
    height = ROW * len(lines) + 14
    width = 48 + CHAR * max((len(words) for _, words in lines), default=10)
    right, low = box.width - width - EDGE, box.height - height - 34
    corners = [(EDGE, EDGE), (right, EDGE), (right, low), (EDGE, low)]
    boxes = [(x, y, x + width, y + height) for x, y in corners]
    return min(boxes, key=lambda b: (sum(inside(point, b) for point in points), boxes.index(b)))


def inside(point: tuple[float, float], box: Box, room: float = 16) -> bool:
    x, y = point
    return box[0] - room < x < box[2] + room and box[1] - room < y < box[3] + room


def legend(lines: Sequence[Row], box: Box) -> Iterator[str]:
    x, y, right, low = box
    yield f'<g class="legend" transform="translate({x:.1f} {y:.1f})">'
    yield f'<rect class="panel" width="{right - x:.1f}" height="{low - y:.1f}" rx="4"/>'
    for i, (sign, words) in enumerate(lines):
        yield f'<g transform="translate(20 {17 + i * ROW})">{sign}'
        yield f'<text x="20" y="4">{escape(words)}</text></g>'
    yield "</g>"


def scale_bar(box: Frame) -> Iterator[str]:
    pixels_a_km = box.scale / KM_A_DEGREE
    km = next((km for km in BARS_KM if km * pixels_a_km < box.width / 5), BARS_KM[-1])
    length, y = km * pixels_a_km, box.height - 18
    yield f'<g class="scale"><path d="M16,{y - 5:.1f}V{y:.1f}H{16 + length:.1f}V{y - 5:.1f}"/>'
    yield f'<text x="{22 + length:.1f}" y="{y + 2:.1f}">{km:,} km</text>'
    yield f'<text class="credit" x="{box.width - 12:.0f}" y="{y + 8:.1f}">{CREDIT}</text></g>'


def foot(box: Frame) -> Box:
    """The strip of scale and credit, which labels keep free."""
    return 0.0, box.height - 32, box.width, box.height
