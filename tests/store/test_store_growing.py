"""A case that grows: copies are linked with each add, and no layer is older than it says."""

import json
import random
import sqlite3
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from orontes.case import Case, filling
from orontes.model.report import Report, Source
from orontes.reports.copies import roots, shingles

WORDS = "rebels army town captured shelled fled market bridge night river north".split()


def written(folder: Path, number: int, seed: int) -> list[Path]:
    """Reports in files of one each: some repeat others, in any order of publication."""
    draw = random.Random(seed)
    texts = [" ".join(draw.choices(WORDS, k=draw.randint(14, 30))) for _ in range(number // 2)]
    paths = []
    for count in range(number):
        words = draw.choice(texts).split()
        if draw.random() < 0.5:
            words[draw.randrange(len(words))] = f"word{count}"
        row = {
            "text": " ".join(words),
            "publisher": f"Wire {count}",
            "published": f"2024-12-{draw.randint(1, 28):02}",
        }
        paths.append(folder / f"{seed}-{count}.jsonl")
        paths[-1].write_text(json.dumps(row))
    return paths


def rows(path: Path, question: str) -> list[tuple[object, ...]]:
    db = sqlite3.connect(path)
    try:
        return db.execute(question).fetchall()
    finally:
        db.close()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_copies_linked_one_by_one_are_those_linked_together(tmp_path: Path, seed: int) -> None:
    case = Case.new(tmp_path / "case.gpkg")
    for path in written(tmp_path, 12, seed):
        case.add([path])
    sources = case._file.sources()
    together = roots([(sources[one], parts) for one, parts in case._file.shingles()])
    assert together
    assert dict(rows(case.path, "SELECT report, copy_of FROM copies")) == together


def test_a_large_case_puts_its_layers_behind_until_they_are_renewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = written(tmp_path, 2, 0)
    case = Case.new(tmp_path / "case.gpkg")
    case.add([first])
    names = "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY 1"
    assert rows(case.path, names) == [("control",), ("events",), ("routes",)]
    monkeypatch.setattr(filling, "AT_ONCE", -1)
    case.add([second])
    assert case.is_behind
    assert rows(case.path, names) == [("control_behind",), ("events_behind",), ("routes_behind",)]
    case.add([second])
    case.renew_layers()
    assert not case.is_behind
    assert rows(case.path, names) == [("control",), ("events",), ("routes",)]
    assert rows(case.path, "SELECT DISTINCT table_name FROM gpkg_geometry_columns ORDER BY 1") == [
        ("control",),
        ("events",),
        ("routes",),
    ]


def test_what_was_stopped_between_adding_and_deriving_is_made_good(tmp_path: Path) -> None:
    first, second = written(tmp_path, 2, 0)
    case = Case.new(tmp_path / "case.gpkg")
    derive = case._derive
    case._derive = lambda: None  # type: ignore[method-assign]
    case.add([first])
    assert rows(case.path, "SELECT * FROM gpkg_contents WHERE data_type = 'features'") == []
    case._derive = derive  # type: ignore[method-assign]
    assert case.add([first]).new == 0
    assert len(rows(case.path, "SELECT * FROM gpkg_contents WHERE data_type = 'features'")) == 3
    assert not case._file.unfinished()
    case.add([second])
    assert not case._file.unfinished()


def append(path: Path, writer: int) -> int:
    """Ten reports without claims, one after another, the layers renewed with each."""
    case = Case.open(path)
    for count in range(10):
        text = f"Writer {writer} tells for the {count}th time that the bridge of the town fell."
        source = Source(f"r_{writer}_{count}", published="2024-12-05")
        case._file.append([(Report(source, text), [])], "now", [(source.id, shingles(text))])
        case._derive()
    return writer


def test_two_processes_add_at_once_while_a_third_reads(tmp_path: Path) -> None:
    case = Case.new(tmp_path / "case.gpkg")
    seen = []
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        writers = [pool.submit(append, case.path, number) for number in (1, 2)]
        while not all(one.done() for one in writers):
            assert case.control() == []
            seen.append(len(case.sources()))
    assert [one.result() for one in writers] == [1, 2]
    assert seen == sorted(seen)
    assert len(case.sources()) == 20
    assert not case._file.unfinished()
    assert rows(case.path, "PRAGMA integrity_check") == [("ok",)]
