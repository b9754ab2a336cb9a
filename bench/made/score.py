"""Pairwise and B³ F1 of a grouping of claims into events."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import comb

Groups = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1, between 0 and 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}"


def overlaps(found: Groups, truth: Groups) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Sizes of the groups found, of the true groups, and of what each two share."""
    items = sorted(found.keys() & truth.keys())
    both = Counter(f"{found[item]}\t{truth[item]}" for item in items)
    return Counter(found[item] for item in items), Counter(truth[item] for item in items), both


def pairwise(found: Groups, truth: Groups) -> Score:
    """Over all pairs of items that stand in one group."""
    mine, true, both = overlaps(found, truth)
    right = sum(comb(size, 2) for size in both.values())
    said = sum(comb(size, 2) for size in mine.values())
    told = sum(comb(size, 2) for size in true.values())
    return Score(right / said if said else 1.0, right / told if told else 1.0)


def b_cubed(found: Groups, truth: Groups) -> Score:
    """For every item the share of its group that is right and the share of the true one found.

    Bagga and Baldwin (1998), each item with the same weight.
    """
    mine, true, both = overlaps(found, truth)
    total = sum(mine.values())
    precision = recall = 0.0
    for pair, size in both.items():
        one, other = pair.split("\t")
        precision += size * size / mine[one]
        recall += size * size / true[other]
    return Score(precision / total, recall / total) if total else Score(0.0, 0.0)


def mixed(found: Groups, truth: Groups) -> dict[str, list[str]]:
    """The groups found that hold items of several true ones, with the true ones."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for item in sorted(found.keys() & truth.keys()):
        held[found[item]].add(truth[item])
    return {group: sorted(names) for group, names in held.items() if len(names) > 1}
