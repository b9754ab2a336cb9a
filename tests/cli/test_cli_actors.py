import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from orontes.case import Case


def orontes(*args: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "orontes", *map(str, args)],
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "160", "USER": "mara"},
    )


def rows(*args: object) -> list[dict[str, object]]:
    done = orontes(*args, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def case(hama: Case, tmp_path: Path) -> Path:
    return Path(shutil.copy(hama.path, tmp_path / "hama.gpkg"))


def test_actors_are_listed_with_and_without_the_word(hama: Case) -> None:
    assert rows("actors", hama.path) == rows("actors", "list", hama.path)


def test_an_actor_is_found_shown_added_to_and_the_row_taken_back(case: Path) -> None:
    assert rows("actors", "find", case, "Hayat Tahrir ash-Sham")[0]["id"] == "hts"
    add = ("--backer", "Turkey", "--from", "2024-11-27", "--source", "Wire of 27 November")
    assert orontes("actors", "add", case, "southern-ops", *add).returncode == 0
    shown = orontes("actors", "show", case, "Southern Operations Room").stdout
    assert "Turkey (tur), from 2024-11-27 [Wire of 27 November, added by mara]" in shown
    assert orontes("actors", "undo", case, 1, "--why", "no proof").returncode == 0
    assert "Turkey (tur)" not in orontes("actors", "show", case, "southern-ops").stdout
    assert "no proof" in orontes("actors", "log", case).stdout


def test_a_claim_s_name_is_merged_into_an_actor(case: Path) -> None:
    before = len(rows("claims", case, "--actor", "hts"))
    done = orontes("actors", "merge", case, "fighters", "hts", "--why", "same wire")
    assert done.returncode == 0, done.stderr
    assert len(rows("claims", case, "--actor", "hts")) > before


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("show", "CASE", "Hayat Tahrir ash-Sham"), "nearest are hts"),
        (("merge", "CASE", "nobody", "hts", "--why", "x"), "no actor is called 'nobody'"),
        (("undo", "CASE", "7", "--why", "x"), "no row 7"),
        (("add", "CASE", "x", "--source", "s", "--name", "X", "--from", "May"), "--from is a day"),
    ],
)
def test_a_wrong_call_is_one_sentence(case: Path, call: tuple[str, ...], words: str) -> None:
    done = orontes("actors", *(case if one == "CASE" else one for one in call))
    assert done.returncode == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_matrix_is_drawn_and_given_as_rows(hama: Case) -> None:
    drawn = orontes("positions", hama.path, "--matrix")
    assert "-1 condemn" in drawn.stdout
    assert "cells" in drawn.stderr
    cells = rows("positions", hama.path, "--matrix", "--actor", "irn")
    assert {cell["actor"]["id"] for cell in cells} == {"irn"}  # type: ignore[index]
    assert all(cell["quote"] and cell["claims"] for cell in cells)


def test_a_stance_over_time_is_told_by_day(hama: Case) -> None:
    found = rows("positions", hama.path, "--over-time", "--actor", "irn", "--target", "syr-gov")
    assert found
    assert [one["day"] for one in found] == sorted(str(one["day"]) for one in found)
    done = orontes("positions", hama.path, "--matrix", "--over-time")
    assert done.returncode == 2
