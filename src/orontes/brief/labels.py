"""Labels beside their dots without overlaps, the most important first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SIZE = 13.5
WIDTHS = {"ijl'’.,": 0.24, "frt -()": 0.34, "mwMW": 0.87}
"""Widths of letters in ems, as in Arial and the like; capitals have one of their own."""
CAPITAL, OTHER = 0.72, 0.57
TALL = 13.0
GAP = 4.0
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """``reach`` is the radius of its own dot, where that is larger than the common one."""

    text: str
    x: float
    y: float
    reach: float = 0.0


def placed(
    labels: Sequence[Label],
    radius: float,
    width: float,
    height: float,
    blocked: Sequence[Box] = (),
) -> Iterator[tuple[Label, float, float, str]]:
    """Label, position and text anchor, for each that finds room right, left, above or below.

    ``blocked`` are boxes that stay free.
    """
    dots = [around(label, radius) for label in labels]
    taken: list[Box] = list(blocked)
    for number, label in enumerate(labels):
        others = dots[:number] + dots[number + 1 :]
        for x, y, anchor in spots(label, max(radius, label.reach)):
            box = extent(label.text, x, y, anchor)
            inside = box[0] > 2 and box[2] < width - 2 and box[1] > 2 and box[3] < height - 2
            if inside and not any(overlap(box, other) for other in (*taken, *others)):
                taken.append(box)
                yield label, round(x, 1), round(y, 1), anchor
                break


def around(label: Label, radius: float) -> Box:
    reach = max(radius, label.reach)
    return label.x - reach, label.y - reach, label.x + reach, label.y + reach


def spots(label: Label, radius: float) -> Iterator[tuple[float, float, str]]:
    reach = radius + GAP
    yield label.x + reach, label.y + 4, "start"
    yield label.x - reach, label.y + 4, "end"
    yield label.x, label.y - reach, "middle"
    yield label.x, label.y + reach + 9, "middle"
    yield label.x + reach - 2, label.y - 5, "start"
    yield label.x + reach - 2, label.y + 13, "start"
    yield label.x - reach + 2, label.y - 5, "end"
    yield label.x - reach + 2, label.y + 13, "end"


def extent(text: str, x: float, y: float, anchor: str) -> Box:
    length = wide(text)
    left = {"start": x, "end": x - length, "middle": x - length / 2}[anchor]
    return left, y - TALL + 3, left + length, y + 3


def wide(text: str) -> float:
    """The text's width in pixels, rather too much than too little."""
    return SIZE * sum(map(em, text))


def em(letter: str) -> float:
    for letters, width in WIDTHS.items():
        if letter in letters:
            return width
    return CAPITAL if letter.isupper() else OTHER


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
