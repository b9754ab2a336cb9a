"""Several counts of one scope as one set of bounds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from orontes.model.toll import Bounds
from orontes.picture.toll.phrases import Reach
from orontes.picture.toll.standing import Standing, covers

LAST = 10**12


@dataclass(frozen=True, slots=True)
class Said:
    """A reach with what decides how it counts: who bears which end, how reliable, how late."""

    reach: Reach
    bears: str
    rank: int
    age: tuple[object, ...]

    @classmethod
    def of(cls, one: Standing) -> "Said":
        return cls(one.figure.reach, one.figure.bears, one.figure.rank, one.figure.age)


def combined(said: Iterable[Said]) -> Bounds | None:
    """The lowest low, the highest high, the best of the most reliable; ties: the later, the lower.

    A word that a number of the same scope fits widens nothing; what has no number counts only
    where there is none. An end that nobody may move is 0, or open.
    """
    moving = deciding(list(said))
    if not moving:
        return None
    lows = [one.reach.low for one in moving if one.bears in ("both", "low")]
    highs = [one.reach.high for one in moving if one.bears in ("both", "high")]
    low = min(lows, default=0)
    shut = [high for high in highs if high is not None]
    high = max(shut) if shut and len(shut) == len(highs) else None
    best = best_of(moving)
    best = low if best is None else best
    return ordered(low, best, high)


def deciding(said: Sequence[Said]) -> list[Said]:
    """Those that move a bound."""
    numbers = [one for one in said if one.reach.exact]
    telling = [one for one in said if one.reach.flag != "unquantified"]
    return [
        one
        for one in (telling or said)
        if one.reach.exact or not any(covers(one.reach, other.reach) for other in numbers)
    ]


def best_of(said: Sequence[Said]) -> int | None:
    """The most reliable best, then the latest, then the lowest."""
    named = [one for one in said if one.reach.best is not None]
    if not named:
        return None
    rank = min(one.rank for one in named)
    first = [one for one in named if one.rank == rank]
    last = max(one.age[0] for one in first)  # type: ignore[type-var]
    latest = max(one.age[:2] for one in first if one.age[0] == last)
    return min(one.reach.best or 0 for one in first if one.age[:2] == latest)


def ordered(low: int, best: int, high: int | None) -> Bounds:
    """0 ≤ low ≤ best ≤ high: who admits more than another claims raises the high end."""
    low, best = max(low, 0), max(best, 0)
    if high is not None:
        high = max(high, low)
        best = min(best, high)
    return Bounds(low, max(best, low), high)


def within(part: Bounds, whole: Bounds) -> Bounds:
    """A part never larger than its whole, at none of the three."""
    high = part.high
    if whole.high is not None:
        high = whole.high if high is None else min(high, whole.high)
    low, best = min(part.low, whole.low), min(part.best, whole.best)
    return Bounds(low, best, high)


def added(bounds: Iterable[Bounds]) -> Bounds:
    """Lows, bests and highs, each for itself; one open high leaves the sum open."""
    every = list(bounds)
    highs = [one.high for one in every]
    return Bounds(
        sum(one.low for one in every),
        sum(one.best for one in every),
        None if None in highs else sum(high for high in highs if high is not None),
    )


def widest(one: Bounds, low: int = LAST, best: int = 0, high: int = 0) -> Bounds:
    """The bounds with a best and a high at least so large."""
    top = None if one.high is None else max(one.high, high)
    return ordered(min(one.low, low), max(one.best, best), top)
