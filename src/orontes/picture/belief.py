"""How probable it is that a side holds a place, from what the voices say (control.toml).

Each independent voice has one say: its latest, and older ones that do not contradict it. A say
adds its weight to the log-odds of the holder it names, or takes it away. What was true before a
change is no evidence against it: says that a later change has overtaken count for the last such
holder only, and together no more than the cap; a denial older than the change counts a fifth.
"Nobody told" stands at log-odds 0 beside the holders.
"""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from math import exp

from orontes.picture.dossier import Say, rules

EARLY = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Belief:
    """Probability of each holder, and of none being told, after a day."""

    day: date
    holders: dict[str, float]
    unknown: float

    def best(self) -> str | None:
        return max(sorted(self.holders), key=lambda h: self.holders[h], default=None)


def belief(says: Sequence[Say], day: date) -> Belief:
    """What the says up to the end of ``day`` amount to."""
    heard = Heard()
    for one in oldest_first(one for one in says if one.day <= day):
        heard.hear(one)
    return heard.belief(day)


def oldest_first(says: Iterable[Say]) -> list[Say]:
    return sorted(says, key=newest_first, reverse=True)[::-1]


def newest_first(one: Say) -> tuple[date, datetime, bool, float, str]:
    return one.day, one.known or EARLY, one.change, one.weight, one.claim


class Heard:
    """What stands of the says heard so far, which come the oldest first."""

    def __init__(self) -> None:
        self._voices: list[str] = []
        self._standing: dict[str, list[Say]] = {}

    def hear(self, one: Say) -> None:
        """Every voice stands by its newest say and the older ones back to one that contradicts."""
        before = self._standing.get(one.voice)
        if before is None:
            insort(self._voices, one.voice)
            self._standing[one.voice] = [one]
            return
        kept = [one]
        for other in before:
            if contradict(one, other):
                break
            if (one.holder, one.favour) != (other.holder, other.favour):
                kept.append(other)
        self._standing[one.voice] = kept

    def belief(self, day: date) -> Belief:
        standing = list(self)
        shares = Shares(standing)
        odds: dict[str, float] = {one.holder: 0.0 for one in standing}
        overtaken: dict[str, list[Say]] = {}
        for one in standing:
            share = shares.of(one)
            if one.favour and share == shares.change:
                overtaken.setdefault(one.holder, []).append(one)
            else:
                odds[one.holder] += one.weight * share * (1 if one.favour else -1)
        incumbent = max(overtaken, key=lambda h: max(map(newest_first, overtaken[h])), default=None)
        if incumbent:
            was = sum(one.weight for one in overtaken[incumbent])
            odds[incumbent] += min(was, rules()["age"]["cap"])
        return probable(day, odds)

    def __iter__(self) -> Iterator[Say]:
        for voice in self._voices:
            yield from self._standing[voice]


def probable(day: date, odds: dict[str, float]) -> Belief:
    top = max(0.0, *odds.values()) if odds else 0.0
    total = exp(-top) + sum(exp(odds[h] - top) for h in sorted(odds))
    return Belief(day, {h: exp(odds[h] - top) / total for h in sorted(odds)}, exp(-top) / total)


def contradict(one: Say, other: Say) -> bool:
    if one.favour and other.favour:
        return one.holder != other.holder
    return one.favour != other.favour and one.holder == other.holder


@dataclass(slots=True)
class Told:
    """Of the says for a holder, or against it: the last change, the last state, and when a
    change of a day was last told."""

    change: date = date.min
    state: date = date.min
    known: dict[date, datetime] = field(default_factory=dict)

    def take(self, one: Say) -> None:
        if not one.change:
            self.state = max(self.state, one.day)
            return
        self.change = max(self.change, one.day)
        if one.known:
            self.known[one.day] = max(one.known, self.known.get(one.day, one.known))


class Shares:
    """The share of its weight that each say keeps beside later ones that contradict it."""

    def __init__(self, says: Iterable[Say]) -> None:
        age = rules()["age"]
        self.change: float = age["change"]
        self._state: float = age["state"]
        self._same_day: float = age["same_day"]
        self._told: dict[tuple[str, bool], Told] = {}
        for one in says:
            if not (one.denial or one.retold):
                self._told.setdefault((one.holder, one.favour), Told()).take(one)

    def of(self, one: Say) -> float:
        share = 1.0
        for (holder, favour), told in self._told.items():
            same = holder == one.holder
            against = (not same if favour else same) if one.favour else (favour and same)
            if not against:
                continue
            if told.change > one.day:
                share = min(share, self.change)
            if told.state > one.day:
                share = min(share, self._state)
            if one.known and (known := told.known.get(one.day)) and known > one.known:
                share = min(share, self._same_day)
        return share
