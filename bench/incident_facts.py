"""Candidates for the days, places and tolls of MUC-4's texts beside what its gold holds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import util
from pathlib import Path
from typing import Any

from bench.predict import read_rows
from orontes.incidents import days, places, tolls
from orontes.incidents.scene import Scene
from orontes.places.names import fold
from orontes.vocabulary.load import table

Told = list[tuple["Document", set[Any]]]


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate: what it would tell, the table that weighs it, and what speaks for it."""

    told: Any
    table: str
    figures: dict[str, float]


@dataclass(frozen=True, slots=True)
class Document:
    """What a text must tell, what it may, and the candidates."""

    id: str
    fold: int
    must: set[Any]
    may: set[Any]
    rows: list[Row]


def of_days(told: Scene) -> list[Row]:
    found = days.candidates(told).items()
    return [Row(str(when.latest), "dates", figures) for when, figures in found]


def of_places(told: Scene) -> list[Row]:
    found = places.candidates(told).items()
    return [Row(fold(name), places.TABLES[key[0]], figures) for key, (name, figures) in found]


def of_tolls(told: Scene) -> list[Row]:
    return [Row(key, "toll", figures) for key, figures in tolls.candidates(told).items()]


def day_fits(gold: Any, told: str) -> bool:
    return any(low <= told <= high for low, high in gold)


QUESTIONS: dict[str, tuple[Callable[[Scene], list[Row]], str, Callable[[Any, Any], bool]]] = {
    "dates": (of_days, "gold_dates", day_fits),
    "places": (of_places, "places", lambda gold, told: told in gold),
    "toll": (of_tolls, "toll", lambda gold, told: bool(gold == told)),
}


def scorer(gold: Path) -> Any:
    spec = util.spec_from_file_location("score", gold / "score" / "score_muc4_facts.py")
    assert spec and spec.loader
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answers(score: Any, question: str, templates: list[Any], optional: bool) -> set[Any]:
    found: set[Any] = set()
    for template in templates:
        if bool(template["optional"]) == optional:
            told = getattr(score, QUESTIONS[question][1])(template)
            found |= told if question == "toll" else {told}
    return found - {(), frozenset()}


def documents(
    gold: Path, question: str, scenes: Mapping[str, Scene], folds: Mapping[str, int]
) -> Iterator[Document]:
    score = scorer(gold)
    for row in read_rows(gold / "muc4" / "open.gold.jsonl"):
        name = row["id"]
        if name in scenes:
            must, may = (answers(score, question, row["templates"], o) for o in (False, True))
            yield Document(name, folds[name], must, may, QUESTIONS[question][0](scenes[name]))


def label(question: str, one: Document, told: Any) -> float:
    """1 for right, 0 for wrong, -1 for what only an optional template holds."""
    fits = QUESTIONS[question][2]
    if any(fits(gold, told) for gold in one.must):
        return 1.0
    return -1.0 if any(fits(gold, told) for gold in one.may) else 0.0


def likeliest(
    question: str, found: list[Document], chances: Mapping[str, list[float]], threshold: float
) -> Told:
    """What the product would tell of each text at that threshold."""
    least = table("incidents")["least"].get(question, 1.0)
    told: Told = []
    for one in found:
        ranked = sorted(zip(chances[one.id], range(len(one.rows)), strict=True), reverse=True)
        kept = [i for chance, i in ranked if chance >= threshold]
        kept = kept or [i for chance, i in ranked[:1] if chance >= least]
        told.append((one, {one.rows[i].told for i in kept}))
    return told


def f1(question: str, found: Told) -> float:
    fits = QUESTIONS[question][2]
    hit = good = given = wanted = 0
    for one, told in found:
        right = {answer for answer in told if any(fits(gold, answer) for gold in one.must)}
        hit += sum(any(fits(gold, answer) for answer in told) for gold in one.must)
        good += len(right)
        given += len(told) - sum(any(fits(g, answer) for g in one.may) for answer in told - right)
        wanted += len(one.must)
    precision, recall = good / max(given, 1), hit / max(wanted, 1)
    return 200 * precision * recall / max(precision + recall, 1e-9)
