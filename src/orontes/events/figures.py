"""Whether two figures may count the same people."""

from orontes.model.count import Count
from orontes.vocabulary.load import table

FEW = 3
FAR = 3.5


def weight(one: Count, other: Count) -> int:
    """How much two figures speak for one event (joining.toml): more if they are the same."""
    weights = table("joining")["figures"]
    if one.low == other.low and (one.low or 0) >= FEW:
        return int(weights["same"])
    if compatible(one, other):
        return int(weights["within"])
    if alike(one, other):
        return int(weights["revised"])
    return int(weights["other" if near(one, other) else "far"])


def same_scope(one: Count, other: Count) -> bool:
    return (one.measure, one.unit) == (other.measure, other.unit)


def compatible(one: Count, other: Count) -> bool:
    """Whether some number fits the bounds of both; open bounds reach to half as much again."""
    (low, high), (its_low, its_high) = bounds(one), bounds(other)
    return low <= its_high and its_low <= high


def bounds(count: Count) -> tuple[float, float]:
    low = count.low or 0
    return low, count.high if count.high is not None else low * 1.5 + FEW


def near(one: Count, other: Count) -> bool:
    small, large = sorted((one.low or one.high or 0, other.low or other.high or 0))
    return large <= small * FAR


def alike(one: Count, other: Count) -> bool:
    """Whether one may be the other revised: at most half as much again, or a few more."""
    small, large = sorted((one.low or one.high or 0, other.low or other.high or 0))
    return large <= small * 1.5 or large - small <= FEW
