"""How probable it is that a side holds a place, from what the voices say (control.toml).

Each independent voice has one say: its latest, and older ones that do not contradict it. A say
adds its weight to the log-odds of the holder it names, or takes it away. What was true before a
change is no evidence against it: says that a later change has overtaken count for the last such
holder only, and together no more than the cap; a denial older than the change counts a fifth.
"Nobody told" stands at log-odds 0 beside the holders.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
    standing = latest([one for one in says if one.day <= day])
    odds: dict[str, float] = {one.holder: 0.0 for one in standing}
    overtaken: dict[str, list[Say]] = {}
    for one in standing:
        share = currency(one, standing)
        if one.favour and share == rules()["age"]["change"]:
            overtaken.setdefault(one.holder, []).append(one)
        else:
            odds[one.holder] += one.weight * share * (1 if one.favour else -1)
    incumbent = max(overtaken, key=lambda h: max(map(newest_first, overtaken[h])), default=None)
    if incumbent:
        was = sum(one.weight for one in overtaken[incumbent])
        odds[incumbent] += min(was, rules()["age"]["cap"])
    return probable(day, odds)


def probable(day: date, odds: dict[str, float]) -> Belief:
    top = max(0.0, *odds.values()) if odds else 0.0
    total = exp(-top) + sum(exp(odds[h] - top) for h in sorted(odds))
    return Belief(day, {h: exp(odds[h] - top) / total for h in sorted(odds)}, exp(-top) / total)


def newest_first(one: Say) -> tuple[date, datetime, bool, float, str]:
    return one.day, one.known or EARLY, one.change, one.weight, one.claim


def latest(says: Iterable[Say]) -> list[Say]:
    """Every voice's standing says: back from its newest to the first that contradicts it."""
    by_voice: dict[str, list[Say]] = {}
    for one in sorted(says, key=newest_first, reverse=True):
        by_voice.setdefault(one.voice, []).append(one)
    return [one for voice in sorted(by_voice) for one in standing_of(by_voice[voice])]


def standing_of(newest: Sequence[Say]) -> list[Say]:
    kept: list[Say] = []
    for one in newest:
        if any(contradict(one, other) for other in kept):
            break
        if all((one.holder, one.favour) != (other.holder, other.favour) for other in kept):
            kept.append(one)
    return kept


def contradict(one: Say, other: Say) -> bool:
    if one.favour and other.favour:
        return one.holder != other.holder
    return one.favour != other.favour and one.holder == other.holder


def currency(one: Say, says: Iterable[Say]) -> float:
    """The share of its weight that a say keeps beside later ones that contradict it."""
    age = rules()["age"]
    share = 1.0
    for other in says:
        if not contradict(one, other) or other.denial or other.retold:
            continue
        if other.day > one.day:
            share = min(share, age["change"] if other.change else age["state"])
        elif other.day == one.day and other.change and later(other, one):
            share = min(share, age["same_day"])
    return share


def later(one: Say, other: Say) -> bool:
    return one.known is not None and other.known is not None and one.known > other.known
