"""What the page shows of a case, as one JSON object (docs/page.md)."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from orontes.case import Case
from orontes.model.picture import Control
from orontes.model.picture_rows import row_of, told_row
from orontes.model.report import Source
from orontes.model.rows import instant
from orontes.model.told import Told
from orontes.web.course import Course, Table

Evening = tuple[date, datetime | None]
BEFORE = 7
LONGEST = 400
"""Days that the slider reaches back before the first report, and days that it has at most."""


def page_data(case: Case, title: str | None = None) -> dict[str, Any]:
    """Claims, reports, events and control by day, by all that is known and as known on each day."""
    told = case.claims()
    days = list(span(case.sources()))
    places, claims = Table(), Table()
    for one in told:
        claims(one.claim.id)
    course = Course(places, claims)
    evenings: dict[str, list[Evening]] = {
        "all": [(day, None) for day in days],
        "then": [(day, evening(day)) for day in days],
    }
    held = {mode: [case.control(*when) for when in found] for mode, found in evenings.items()}
    standings = {mode: course.stretches(found) for mode, found in held.items()}
    rows = [row for day in reversed(held["all"]) for row in day]
    return {
        "title": title or case.path.stem,
        "revision": case.revision,
        "days": [day.isoformat() for day in days],
        "claims": [claim(one) for one in told],
        "reports": {one.id: report(one) for one in case.sources()},
        "places": located(places.values(), rows, told),
        "holders": holders(rows),
        "standings": standings,
        "control": course.rows,
        "events": [row_of(one) for one in case.events()],
        "routes": [row_of(one) for one in case.routes()],
        "toll": daily(case.toll, evenings),
        "displaced": daily(case.displaced, evenings),
        "positions": [row_of(one) for one in case.positions()],
    }


def span(sources: Sequence[Source]) -> Iterator[date]:
    """The days of the slider: from a week before the first report to the last."""
    known = sorted(one.known.date() for one in sources if one.known)
    if known:
        first = max(known[0] - timedelta(BEFORE), known[-1] - timedelta(LONGEST - 1))
        for number in range((known[-1] - first).days + 1):
            yield first + timedelta(number)


def daily(
    ask: Callable[[date, datetime | None], Sequence[object]], evenings: dict[str, list[Evening]]
) -> dict[str, Any]:
    """The rows that an asking ever gives, and by number those that it gives on each evening."""
    rows, days = Table(), {}
    for mode, found in evenings.items():
        days[mode] = [[rows(json.dumps(row_of(one))) for one in ask(*when)] for when in found]
    return {"rows": [json.loads(row) for row in rows.values()], "days": days}


def evening(day: date) -> datetime:
    return datetime.combine(day + timedelta(1), time(0), UTC) - timedelta(microseconds=1)


def claim(told: Told) -> dict[str, Any]:
    row = told_row(told)
    gone = ("vocabulary", "publisher", "published", "url", "copy_of")
    return {key: value for key, value in row.items() if key not in gone and value not in (None, [])}


def report(source: Source) -> dict[str, Any]:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "published": source.published,
        "known": instant(source.known),
        "copy_of": source.copy_of,
    }


def located(
    ids: Sequence[str], rows: Sequence[Control], told: Sequence[Told]
) -> list[dict[str, Any]]:
    """The places of control, by number; ``claims`` is how many tell of each."""
    by_id = {row.place_id: row for row in reversed(rows)}
    counted = Counter(one.claim.place.id for one in told if one.claim.place)
    return [
        {
            "id": one,
            "name": by_id[one].place,
            "lat": by_id[one].lat,
            "lon": by_id[one].lon,
            "country": by_id[one].country,
            "kind": by_id[one].kind,
            "claims": counted[one],
        }
        for one in ids
    ]


def holders(rows: Sequence[Control]) -> list[dict[str, str]]:
    """Every holder with its name, those first that hold most."""
    counted = Counter(row.holder for row in rows)
    names = {row.holder: row.holder_name for row in rows}
    return [
        {"id": one, "name": names[one]}
        for one, _ in sorted(counted.items(), key=lambda c: (-c[1], c[0]))
    ]
