"""How right the claims of a coding sheet are, and how far two coders agree."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

from orontes.errors import WrongCall

YES = frozenset("yes y 1 true right".split())
NO = frozenset("no n 0 false wrong".split())
Z = 1.959964
"""The normal quantile of a two-sided interval of 95 %."""
ALL = "all"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Coded:
    """A claim with the verdict of each coder; None where a coder left it open."""

    kind: str
    of: int
    verdicts: tuple[bool | None, ...]

    @property
    def whole(self) -> bool:
        return None not in self.verdicts

    @property
    def right(self) -> bool:
        return all(self.verdicts)


def agreement(paths: Sequence[Path]) -> list[Row]:
    """A row for each kind, then one for all: how many claims were coded and are right.

    With two sheets a claim is right if both coders say so, and ``kappa`` is Cohen's. The
    interval is Wilson's at 95 %. The last row weighs each kind by how many claims of it there
    are. Raises WrongCall for sheets that do not fit each other.
    """
    if len(paths) not in {1, 2}:
        raise WrongCall("give the sheet of one coder, or those of two")
    sheets = [read(path) for path in paths]
    if any(sheet.keys() != sheets[0].keys() for sheet in sheets):
        raise WrongCall("the two sheets hold different claims; give two copies of one sheet")
    coded = [together([sheet[claim] for sheet in sheets]) for claim in sheets[0]]
    done = [one for one in coded if one.whole]
    if not done:
        raise WrongCall("no claim has a verdict; write yes or no into the column verdict")
    groups: defaultdict[str, list[Coded]] = defaultdict(list)
    for one in done:
        groups[one.kind].append(one)
    rows = [row(kind, groups[kind]) for kind in sorted(groups)]
    return [*rows, total(groups, done)]


def read(path: Path) -> dict[str, tuple[str, int, bool | None]]:
    """Kind, size of the stratum and verdict of each claim."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise WrongCall(f"{path} cannot be read as CSV ({error})") from error
    if not rows or not {"claim", "kind", "verdict"} <= set(rows[0]):
        raise WrongCall(f"{path} is no coding sheet; `orontes sample` makes one")
    return {
        one["claim"]: (one["kind"], size(one), verdict(one["verdict"], f"{path}:{number}"))
        for number, one in enumerate(rows, 2)
    }


def size(row: Row) -> int:
    told = str(row.get("of") or "")
    return int(told) if told.isdigit() and int(told) else 1


def verdict(told: str | None, where: str) -> bool | None:
    word = (told or "").strip().lower()
    if not word:
        return None
    if word not in YES | NO:
        raise WrongCall(f"{where}: a verdict is yes or no, or empty, not {told!r}")
    return word in YES


def together(coders: Sequence[tuple[str, int, bool | None]]) -> Coded:
    return Coded(coders[0][0], coders[0][1], tuple(one[2] for one in coders))


def row(kind: str, coded: Sequence[Coded]) -> Row:
    right = sum(one.right for one in coded)
    low, high = wilson(right / len(coded), len(coded))
    return {
        "kind": kind,
        "coded": len(coded),
        "right": right,
        "precision": round(right / len(coded), 3),
        "low": round(low, 3),
        "high": round(high, 3),
        **between(coded),
    }


def total(groups: dict[str, list[Coded]], done: Sequence[Coded]) -> Row:
    """All claims, each kind weighing as much as it does in the case."""
    whole = sum(coded[0].of for coded in groups.values())
    share, variance = 0.0, 0.0
    for coded in groups.values():
        weight = coded[0].of / whole
        part = sum(one.right for one in coded) / len(coded)
        share += weight * part
        variance += weight**2 * part * (1 - part) / len(coded)
    effective = share * (1 - share) / variance if variance else len(done)
    low, high = wilson(share, effective)
    return {
        "kind": ALL,
        "coded": len(done),
        "right": sum(one.right for one in done),
        "precision": round(share, 3),
        "low": round(low, 3),
        "high": round(high, 3),
        **between(done),
    }


def wilson(share: float, size: float) -> tuple[float, float]:
    """Wilson's score interval of 95 % for a share among ``size``."""
    middle = share + Z**2 / (2 * size)
    half = Z * sqrt(share * (1 - share) / size + Z**2 / (4 * size**2))
    scale = 1 + Z**2 / size
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)


def between(coded: Sequence[Coded]) -> Row:
    """How often two coders agree, and Cohen's kappa; None where chance alone would agree."""
    pairs = [one.verdicts for one in coded if len(one.verdicts) == 2]
    if not pairs:
        return {"agree": None, "kappa": None}
    agree = sum(first == second for first, second in pairs) / len(pairs)
    yes = [sum(bool(pair[i]) for pair in pairs) / len(pairs) for i in (0, 1)]
    chance = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
    kappa = (agree - chance) / (1 - chance) if chance < 1 else None
    return {"agree": round(agree, 3), "kappa": None if kappa is None else round(kappa, 3)}
