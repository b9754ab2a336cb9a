"""What changed in the world between two days, apart from what is believed otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from orontes.events.sides import Sides
from orontes.model.picture import Change, Control, How
from orontes.model.told import Told
from orontes.picture.changes import changes, newest_first
from orontes.picture.control import control
from orontes.picture.ground import Ground
from orontes.picture.spells import UNKNOWN

ORDER: tuple[How, ...] = ("world", "learnt", "withdrawn", "corrected")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, taken at its end, and what was published by then."""

    at: date
    known: datetime


def apart(
    read: Iterable[Told],
    judged: Iterable[Told],
    then: Moment,
    now: Moment,
    registry: Sides | None = None,
    initial: Sequence[Control] = (),
    ground: Ground | None = None,
) -> list[Change]:
    """The changes from one moment to another, each saying how it came about (``Change.how``).

    world: told now of a day after ``then.at``, up to ``now.at``. learnt, withdrawn: who held a
    place on ``then.at``, as believed now, is another than was believed then. corrected: the
    judgements tell another holder than the reports as ``read``, on either day.
    """
    as_read, as_judged = list(read), list(judged)

    def held(told: Sequence[Told], at: date, known: datetime) -> dict[str, Control]:
        return {row.place_id: row for row in control(told, at, known, registry, initial, ground)}

    happened = changes(as_judged, None, now.at, now.known, registry, initial, ground)
    world = [one for one in happened if one.day and one.day > then.at]
    old = held(as_read, then.at, then.known)
    same_day = held(as_read, then.at, now.known)
    learnt = [turned(a, b, overruled(a, b)) for a, b in differing(old, same_day)]
    pairs = differing(same_day, held(as_judged, then.at, now.known))
    pairs += differing(held(as_read, now.at, now.known), held(as_judged, now.at, now.known))
    corrected = {(one.place_id, one.before, one.after): one for one in map(amended, pairs)}
    found = [*world, *learnt, *corrected.values()]
    return sorted(found, key=lambda one: (ORDER.index(one.how), *newest_first(one)))


def differing(
    old: dict[str, Control], new: dict[str, Control]
) -> list[tuple[Control | None, Control | None]]:
    """The places of which another holder is told."""
    pairs = ((old.get(key), new.get(key)) for key in sorted(old.keys() | new.keys()))
    return [(a, b) for a, b in pairs if holder(a) != holder(b)]


def holder(row: Control | None) -> str:
    return row.holder if row else UNKNOWN


def overruled(old: Control | None, new: Control | None) -> How:
    """Withdrawn, if what carried the old belief speaks against the new one, or none is left."""
    if old is None or holder(old) == UNKNOWN:
        return "learnt"
    gone = holder(new) == UNKNOWN
    return "withdrawn" if gone or (new and set(old.claims) & set(new.against)) else "learnt"


def amended(pair: tuple[Control | None, Control | None]) -> Change:
    return turned(*pair, "corrected")


def turned(old: Control | None, new: Control | None, how: How) -> Change:
    row = new or old
    assert row is not None
    return Change(
        place=row.place,
        place_id=row.place_id,
        day=new.since if new else None,
        before=old.holder_name if old and old.holder != UNKNOWN else None,
        after=new.holder_name if new else UNKNOWN,
        known_at=row.known_at,
        claims=row.claims,
        how=how,
        supposed=new.supposed if new else (),
    )
