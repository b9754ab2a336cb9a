"""What speaks for a candidate, summed to a probability by the weights of ``incidents.toml``."""

from collections.abc import Hashable, Mapping
from math import exp
from typing import TypeVar

from orontes.vocabulary.load import table

Figures = dict[str, float]
K = TypeVar("K", bound=Hashable)


def chance(question: str, figures: Mapping[str, float]) -> float:
    weights: Mapping[str, float] = table("incidents").get(question, {})
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * size for name, size in figures.items())))


def likely(question: str, candidates: Mapping[K, Mapping[str, float]]) -> list[K]:
    """The candidates that ``told`` picks, each weighed by the question's own table."""
    return told(question, {key: chance(question, one) for key, one in candidates.items()})


def told(question: str, chances: Mapping[K, float]) -> list[K]:
    """Those at or above the question's threshold, the likeliest first.

    Where none is, the likeliest alone, if it is at least the question's ``least``.
    """
    known = table("incidents")
    threshold, least = known["thresholds"][question], known["least"].get(question, 1.0)
    ranked = sorted(chances, key=lambda key: -chances[key])
    return [key for key in ranked if chances[key] >= threshold] or [
        key for key in ranked[:1] if chances[key] >= least
    ]
