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
    """The candidates at or above the question's threshold, the likeliest first."""
    chances = {key: chance(question, figures) for key, figures in candidates.items()}
    threshold = table("incidents")["thresholds"][question]
    told = [key for key in candidates if chances[key] >= threshold]
    return sorted(told, key=lambda key: -chances[key])
