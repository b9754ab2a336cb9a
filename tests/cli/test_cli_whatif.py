import json
import os
import subprocess
import sys

from orontes.case import Case


def orontes(*args: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "orontes", *map(str, args)],
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "160"},
    )


def test_changes_between_two_days_tell_how_they_came_about(hama: Case) -> None:
    done = orontes(
        "changes", hama.path, "--from", "2024-12-04", "--to", "2024-12-06", "--format", "jsonl"
    )
    how = {row["place"]: row["how"] for row in map(json.loads, done.stdout.splitlines())}
    assert (how["Hama"], how["Latakia"]) == ("world", "learnt")


def test_half_a_comparison_is_refused(hama: Case) -> None:
    done = orontes("changes", hama.path, "--from", "2024-12-04")
    assert done.returncode == 2 and "--to" in done.stderr


def test_a_supposed_holder_is_marked_in_every_command_that_takes_one(hama: Case) -> None:
    suppose = ("--suppose", "Homs=opposition@2024-12-05", "--at", "2024-12-05")
    for call in (
        ("control",), ("changes",), ("routes",), ("routes", "Damascus", "Homs"),
        ("encirclement", "Tartus"),
    ):  # fmt: skip
        done = orontes(call[0], hama.path, *call[1:], *suppose, "--format", "jsonl")
        assert done.returncode == 0, done.stderr
        assert "upposed: Homs held by Syrian opposition from 5 December 2024" in done.stdout, call


def test_a_bad_supposition_is_one_sentence(hama: Case) -> None:
    done = orontes("control", hama.path, "--suppose", "Homs=opposition")
    assert done.returncode == 2 and "PLACE=HOLDER@DAY" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_brief_under_a_supposition_says_so_first(hama: Case) -> None:
    done = orontes("brief", hama.path, "--suppose", "Homs=opposition@2024-12-05")
    assert "What if?" in done.stdout.split("## ")[0] and "Homs held by" in done.stdout


def test_what_is_supposed_was_said_by_nobody(hama: Case) -> None:
    suppose = ("--suppose", "Homs=opposition@2024-12-05")
    done = orontes("history", hama.path, "Homs", *suppose)
    assert done.returncode == 2 and "--spells" in done.stderr
    spells = orontes("history", hama.path, "Homs", "--spells", *suppose, "--format", "jsonl")
    rows = [json.loads(line) for line in spells.stdout.splitlines()]
    assert any(row["basis"] == "supposed" and "supposed: Homs" in row["why"] for row in rows)
