"""How much two pictures of one place differ, and in which words."""

from datetime import date

from orontes.model.picture import Control
from orontes.picture.spells import UNKNOWN
from orontes.picture.words import in_words

DISPUTE = 0.1
"""How much it counts that a place is in dispute, or no longer."""
LEAST = 0.005


def shift(old: Control | None, new: Control | None) -> float:
    """The share of probability that moves from one holder to another."""
    mine, its = sure(old), sure(new)
    if holder(old) != holder(new):
        return max(mine, its)
    disputed = bool(old and old.contested) != bool(new and new.contested)
    return abs(mine - its) + DISPUTE * disputed


def holder(row: Control | None) -> str:
    return row.holder if row else UNKNOWN


def sure(row: Control | None) -> float:
    return row.probability if row and row.holder != UNKNOWN else 0.0


def phrase(
    old: Control | None, new: Control | None, day: date, end: date | None, alone: bool
) -> str:
    """As in "Tell Rifaat: Syrian National Army .81 → unknown, from 1 December 2024 on"."""
    place = old.place if old else new.place if new else ""
    when = f"at the end of {in_words(day)}" if alone else span(day, end)
    return f"{place}: {named(old)} → {named(new)}, {when}"


def named(row: Control | None) -> str:
    if row is None or row.holder == UNKNOWN:
        return UNKNOWN + (", contested" if row and row.contested else "")
    sure_ = f"{row.probability:.2f}".removeprefix("0")
    return f"{row.holder_name} {sure_}" + (", contested" if row.contested else "")


def span(day: date, end: date | None) -> str:
    return f"{in_words(day)} to {in_words(end)}" if end else f"from {in_words(day)} on"
