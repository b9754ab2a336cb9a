"""The rules of counting that are data (vocabulary/toll.toml)."""

import re
from functools import cache
from typing import Any

from orontes.vocabulary.load import table


@cache
def rules(section: str) -> dict[str, Any]:
    return dict(table("toll")[section])


@cache
def words(name: str) -> tuple[str, ...]:
    return tuple(rules("words")[name])


@cache
def pattern(name: str) -> re.Pattern[str]:
    return re.compile(rules("words")[name])


def says(name: str, sentence: str) -> bool:
    """Whether a sentence fits one of the patterns of ``[words]``."""
    return bool(pattern(name).search(sentence.casefold()))


def days(name: str) -> int:
    return int(rules("days")[name])


@cache
def ranks() -> tuple[str, ...]:
    """Kinds of counters, the most reliable first."""
    return tuple(rules("order")["ranks"])


def credible(rank: str) -> bool:
    return rank not in rules("order")["doubtful"]
