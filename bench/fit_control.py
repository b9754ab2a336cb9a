"""Fit ``[certainty]`` of ``vocabulary/control.toml`` to the open period of the control set.

``python -m bench.fit_control [GOLD] [--case FILE]`` prints the weights and, out of fold (five
folds by place), the Brier score of the believed holder: over every place-day on which something is
told of the place or round it, and within 14 days of a change. FILE is a case that holds the set's
reports and its initial table; without it one is made, which takes minutes. Every third day counts,
if the truth is sure of it; days within 14 of a change count five times, for it is there that a
probability is asked for.
"""

import argparse
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from importlib import util
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

import orontes
from bench.fit_incidents import fitted
from bench.predict import read_rows
from orontes.actors.registry import registry
from orontes.case import Case
from orontes.case.starting import side_of
from orontes.picture.around import Around, spots
from orontes.picture.atlas import Atlas
from orontes.picture.belief import belief
from orontes.picture.certainty import figures
from orontes.picture.spells import on, spells
from orontes.places.ground import land

NAMES = ("constant", "odds", "told", "hostile", "around")
NEAR, EVERY = timedelta(14), timedelta(3)
FOLDS, ROUND = 5, 0.1
URGENT = 5
Array = Any


@dataclass(frozen=True, slots=True)
class PlaceDay:
    """One place on one day: is the believed holder right, and is a true change near?"""

    place: str
    figures: tuple[float, ...]
    right: bool
    near: bool


class Truth:
    """The set's places, and who held each on a day; None where the truth is not sure."""

    def __init__(self, gold: Path) -> None:
        rows = read_rows(gold / "control" / "open.truth.jsonl")
        meta = next(row for row in rows if row["kind"] == "meta")
        self.first, self.last = (date.fromisoformat(meta[end]) for end in ("start", "end"))
        self.sides = {side_of(name, registry()): name for name in meta["holders"]}
        self._places = {row["pid"]: row for row in rows if row["kind"] == "place"}
        self._changes = sorted(
            (row for row in rows if row["kind"] == "change"), key=lambda row: row["date"]
        )
        self._scorer = module(gold / "score" / "score_control.py").Places(
            list(self._places.values()), set()
        )

    def place(self, name: str, lat: float, lon: float) -> str | None:
        found: str | None = self._scorer.find(name, lat, lon)
        return found

    def holder(self, place: str, day: date) -> str | None:
        now: str | None = self._places[place]["initial"]
        for change in self._changes:
            if change["pid"] == place and day.isoformat() >= change["date_lo"]:
                now = change["holder"] if day.isoformat() >= change["date_hi"] else None
        return now

    def near(self, place: str, day: date) -> bool:
        return any(
            change["pid"] == place
            and change["scored"]
            and date.fromisoformat(change["date_lo"]) - NEAR <= day
            and day <= date.fromisoformat(change["date_hi"]) + NEAR
            for change in self._changes
        )


def module(path: Path) -> Any:
    spec = util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    loaded = util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def place_days(case: Case, truth: Truth) -> Iterator[PlaceDay]:
    dossiers = Atlas(case.told(), registry(), case.initial(), land()).dossiers()
    around = Around(dossiers)
    for key, (lat, lon) in spots(dossiers).items():
        dossier = dossiers[key]
        judged = truth.place(dossier.place.name, lat, lon)
        made = spells(dossier, None)
        day = truth.first
        while judged and day <= truth.last:
            spell, holder = on(made, day), truth.holder(judged, day)
            if spell and holder and spell.holder in truth.sides:
                then = replace(spell, belief=belief(dossier.says, day))
                told = {"constant": 1.0, **figures(dossier, then, day, around)}
                if told["told"] or told["around"] > ROUND:
                    row = tuple(told[name] for name in NAMES)
                    right = truth.sides[spell.holder] == holder
                    yield PlaceDay(judged, row, right, truth.near(judged, day))
            day += EVERY


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.fit_control")
    default = Path(os.environ.get("ORONTES_GOLD", "../shared/gold"))
    parser.add_argument("gold", type=Path, nargs="?", default=default)
    parser.add_argument("--case", type=Path)
    args = parser.parse_args()
    if args.case:
        report(list(place_days(Case.open(args.case), Truth(args.gold))))
        return
    with TemporaryDirectory() as folder:
        case = orontes.new(Path(folder) / "case.gpkg")
        case.import_initial(args.gold / "control" / "open.initial.jsonl")
        case.add([args.gold / "control" / "open.input.jsonl"])
        report(list(place_days(case, Truth(args.gold))))


def report(rows: list[PlaceDay]) -> None:
    matrix = np.array([row.figures for row in rows])
    right = np.array([row.right for row in rows], dtype=float)
    near = np.array([row.near for row in rows])
    fold = np.array([int(sha256(row.place.encode()).hexdigest(), 16) % FOLDS for row in rows])
    chance = np.zeros(len(rows))
    for held in range(FOLDS):
        kept = fold != held
        weights = urged(matrix[kept], right[kept], near[kept])
        chance[fold == held] = 1 / (1 + np.exp(-matrix[fold == held] @ weights))
    for name, kept in (("all", near | ~near), ("near a change", near)):
        share = right[kept].mean()
        print(
            f"{name}: {kept.sum()} place-days, {share:.3f} right,"
            f" Brier {np.mean((chance - right)[kept] ** 2):.4f}, constant {share * (1 - share):.4f}"
        )
    for name, weight in zip(NAMES, urged(matrix, right, near), strict=True):
        print(f"{name} = {weight:.2f}")


def urged(matrix: Array, right: Array, near: Array) -> Array:
    """The regression's weights, where days near a change count ``URGENT`` times."""
    times = np.where(near, URGENT, 1)
    return fitted(np.repeat(matrix, times, axis=0), np.repeat(right, times))


if __name__ == "__main__":
    main()
