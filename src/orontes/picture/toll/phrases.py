"""From a count as told to low, best and high (vocabulary/toll.toml)."""

from dataclasses import dataclass

from orontes.model.count import Count
from orontes.picture.toll.rules import rules, says

NONE = -1
SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Reach:
    """``best`` None: it names no number of its own; ``high`` None: open; ``flag`` says why."""

    low: int
    best: int | None
    high: int | None
    flag: str | None = None

    @property
    def exact(self) -> bool:
        """Whether it is a number, with or without "at least", rather than a word for one."""
        return self.flag in (None, SPLIT)


def reach(count: Count | None, sentence: str) -> Reach:
    """The bounds of a figure; without one, of the bare fact that there were some."""
    if count is None or (count.low is None and count.high is None):
        return unquantified(sentence)
    if is_casualties(count, sentence):
        return Reach(0, None, count.high if count.high is not None else count.low, "casualties")
    if count.qualifier in rules("vague"):
        low, best, high = rules("vague")[count.qualifier]
        return Reach(low, best, high, "vague")
    return numbered(count)


def unquantified(sentence: str) -> Reach:
    low, best, high = 1, 1, NONE
    for phrase, bounds in rules("unquantified").items():
        if phrase in sentence.casefold():
            low, best, high = bounds
            break
    return Reach(low, best, None if high == NONE else high, "unquantified")


def is_casualties(count: Count, sentence: str) -> bool:
    return count.measure == "casualties" or says("casualties", sentence)


def numbered(count: Count) -> Reach:
    low, high, told = count.low, count.high, count.qualifier or ""
    flag = SPLIT if told == SPLIT else None
    if low is None:
        assert high is not None
        return upper(high, told)
    if low == high and told in rules("qualifiers")["near"]:
        half = unit(low) // 2
        return Reach(max(low - half, 0), low, low + half)
    return Reach(low, low, high, flag)


def upper(high: int, told: str) -> Reach:
    """As in "nearly 60" (50, 59, 59) and "up to 60" (1, none, 60)."""
    if told in rules("qualifiers")["under"]:
        most = max(high - 1, 0)
        return Reach(max(high - unit(high), min(most, 1)), most, most)
    most = max(high - 1, 0) if told in rules("qualifiers")["below"] else high
    return Reach(min(1, most), None, most, "up to")


def unit(number: int) -> int:
    """The rounding unit of a number, at most half of it: 10 for 60, 100 for 700, 1 for 37."""
    size = 1
    while number % (size * 10) == 0 and size * 20 <= number:
        size *= 10
    return size
