"""What the says of one place tell beside one another: takers that no report names, news that is
none, and what a denial claims."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from orontes.picture.dossier import Dossier, Say, rules


def founded(says: Sequence[Say]) -> list[Say]:
    """Who denies that it left has the place, but not where only others are told to have had it."""
    told = [one for one in says if one.favour and not one.denial]
    had = {one.holder for one in told} | {side for one in says for side in one.before}
    return [one for one in says if not (told and one.denial and one.favour) or one.holder in had]


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


def unopposed(one: Say, dossier: Dossier) -> Say:
    """A side's word of its own success counts more where nobody speaks against it for days."""
    if one.voice_kind != "own" or not (one.change and one.favour):
        return one
    days = rules()["decide"]["unopposed_days"]
    against = (
        (other.denial or (other.holder != one.holder) == other.favour)
        and abs((other.day - one.day).days) <= days
        for other in dossier.says
        if other.day > date.min and other is not one
    )
    fights = (0 <= (other.day - one.day).days <= days for other in dossier.unrest if other.inside)
    if any(against) or any(fights):
        return one
    return replace(one, weight=one.weight * rules()["voice"]["unopposed"] / rules()["voice"]["own"])
