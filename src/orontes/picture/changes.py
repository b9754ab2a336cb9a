from collections.abc import Iterable, Sequence
from datetime import date, datetime

from orontes.events.sides import Sides
from orontes.model.picture import Change, Control
from orontes.model.told import Told
from orontes.picture.control import control, history
from orontes.picture.ground import Ground
from orontes.picture.spells import UNKNOWN


def changes(
    told: Iterable[Told],
    since: date | None = None,
    until: date | None = None,
    known: datetime | None = None,
    registry: Sides | None = None,
    initial: Sequence[Control] = (),
    ground: Ground | None = None,
) -> list[Change]:
    """Places that passed from one holder to another within the days, the latest first."""
    return passings(history(told, None, known, registry, initial, ground), since, until)


def passings(
    spells: Iterable[Control], since: date | None = None, until: date | None = None
) -> list[Change]:
    """The changes among the spells of many places, the latest first."""
    by_place: dict[str, list[Control]] = {}
    for spell in spells:
        by_place.setdefault(spell.place_id, []).append(spell)
    found = [
        change
        for some in by_place.values()
        for change in of_place(some)
        if change.day and (not since or since <= change.day) and (not until or change.day <= until)
    ]
    return sorted(found, key=newest_first)


def of_place(spells: list[Control]) -> Iterable[Change]:
    """The changes in the spells of one place; times without a holder are skipped."""
    before: str | None = None
    left: tuple[str, ...] = ()
    for spell in spells:
        if spell.holder == UNKNOWN:
            continue
        if spell.since is not None and spell.holder_name != before:
            yield Change(
                place=spell.place,
                place_id=spell.place_id,
                day=spell.since,
                before=before,
                after=spell.holder_name,
                known_at=spell.known_at,
                claims=spell.claims,
                supposed=tuple(dict.fromkeys((*left, *spell.supposed))),
            )
        before, left = spell.holder_name, spell.supposed


def newest_first(change: Change) -> tuple[int, str, str]:
    return -(change.day.toordinal() if change.day else 0), change.place.casefold(), change.place_id


def revised(
    told: Iterable[Told],
    before: datetime | int,
    after: datetime | None = None,
    at: date | None = None,
    registry: Sides | None = None,
    initial: Sequence[Control] = (),
    ground: Ground | None = None,
) -> list[tuple[Control | None, Control | None]]:
    """Places of which another holder is believed now than then; (then, now), by place.

    ``before`` is an instant (what was known by then) or a case revision (what the case held).
    """
    everything = list(told)
    if isinstance(before, int):
        then = control(
            [one for one in everything if one.revision <= before],
            at,
            after,
            registry,
            initial,
            ground,
        )
    else:
        then = control(everything, at, before, registry, initial, ground)
    old = {spell.place_id: spell for spell in then}
    new = {
        spell.place_id: spell for spell in control(everything, at, after, registry, initial, ground)
    }
    pairs = [(old.get(key), new.get(key)) for key in sorted(old.keys() | new.keys())]
    return [pair for pair in pairs if holder(pair[0]) != holder(pair[1])]


def holder(spell: Control | None) -> str | None:
    return spell.holder if spell else None
