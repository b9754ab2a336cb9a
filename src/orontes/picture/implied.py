"""Losses that no report tells, but that a later one implies.

Who wins a place back had lost it; who leaves a place had held it. The day of the loss is that of
the first fighting told of there since the holder was last told, else the day before it is undone.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from orontes.picture.dossier import Dossier, Say, Setting, rules


def imply(dossier: Dossier, setting: Setting) -> None:
    """Add to a dossier what its says imply of the holder before."""
    dossier.says += list(losses(dossier, setting))


def losses(dossier: Dossier, setting: Setting) -> Iterator[Say]:
    holder: str | None = None
    last = won = date.min
    for one in sorted(dossier.says, key=lambda s: (s.day, not s.change, s.claim)):
        if one.day == date.min and one.voice != "initial":
            continue
        again = (one.day - won).days <= rules()["decide"]["retold_days"]
        loser = None if again and one.holder == holder else who_lost(one, holder, setting)
        if loser:
            yield loss(one, loser, fought(dossier, last, one.day))
        if one.favour and not one.denial:
            won = one.day if one.change else won if one.holder == holder else date.min
            holder, last = one.holder, one.day
        elif one.change and one.holder == holder:
            holder = None


def who_lost(one: Say, holder: str | None, setting: Setting) -> str | None:
    """Who must have held the place, where the reports so far name another; None if they do not."""
    if not one.change or holder is None:
        return None
    if not one.favour:
        return one.holder if holder != one.holder and not one.within else None
    if not one.again or holder != one.holder:
        return None
    named = [side for side in one.before if side != one.holder]
    foes = named or sorted(
        b for a, b in setting.foes if a == one.holder and b in setting.belligerents
    )
    return foes[0] if len(foes) == 1 else None


def loss(one: Say, loser: str, day: date) -> Say:
    weight = one.weight * rules()["kind"]["implied"]
    return replace(
        one, holder=loser, favour=True, change=True, day=day, weight=weight, before=(), again=False
    )


def fought(dossier: Dossier, after: date, before: date) -> date:
    days = [one.day for one in dossier.unrest if after < one.day < before]
    return min(days, default=before - timedelta(1))
