"""Toll and displacement as they stand together: bounds, by whose count, how sure."""

from collections.abc import Sequence
from datetime import date

from orontes.brief.brief import Level, Sentence
from orontes.brief.sections import claims, first
from orontes.brief.wording import capital, the
from orontes.model.toll import Bounds, Counted, Displaced, Toll
from orontes.picture.toll import moved_why, why
from orontes.picture.view import View

FIRST = date.min
MOST = 8
COUNTS = "counts of the displaced"
LEVELS: dict[str, Level] = {"contested": "disputed", "discounted": "disputed"}


def people(view: View) -> list[Sentence]:
    """The dead and injured, then those who moved; the largest figures of each first."""
    tolls = sorted(view.toll, key=lambda row: (-size(row), row.why))
    moved = sorted((m for m in view.displaced if m.people), key=lambda m: (-size(m), m.why))
    return [
        *first([toll_sentence(row) for row in tolls], "toll", "tolls", MOST),
        *first([moved_sentence(row) for row in moved], "count of the displaced", COUNTS, MOST),
    ]


def size(row: Toll | Displaced) -> int:
    """The best figure: of the dead before the injured and the missing."""
    if isinstance(row, Displaced):
        return best(row.people)
    measures = (row.killed, row.injured, row.missing)
    return next((best(measure.whole) for measure in measures if measure), 0)


def best(bounds: Bounds | None) -> int:
    return bounds.best if bounds else 0


def toll_sentence(row: Toll, short: bool = False) -> Sentence:
    level = "disputed" if "denied" in row.flags else LEVELS.get(row.grade, weak(row))
    text = capital((why.core if short else why.sentence)(row, the))
    return Sentence(f"{text}.", cited(row.counters, row.claims), level)


def weak(row: Toll) -> Level:
    """What only parties to the war count, or with a word in place of a number."""
    parties = "parties only" in row.flags and row.grade != "confirmed"
    return "doubtful" if parties or {"vague", "unquantified"} & set(row.flags) else "plain"


def moved_sentence(row: Displaced, short: bool = False) -> Sentence:
    level: Level = "disputed" if "denied" in row.flags else "plain"
    text = capital((moved_why.core if short else moved_why.sentence)(row, the))
    return Sentence(f"{text}.", cited(row.counters, row.claims), level)


def cited(counters: Sequence[Counted], others: Sequence[str]) -> tuple[str, ...]:
    """What carries the figure that stands comes first."""
    ordered = sorted(counters, key=lambda one: (not one.stands, -(one.day or FIRST).toordinal()))
    return claims([*(claim for one in ordered for claim in one.claims), *others])
