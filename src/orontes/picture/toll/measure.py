"""People killed, injured or missing in one scope: the whole, and civilians and fighters within."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from orontes.events.figures import compatible
from orontes.events.sides import Sides
from orontes.model.toll import Bounds, Counted, Measure, Part
from orontes.picture.toll.bounds import Said, added, combined, deciding, ordered, within
from orontes.picture.toll.phrases import Reach
from orontes.picture.toll.standing import Standing, counted
from orontes.picture.toll.whom import CIVILIANS, FIGHTERS, PEOPLE, Whom

DISPUTED, ADDED = "civilian status disputed", "added from parts"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A measure with who counted, and what must be said of it."""

    measure: Measure
    counters: tuple[Counted, ...]
    flags: frozenset[str]


def reckoned(standings: Sequence[Standing], sides: Sides) -> Reckoned | None:
    """None where nobody who counts names a figure, or all name nobody."""
    fresh = [one for one in standings if one.fresh]
    whole, groups, flags = totals(fresh)
    if whole is None or whole.high == 0:
        return None
    civilians = groups.pop(Whom(CIVILIANS), None)
    inner = tuple(
        Part(group, side, sides.name(side) if side else None, within(bounds, whole))
        for (group, side), bounds in sorted(groups.items(), key=lambda item: tuple(map(str, item)))
    )
    measure = Measure(whole, within(civilians, whole) if civilians else None, inner)
    return Reckoned(measure, rows_of(standings), flags | words_of(fresh))


def rows_of(standings: Sequence[Standing]) -> tuple[Counted, ...]:
    """What stands, the most reliable first, then what is past."""
    moving = {id(one) for one in movers([one for one in standings if one.fresh])}
    rows = [row for one in standings for row in counted(one, id(one) not in moving)]
    return tuple(sorted(rows, key=lambda row: not row.stands))


def totals(
    standings: Sequence[Standing],
) -> tuple[Bounds | None, dict[Whom, Bounds], frozenset[str]]:
    """The whole, the groups within it, and how the whole was made."""
    if disputed(standings):
        return in_dispute(standings)
    groups: defaultdict[Whom, list[Said]] = defaultdict(list)
    for one in standings:
        groups[one.figure.whom].append(Said.of(one))
        for group, size in one.figure.parts:
            groups[Whom(group)].append(part_of(one, size))
    found = {key: bounds for key, said in groups.items() if (bounds := combined(said))}
    whole = found.pop(Whom(PEOPLE), None)
    counts = {one.figure.whom for one in standings} - {Whom(PEOPLE)}
    apart = [found[key] for key in counts if key in found]
    if whole is None:
        return (
            added(apart) if apart else None,
            found,
            frozenset([ADDED] if len(apart) > 1 else []),
        )
    return raised(whole, apart), found, frozenset()


def part_of(one: Standing, size: int) -> Said:
    """A part is as exact as its whole: open where the whole is."""
    whole = one.figure.reach
    exact = whole.high is not None and whole.exact
    return replace(Said.of(one), reach=Reach(size, size, size if exact else None))


def raised(whole: Bounds, apart: Iterable[Bounds]) -> Bounds:
    """The high of a whole is never below what others count of its parts."""
    best = sum(one.best for one in apart)
    if whole.high is None or best <= whole.high:
        return whole
    return ordered(whole.low, whole.best, best)


def disputed(standings: Sequence[Standing]) -> bool:
    """Whether those whom some call civilians are fighters by the word of a party they fight."""
    civilian = [one for one in standings if one.figure.whom.group == CIVILIANS]
    fighters = [
        one for one in standings if one.figure.whom.group == FIGHTERS and one.figure.bears == "high"
    ]
    return any(
        one.figure.origin != other.figure.origin and same_people(one, other)
        for one in civilian
        for other in fighters
    )


def same_people(one: Standing, other: Standing) -> bool:
    mine, its = one.figure.count, other.figure.count
    return mine is None or its is None or compatible(mine, its)


def in_dispute(
    standings: Sequence[Standing],
) -> tuple[Bounds | None, dict[Whom, Bounds], frozenset[str]]:
    """All figures are of one whole; how many of them are civilians may be none or all."""
    whole = combined(Said.of(one) for one in standings)
    found: dict[Whom, Bounds] = {}
    for group in (CIVILIANS, FIGHTERS):
        said = combined(Said.of(one) for one in standings if one.figure.whom.group == group)
        if said and whole:
            best = said.best if group == CIVILIANS else 0
            found[Whom(group)] = ordered(0, min(best, whole.best), whole.high)
    return whole, found, frozenset([DISPUTED])


def movers(standings: Sequence[Standing]) -> list[Standing]:
    """Those that move a bound of their scope."""
    groups: defaultdict[Whom, list[Standing]] = defaultdict(list)
    for one in standings:
        groups[one.figure.whom].append(one)
    found = []
    for group in groups.values():
        said = {id(one): Said.of(one) for one in group}
        kept = deciding(list(said.values()))
        found += [one for one in group if any(said[id(one)] is each for each in kept)]
    return found


def words_of(standings: Sequence[Standing]) -> frozenset[str]:
    """What the figures that stand are, where they are no plain numbers."""
    return frozenset(flag for one in movers(standings) if (flag := one.figure.reach.flag))
