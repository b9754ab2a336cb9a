"""How belief in each holder rose and fell: the spells of a place with their probability by day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from orontes.events.sides import Sides
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.atlas import Atlas
from orontes.picture.belief import belief
from orontes.picture.dossier import day_of
from orontes.picture.ground import Ground
from orontes.picture.record import Record
from orontes.picture.sheet import Sheet
from orontes.picture.spells import Spell

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
    atlas = Atlas(told, registry, initial, ground)
    upto = atlas.ledger.upto(known)
    sheet = atlas.sheet(upto)
    first, last = first_day(atlas.ledger.told[:upto]), atlas.ledger.last_day(upto)
    return [
        row
        for record in sheet.records.values()
        for spell, after in pairwise([*record.spells, None])
        if spell
        for row in parts(sheet, record, spell, days(spell, after, first, last, step))
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


def parts(sheet: Sheet, record: Record, spell: Spell, when: Iterator[date]) -> Iterator[Control]:
    before: Control | None = None
    for day in when:
        then = replace(spell, belief=belief(record.dossier.says, day) if spell.belief else None)
        row = sheet.row(record, then, day)
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
