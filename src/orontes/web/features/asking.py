"""What may be asked of a collection: page, box, time, the two times of the case, and fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from typing import Any

from orontes.errors import WrongCall
from orontes.web.features.collections import Collection, Row

PAGE, MOST = 100, 10_000
COMMON = ("token", "f", "limit", "offset", "bbox", "datetime", "at", "known")
OPEN = ("", "..")
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Asked:
    """``first`` and ``last`` are ISO days, "" for an open end."""

    limit: int
    offset: int
    box: Box | None
    first: str
    last: str
    at: str | None
    known: str | None
    fields: Mapping[str, str]


def asked(query: Mapping[str, str], collection: Collection) -> Asked:
    """Raises WrongCall, in one sentence, for an unknown parameter or a value that cannot be."""
    for name in query:
        if name not in COMMON and name not in collection.filters:
            known = ", ".join((*COMMON, *collection.filters))
            raise WrongCall(f"there is no parameter {name!r}; there are {known}")
    first, last = interval(query.get("datetime", ""))
    return Asked(
        limit=min(whole(query.get("limit", str(PAGE)), "limit", 1), MOST),
        offset=whole(query.get("offset", "0"), "offset", 0),
        box=box(query["bbox"]) if "bbox" in query else None,
        first=first,
        last=last,
        at=query.get("at"),
        known=query.get("known"),
        fields={name: query[name] for name in collection.filters if name in query},
    )


def whole(text: str, name: str, least: int) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > 9 or int(text) < least:
        raise WrongCall(f"{name} is a whole number from {least} on, not {text!r}")
    return int(text)


def box(text: str) -> Box:
    """West, south, east, north in degrees; heights of a box of six are left out."""
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) == 6:
        numbers = [*numbers[:2], *numbers[3:5]]
    if len(numbers) != 4 or not all(map(isfinite, numbers)) or numbers[1] > numbers[3]:
        raise WrongCall(f"bbox is west,south,east,north in degrees, not {text!r}")
    return numbers[0], numbers[1], numbers[2], numbers[3]


def interval(text: str) -> tuple[str, str]:
    """A day or instant, or two of them with a slash between; ``..`` is an open end."""
    if not text:
        return "", ""
    ends = text.split("/")
    try:
        days = ["" if end in OPEN else day(end) for end in ends]
    except ValueError:
        days = []
    backward = len(days) == 2 and all(days) and days[0] > days[1]
    if len(days) not in (1, 2) or not any(days) or backward:
        raise WrongCall(f"datetime is DAY, FROM/TO, FROM/.. or ../TO in ISO 8601, not {text!r}")
    return days[0], days[-1]


def day(text: str) -> str:
    if len(text) == 10:
        return date.fromisoformat(text).isoformat()
    return datetime.fromisoformat(text).date().isoformat()


def kept(features: list[Row], asked: Asked, collection: Collection) -> list[Row]:
    return [one for one in features if fits(one, asked, collection)]


def fits(feature: Row, asked: Asked, collection: Collection) -> bool:
    row = feature["properties"]
    if any(str(row.get(name)) != value for name, value in asked.fields.items()):
        return False
    if asked.box and not meets(feature["geometry"], asked.box):
        return False
    first, last = collection.span(row)
    return not (
        (asked.last and first and first > asked.last)
        or (asked.first and last and last < asked.first)
    )


def meets(shape: Any, box: Box) -> bool:
    """Whether any point of it lies in the box, which may cross the antimeridian."""
    west, south, east, north = box
    across = west > east
    return any(
        south <= y <= north and ((x >= west or x <= east) if across else west <= x <= east)
        for x, y in points(shape)
    )


def points(shape: Any) -> list[tuple[float, float]]:
    if not shape:
        return []
    found = shape["coordinates"]
    while found and isinstance(found[0], list | tuple) and isinstance(found[0][0], list | tuple):
        found = [point for part in found for point in part]
    return [tuple(found)] if shape["type"] == "Point" else [tuple(point) for point in found]
