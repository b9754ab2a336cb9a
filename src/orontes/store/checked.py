"""The lines of a whole case read back; each must be what an export writes."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from shapely import from_wkb
from shapely.errors import ShapelyError

from orontes.errors import WrongCall
from orontes.model.boundary import Boundary
from orontes.model.claim import Claim
from orontes.model.picture import Control
from orontes.model.report import Report, Source
from orontes.model.road import Road
from orontes.model.rows import claim_of, claim_row, digest
from orontes.store import beginning
from orontes.store.whole import FORMAT, REPORT, USERS_TABLES

Row = dict[str, Any]
STANCES = frozenset("asserted attributed denied possible planned hypothetical past".split())
TEXTS = ("kind", "quote", "reader")
UNFIT = (KeyError, TypeError, ValueError, AttributeError, IndexError, ShapelyError)
HELP = "export the case anew with `orontes export CASE FILE --to claims`"


@dataclass(slots=True)
class Whole:
    """A case as its lines tell it; readings by report and generation."""

    reports: list[Report] = field(default_factory=list)
    readings: dict[str, dict[int, list[Claim]]] = field(default_factory=dict)
    users: dict[str, list[Row]] = field(default_factory=dict)
    initial: list[Control] = field(default_factory=list)
    initial_source: str = ""
    roads: list[Road] = field(default_factory=list)
    road_source: str = ""
    units: list[Boundary] = field(default_factory=list)
    unit_source: str = ""
    texts: dict[str, str] = field(default_factory=dict)


def parse(lines: Iterable[str], name: str) -> Whole:
    """The case that the lines hold. Raises WrongCall with the first line that cannot be."""
    whole = Whole()
    started = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line, parse_constant=no_number)
            kind = row.pop("type")
            if not started:
                begin(kind, row)
                started = True
            else:
                PARTS[kind](row, whole)
        except (*UNFIT, RecursionError) as error:
            told = f"{type(error).__name__}: {error}" if str(error) else "too deep"
            raise WrongCall(
                f"{name}:{number} is no line of a whole case ({told}); {HELP}"
            ) from error
    if not started:
        raise WrongCall(f"{name} is empty; {HELP}")
    return whole


def no_number(text: str) -> float:
    raise ValueError(f"{text} is no number")


def begin(kind: str, row: Row) -> None:
    if kind != "case":
        raise ValueError("the first line must say what it is")
    if row["format"] > FORMAT:
        raise ValueError(f"format {row['format']} is newer than this Orontes; update it")


def report(row: Row, whole: Whole) -> None:
    """A report whose id is the hash of what it says (design: content ids)."""
    fields = {key: row[key] for key in REPORT}
    if any(value is not None and not isinstance(value, str) for value in fields.values()):
        raise TypeError("a report's fields are texts")
    text = fields.pop("text")
    source = Source(**fields)
    told = digest(text, source.publisher, source.url, source.published, prefix="r_")
    if source.id != told:
        raise ValueError(f"the id {source.id} is not that of this text")
    _ = source.known
    whole.reports.append(Report(source, text))
    whole.texts[source.id] = text


def reading(row: Row, whole: Whole) -> None:
    if row["report"] not in whole.texts or not isinstance(row["generation"], int):
        raise ValueError("a reading follows its report")
    whole.readings.setdefault(row["report"], {})[row["generation"]] = []


def claim(row: Row, whole: Whole) -> None:
    """A claim that stands word for word in its report."""
    generation = row.pop("generation")
    found = claim_of(row)
    same = json.loads(json.dumps(claim_row(found))) == row
    if not same or found.stance not in STANCES or not all(is_text(row[key]) for key in TEXTS):
        raise ValueError(f"{found.id} has slots that no claim has")
    if whole.texts[found.doc][found.start : found.end] != found.quote:
        raise ValueError(f"the quote of {found.id} is not in its report")
    whole.readings[found.doc][generation].append(found)


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def users_row(kind: str) -> Callable[[Row, Whole], None]:
    def take(row: Row, whole: Whole) -> None:
        if not all(value is None or isinstance(value, (str, int)) for value in row.values()):
            raise TypeError("the columns of what users told are texts")
        whole.users.setdefault(kind, []).append(row)

    return take


def initial(row: Row, whole: Whole) -> None:
    whole.initial_source = str(row["source"])
    whole.initial.append(beginning.held(*(row[c] for c in beginning.COLUMNS.split(", "))))


def road(row: Row, whole: Whole) -> None:
    points = tuple((float(lat), float(lon)) for lon, lat in row["points"])
    if len(points) < 2:
        raise ValueError("a road has two points or more")
    whole.road_source = str(row["source"])
    whole.roads.append(Road(row["name"], points, float(row["km"])))


def boundary(row: Row, whole: Whole) -> None:
    area = bytes.fromhex(row["area"])
    texts = [row[key] for key in ("name1", "pcode1", "name2", "pcode2")]
    if row["level"] not in {1, 2} or not all(map(is_text, texts)):
        raise ValueError("a boundary has a level, names and p-codes")
    if from_wkb(area).geom_type not in {"Polygon", "MultiPolygon"}:
        raise ValueError("a boundary has an area")
    whole.unit_source = str(row["source"])
    name1, pcode1, name2, pcode2 = texts
    whole.units.append(Boundary(row["level"], name1, pcode1, name2, pcode2, area))


PARTS: dict[str, Callable[[Row, Whole], None]] = {
    "report": report,
    "reading": reading,
    "claim": claim,
    **{kind: users_row(kind) for kind in USERS_TABLES},
    "initial": initial,
    "road": road,
    "boundary": boundary,
}
