"""`orontes export` at the terminal: listings as before, formats by --to or by the suffix."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from orontes.case import Case
from orontes.export.catalogue import TARGETS


def orontes(*args: object) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "COLUMNS": "100"}
    call = [sys.executable, "-m", "orontes", *map(str, args)]
    return subprocess.run(call, capture_output=True, text=True, env=env)


def test_a_listing_is_written_as_before(hama: Case, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    done = orontes("export", hama.path, "events", out)
    assert done.returncode == 0 and done.stdout == "" and f"wrote {out}" in done.stderr
    assert out.read_text(encoding="utf-8") == hama.exported("events", "csv")


def test_a_format_of_others_with_the_line_to_cite_it(hama: Case, tmp_path: Path) -> None:
    out = tmp_path / "acled.csv"
    done = orontes("export", hama.path, out, "--to", "acled", "--at", "2024-12-05", "--cite")
    assert done.returncode == 0 and "5 December 2024" in done.stdout
    assert len(list(csv.DictReader(out.open(encoding="utf-8")))) > 20


def test_the_suffix_says_workbook_and_the_folder_holds_files(hama: Case, tmp_path: Path) -> None:
    assert orontes("export", hama.path, tmp_path / "a.xlsx").returncode == 0
    assert (tmp_path / "a.xlsx").read_bytes() == hama.export("xlsx")
    assert orontes("export", hama.path, tmp_path / "flee", "--to", "flee").returncode == 0
    assert (tmp_path / "flee" / "locations.csv").is_file()


def test_a_whole_case_travels_by_two_commands(hama: Case, tmp_path: Path) -> None:
    whole, copy = tmp_path / "whole.jsonl", tmp_path / "copy.gpkg"
    assert orontes("export", hama.path, whole, "--to", "claims").returncode == 0
    done = orontes("import", copy, whole)
    assert done.returncode == 0 and f"{len(hama.sources())} reports" in done.stderr
    assert "".join(Case.open(copy).whole()) == whole.read_text(encoding="utf-8")


def test_the_help_lists_every_format_with_a_line() -> None:
    told = orontes("export", "--help").stdout
    for name, target in TARGETS.items():
        assert name in told and target.about[:40] in told


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["a.csv", "--to", "dreams"], "there is no format 'dreams'"),
        (["a.csv"], "say which format"),
        (["events", "a.csv", "--to", "acled"], "CASE WHAT OUT"),
        (["a.csv", "--to", "control-panel", "--by", "hour"], "--by takes"),
        (["a.gpkg", "--to", "gpkg", "--since", "2024-12-01"], "--since goes with"),
        (["a.jsonl", "--to", "claims", "--known", "2024-12-01"], "leave them out"),
    ],
)
def test_a_wrong_call_is_one_sentence_and_writes_nothing(
    hama: Case, tmp_path: Path, args: list[str], words: str
) -> None:
    where = [str(tmp_path / arg) if "." in arg and not arg[0].isdigit() else arg for arg in args]
    done = orontes("export", hama.path, *where)
    assert done.returncode == 2 and words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1 and not list(tmp_path.iterdir())


def test_what_stood_there_stays_when_nothing_can_be_written(hama: Case, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    done = orontes("export", hama.path, tmp_path / "a.xlsx")
    assert done.returncode == 1 and "cannot be written" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_sheet_is_drawn_and_counted(hama: Case, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    assert orontes("sample", hama.path, "--n", "12", "-o", sheet).returncode == 0
    rows = list(csv.DictReader(sheet.open(encoding="utf-8")))
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows({**row, "verdict": "yes"} for row in rows)
    done = orontes("agreement", sheet, "--format", "jsonl")
    total = json.loads(done.stdout.splitlines()[-1])
    assert (total["kind"], total["coded"], total["precision"]) == ("all", 12, 1.0)
    assert orontes("agreement", tmp_path / "no.csv").returncode == 2
