"""Of each original source the latest figure stands; what it told before is kept."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from orontes.events.figures import compatible
from orontes.model.count import Count
from orontes.model.toll import Bounds, Counted
from orontes.picture.toll.figures import Figure
from orontes.picture.toll.phrases import Reach
from orontes.picture.toll.rules import days
from orontes.picture.toll.whom import PEOPLE, Whom


@dataclass(frozen=True, slots=True)
class Standing:
    """The latest figure of one origin, with the claims that tell it, and its earlier ones.

    Not ``fresh``: it speaks of a much earlier day than the newest one of its scope.
    """

    figure: Figure
    claims: tuple[str, ...]
    earlier: tuple[Figure, ...] = ()
    fresh: bool = True


def standing(figures: Iterable[Figure], running: bool = False) -> list[Standing]:
    """One for each origin, kind of harm and group of people.

    With ``running`` totals only those count whose day is near that of the newest one.
    """
    groups: defaultdict[tuple[str, str, Whom], list[Figure]] = defaultdict(list)
    for one in sorted(figures, key=lambda one: one.age):
        groups[one.origin, one.kind, one.whom].append(one)
    found = [latest(group) for group in groups.values()]
    found = aged(found) if running else found
    return sorted(found, key=lambda one: (one.figure.rank, one.figure.origin, one.figure.age))


def latest(group: Sequence[Figure]) -> Standing:
    """A word such as "dozens" does not replace a number that fits it: it tells it again."""
    chosen, earlier = by_report(group)
    same = [one for one in group if one.reach == chosen.reach]
    claims = tuple(dict.fromkeys(one.told.claim.id for one in same))
    old = tuple(one for one in earlier if one.reach != chosen.reach)
    return Standing(chosen, claims, old)


def by_report(group: Sequence[Figure]) -> tuple[Figure, list[Figure]]:
    """The figure of the last report that revises the one before, and those before it."""
    reports: dict[str, list[Figure]] = {}
    for one in group:
        reports.setdefault(one.told.root.id, []).append(one)
    told = [of_one(each) for each in reports.values()]
    chosen = told[0]
    for one in told[1:]:
        if not (retells(one, chosen)):
            chosen = one
    return chosen, [one for one in group if one.age < chosen.age]


def retells(later: Figure, former: Figure) -> bool:
    return former.reach.exact and not later.reach.exact and covers(later.reach, former.reach)


def covers(wide: Reach, number: Reach) -> bool:
    """Whether a number may be what a word stands for."""
    best = number.best if number.best is not None else number.low
    return wide.low <= best and (wide.high is None or best <= wide.high)


def of_one(told: Sequence[Figure]) -> Figure:
    """What one report counts of one group: the number that fits all its figures, else the largest.

    Two numbers of one report that do not fit count at least the larger one.
    """
    last = told[-1]
    numbers = {one.reach: one for one in told if one.reach.exact} or {o.reach: o for o in told}
    if len(numbers) == 1:
        return next(iter(numbers.values()))
    fitting = [
        one for one in numbers.values() if all(fit(one.count, o.count) for o in numbers.values())
    ]
    if fitting:
        return max(fitting, key=lambda one: (one.reach.low, one.age))
    largest = max(numbers.values(), key=lambda one: (one.reach.low, one.age))
    return replace(largest, reach=replace(largest.reach, high=None), day=last.day)


def fit(one: Count | None, other: Count | None) -> bool:
    return one is None or other is None or compatible(one, other)


def aged(found: Sequence[Standing]) -> list[Standing]:
    newest = max((one.figure.day for one in found if one.figure.day), default=None)
    if newest is None:
        return list(found)
    since = newest - timedelta(days("fresh"))
    return [replace(one, fresh=one.figure.day is None or one.figure.day >= since) for one in found]


def counted(one: Standing, idle: bool = False) -> list[Counted]:
    """The rows of a standing figure and of the earlier ones; ``idle``: it moves no bound."""
    rows = [row(one.figure, one.claims, one.fresh, idle)]
    seen: dict[Reach, list[Figure]] = {}
    for figure in reversed(one.earlier):
        seen.setdefault(figure.reach, []).append(figure)
    for same in seen.values():
        claims = tuple(dict.fromkeys(each.told.claim.id for each in same))
        rows.append(row(same[-1], claims, False, True))
    return rows


def row(figure: Figure, claims: tuple[str, ...], stands: bool, idle: bool) -> Counted:
    reach = figure.reach
    best = reach.best if reach.best is not None else reach.low
    return Counted(
        counter=figure.who.name,
        counter_id=figure.who.identity,
        rank=figure.who.rank,
        kind=figure.kind,
        whom=figure.whom.group if figure.whom.group else PEOPLE,
        bounds=Bounds(reach.low, best, reach.high),
        count=figure.count,
        day=figure.day,
        known=figure.told.root.known or figure.told.known,
        stands=stands,
        bears="none" if idle or not stands else figure.bears,
        claims=claims,
    )
