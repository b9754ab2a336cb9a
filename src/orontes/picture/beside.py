"""What the says of one place tell beside one another: takers that no report names, news that is
none, and what a denial claims."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from orontes.model.told import Told
from orontes.picture.dossier import Dossier, Say, Setting, Unrest, rules, words
from orontes.picture.sayings import holder_of, predicate, say


def name_takers(dossier: Dossier, setting: Setting) -> None:
    """As in "Hama has fallen", no taker named: the one side told to have taken it then.

    If there is none, or several, the loser that is named no longer holds it; if none is named, it
    is the one side that fights the last holder.
    """
    for told, day in dossier.fallen:
        near = rules()["decide"]["fallen_days"]
        takers = {
            one.holder
            for one in dossier.says
            if one.favour and one.change and abs((one.day - day).days) <= near
        }
        if len(takers) == 1:
            dossier.says += say(told, day, takers.pop(), True, setting)
        elif loser := holder_of(told.claim.target, day, setting):
            dossier.says += say(told, day, loser, False, setting)
        elif not takers and (taker := heir(dossier, told, day, setting)):
            dossier.says += say(told, day, taker, True, setting)
        else:
            parties: tuple[str, ...] = ()
            dossier.unrest.append(
                Unrest(told.claim.id, "territory.contest", day, told.known, parties, True)
            )


def heir(dossier: Dossier, told: Told, day: date, setting: Setting) -> str | None:
    """Who took a place, if no report names them: the one side that fights its last holder.

    A place won back, of whose loss nothing is told, is the holder's own again.
    """
    before = [one for one in dossier.says if one.favour and one.day < day]
    if not before:
        return None
    holder = max(before, key=lambda one: (one.day, one.weight, one.claim)).holder
    again = any(word in predicate(told.claim) for word in words("again"))
    if again and all(one.holder == holder for one in before):
        return holder
    return setting.foe(holder)


def unlike_news(says: Sequence[Say]) -> list[Say]:
    """An undated capture may tell again of one that another has undone since: then half a say."""
    news = sorted((one.day, one.holder) for one in says if one.change and one.favour)
    own: dict[str, list[date]] = {}
    for day, holder in news:
        own.setdefault(holder, []).append(day)
    return [again(one) if is_undone(one, news, own) else one for one in says]


def is_undone(one: Say, news: list[tuple[date, str]], own: dict[str, list[date]]) -> bool:
    if one.dated or not (one.change and one.favour):
        return False
    earlier = bisect_left(own[one.holder], one.day)
    if earlier == 0:
        return False
    first = bisect_left(news, (own[one.holder][earlier - 1] + timedelta(1), ""))
    return first < bisect_left(news, (one.day, ""))


def again(one: Say) -> Say:
    return replace(one, change=False, retold=True, weight=one.weight * rules()["kind"]["retold"])


def counterclaims(says: Sequence[Say]) -> list[Say]:
    """A side that denies losing a place it is told to have held claims by that to hold it."""
    held = {one.holder for one in says if one.favour} | {b for one in says for b in one.before}
    return [
        replace(
            one,
            holder=side,
            favour=True,
            voice_kind="own",
            weight=one.weight * rules()["kind"]["territory.hold"],
            denial=True,
        )
        for one in says
        if one.denial and not one.favour and one.voice.startswith("side:")
        if (side := one.voice.removeprefix("side:")) != one.holder and side in held
    ]
