"""``orontes toll``, ``displaced`` and ``relief`` as a user calls them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from orontes.case import Case


def orontes(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "orontes", *map(str, words)], capture_output=True, text=True
    )


def rows(*words: str | Path) -> list[dict[str, object]]:
    done = orontes(*words, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_totals_incidents_and_sums(hama: Case) -> None:
    every = rows("toll", hama.path)
    incidents = rows("toll", hama.path, "--by", "incident")
    totals = rows("toll", hama.path, "--by", "campaign")
    assert totals and incidents and totals + incidents == every
    (total,) = rows("toll", hama.path, "--sum")
    assert total["incidents"] == len(incidents)
    assert {one["of"] for one in rows("toll", hama.path, "--by", "place")} >= {"Idlib", "Hama"}
    assert "civilians" in {one["of"] for one in rows("toll", hama.path, "--by", "side")}


def test_since_and_the_two_times(hama: Case) -> None:
    recent = rows("toll", hama.path, "--since", "2024-12-05")
    assert 0 < len(recent) < len(rows("toll", hama.path))
    (total,) = rows("toll", hama.path, "--by", "campaign", "--known", "2024-11-30")
    assert total["killed"]["best"] == 327


def test_each_counters_own_figures_are_still_listed(hama: Case) -> None:
    assert any(
        row["counted_by"].startswith("Syrian") for row in rows("toll", hama.path, "--counts")
    )
    assert any(
        row["counted_by"] == "United Nations" for row in rows("displaced", hama.path, "--counts")
    )


@pytest.mark.parametrize("command", ["toll", "displaced", "relief"])
@pytest.mark.parametrize("form", ["table", "csv", "geojson"])
def test_every_format(hama: Case, command: str, form: str) -> None:
    done = orontes(command, hama.path, "--format", form)
    assert done.returncode == 0 and done.stdout, done.stderr


@pytest.mark.parametrize(
    "words", [["--counts", "--sum"], ["--sum", "--by", "place"], ["--since", "Monday"]]
)
def test_a_wrong_call_is_told_in_one_sentence(hama: Case, words: list[str]) -> None:
    done = orontes("toll", hama.path, *words)
    assert done.returncode == 2 and len(done.stderr.strip().splitlines()) == 1
