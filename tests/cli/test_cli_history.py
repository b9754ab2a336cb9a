import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

from orontes.case import Case

SCHEMAS = json.loads((Path(__file__).parents[2] / "docs" / "schemas.json").read_text("utf-8"))


def history(case: Case, *args: str) -> str:
    call = [sys.executable, "-m", "orontes", "history", str(case.path), *args]
    env = {**os.environ, "COLUMNS": "160"}
    return subprocess.run(call, capture_output=True, text=True, check=True, env=env).stdout


def test_a_history_is_headed_by_its_four_firsts(hama: Case) -> None:
    head = history(hama, "Hama").split("\n\n")[0].splitlines()
    assert head[0] == "Hama: from Syrian government to Syrian opposition, 2024-12-05"
    assert [line.split("  ")[1] for line in head[1:]] == [
        "first said",
        "first denied",
        "first from a second independent origin",
        "first admitted by the loser",
    ]
    assert "2024-12-04 20:40 +03:00  Barada Dispatch, citing rebels" in head[1]


def test_a_first_that_no_report_gives_is_said_to_be_not_told(hama: Case) -> None:
    head = history(hama, "Tell Rifaat").split("\n\n")[0].splitlines()
    assert [line.endswith("not told") for line in head[1:]] == [False, True, True, True]


def test_a_change_that_is_only_claimed_is_called_so(hama: Case) -> None:
    head = history(hama, "Hama", "--known", "2024-12-04T18:00Z").splitlines()[0]
    assert head.endswith("to Syrian opposition, claimed and not believed")


def test_rows_carry_the_firsts_of_every_change(hama: Case) -> None:
    rows = [json.loads(line) for line in history(hama, "Hama", "--format", "jsonl").splitlines()]
    firsts = {first["first"]: row for row in rows for first in row["firsts"]}
    assert set(firsts) == {"said", "denied", "second", "admitted"}
    assert firsts["said"]["published"] == "2024-12-04T20:40:00+03:00"
    assert all(row["quote"] and row["url"] for row in rows)
    for row in rows:
        Draft202012Validator({"$ref": "#/$defs/history", "$defs": SCHEMAS["$defs"]}).validate(row)
    table = list(csv.DictReader(io.StringIO(history(hama, "Hama", "--format", "csv"))))
    assert len(table) == len(rows)


def test_the_holders_one_after_the_other_on_demand(hama: Case) -> None:
    printed = history(hama, "Hama", "--spells", "--format", "jsonl").splitlines()
    assert [json.loads(line)["holder"] for line in printed] == ["syr-gov", "syr-opposition"]
