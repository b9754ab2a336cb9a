"""How belief in each holder rose and fell: the spells of a place with their probability by day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from orontes.events.known import known_by
from orontes.events.sides import Sides, Unsided
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.around import Around
from orontes.picture.belief import belief
from orontes.picture.control import last_day, row_of
from orontes.picture.dossier import Dossier, day_of
from orontes.picture.evidence import gather
from orontes.picture.ground import Ground
from orontes.picture.spells import Spell, spells

MOVES = 0.05


def beliefs(
    told: Iterable[Told],
    step: timedelta,
    known: datetime | None = None,
    registry: Sides | None = None,
    initial: Sequence[Control] = (),
    ground: Ground | None = None,
) -> list[Control]:
    """Every spell of every place, parted where its probability moved by 5 points or more.

    A part is a row of control whose ``since`` is its first day; a spell that began on an unknown
    day keeps its first part without one. Spells are looked at every ``step`` and told by all that
    was known.
    """
    sides = registry or Unsided()
    counted = known_by(told, known)
    dossiers = gather(counted, sides, initial, ground)
    around = Around(dossiers)
    first, last = first_day(counted), last_day(counted)
    return [
        row
        for dossier in dossiers.values()
        for spell, after in pairwise([*spells(dossier, None), None])
        if spell
        for row in parts(dossier, spell, days(spell, after, first, last, step), sides, around)
    ]


def days(
    spell: Spell, after: Spell | None, first: date, last: date, step: timedelta
) -> Iterator[date]:
    """The days to look at; one alone before a spell of which no report tells when it began."""
    day = max(spell.since or first, first)
    if after and after.guessed:
        yield day
        return
    end = min(spell.until or last, last)
    yield day
    while (day := day + step) < end:
        yield day


def parts(
    dossier: Dossier, spell: Spell, when: Iterator[date], sides: Sides, around: Around
) -> Iterator[Control]:
    before: Control | None = None
    for day in when:
        then = replace(spell, belief=belief(dossier.says, day) if spell.belief else None)
        row = row_of(dossier, then, day, sides, around)
        if before is None:
            before = row
        elif abs(row.probability - before.probability) >= MOVES:
            yield replace(before, until=day)
            before = replace(row, since=day)
    if before is not None:
        yield replace(before, until=spell.until)


def first_day(told: Sequence[Told]) -> date:
    """The first day that a report tells of."""
    return min((day for one in told if (day := day_of(one))), default=date.min)
