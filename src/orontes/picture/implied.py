"""Losses that no report tells, but that a later one implies.

Who wins a place back had lost it; who leaves a place had held it. The day of the loss is that of
the first fighting told of there since the holder was last told, else not known.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from orontes.picture.dossier import Dossier, Say, Setting, rules


def imply(dossier: Dossier, setting: Setting) -> None:
    """Add to a dossier what its says imply of the holder before."""
    dossier.says += list(losses(dossier, setting))


def losses(dossier: Dossier, setting: Setting) -> Iterator[Say]:
    """What a day's says imply is judged by who held the place before that day."""
    holder: str | None = None
    last = won = date.min
    dated = [one for one in dossier.says if one.day > date.min or one.voice == "initial"]
    for day, says in groupby(sorted(dated, key=lambda one: one.day), key=lambda one: one.day):
        told = list(says)
        retold = (day - won).days <= rules()["decide"]["retold_days"]
        for one in told:
            loser = who_lost(one, holder, setting)
            if loser and not (retold and one.holder == holder):
                yield loss(one, loser, fought(dossier, last, day))
        gains = {one.holder for one in told if one.favour and not one.denial}
        changed = {one.holder for one in told if one.favour and one.change}
        if gains:
            heir = min(changed or gains)
            won = day if changed else won if heir == holder else date.min
            holder, last = heir, day
        elif any(one.change and one.holder == holder for one in told):
            holder = None


def who_lost(one: Say, holder: str | None, setting: Setting) -> str | None:
    """Who must have held the place, where the reports so far name another; None if they do not."""
    if not one.change or holder is None:
        return None
    if not one.favour:
        fights = (one.holder, holder) in setting.foes
        return one.holder if holder != one.holder and fights and not one.within else None
    if not one.again or holder != one.holder:
        return None
    named = [side for side in one.before if side != one.holder]
    return named[0] if len(named) == 1 else None if named else setting.foe(one.holder)


def loss(one: Say, loser: str, fought_on: date | None) -> Say:
    return replace(
        one,
        holder=loser,
        favour=True,
        change=True,
        day=fought_on or one.day - timedelta(1),
        weight=one.weight * rules()["kind"]["implied"],
        before=(),
        again=False,
        guessed=fought_on is None,
    )


def fought(dossier: Dossier, after: date, before: date) -> date | None:
    """The first day of fighting told of between two days."""
    return min((one.day for one in dossier.unrest if after < one.day < before), default=None)
