"""Judging at the command line: a name and a reason with each word, and what it did to the map."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from orontes.case import Case


@pytest.fixture
def case(hama: Case, tmp_path: Path) -> Case:
    return Case.open(shutil.copy(hama.path, tmp_path / "copy.gpkg"))


def orontes(
    *args: object, given: str = "", user: str = "maria"
) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "orontes", *map(str, args)]
    env = {**os.environ, "ORONTES_USER": user, "COLUMNS": "200"}
    return subprocess.run(call, capture_output=True, text=True, input=given, env=env)


def taken(case: Case, place: str) -> str:
    return case.claims(kind="territory.capture", place=place)[0].claim.id


def test_a_judgement_prints_what_it_does_to_the_map(case: Case) -> None:
    claim = taken(case, "Tell Rifaat")
    done = orontes("judge", case.path, claim[:9], "reject", "--why", "misread")
    assert done.returncode == 0
    assert done.stdout.startswith("Tell Rifaat: Syrian National Army .")
    assert "→ unknown, from 1 December 2024 on" in done.stdout
    assert "reject" in done.stderr and "maria" in done.stderr
    undone = orontes("judge", case.path, claim, "undo", "--why", "no", user="omar")
    assert "Tell Rifaat: unknown → Syrian National Army" in undone.stdout
    listed = orontes("judgements", case.path, "--format", "jsonl")
    rows = [json.loads(line) for line in listed.stdout.splitlines()]
    assert [(row["verdict"], row["user"], row["state"]) for row in rows] == [
        ("reject", "maria", "undone"),
        ("undo", "omar", "in force"),
    ]


def test_control_set_by_hand_shows_in_history(case: Case) -> None:
    words = ["judge", case.path, "Tell Rifaat", "control", "sdf", "--since", "2024-12-01"]
    done = orontes(*words, "--why", "seen on video")
    assert done.returncode == 0 and "Syrian Democratic Forces" in done.stdout
    told = orontes("history", case.path, "Tell Rifaat").stdout
    assert "analyst judgement" in told and "maria" in told and "seen on video" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["{claim}", "reject"], "say why: --why"),
        (["{claim}", "correct", "--why", "x"], "needs --set slot=VALUE"),
        (["{claim}", "reject", "--set", "kind=battle.clash", "--why", "x"], "--set goes with"),
        (["{claim}", "merge", "--why", "x"], "say with what to merge it"),
        (["{claim}", "merge", "c_none", "--why", "x"], "there is no claim or event c_none"),
        (["{claim}", "accept", "c_1", "--why", "x"], "accept takes one id"),
        (["Rastan", "control", "sdf", "--why", "x"], "control sdf --since"),
        (["Atlantis", "control", "sdf", "--since", "2024-12-01", "--why", "x"], "no place"),
        (["Rastan", "control", "martians", "--since", "2024-12-01", "--why", "x"], "martians"),
        (["Rastan", "control", "sdf", "--since", "soon", "--why", "x"], "is a day such as"),
        (["{claim}", "undo", "--why", "x"], "there is no judgement"),
        (["c_", "accept", "--why", "x"], "claims begin with c_"),
    ],
)
def test_a_wrong_call_says_what_to_do_and_changes_nothing(
    case: Case, words: list[str], said: str
) -> None:
    revision, claim = case.revision, taken(case, "Tell Rifaat")
    done = orontes("judge", case.path, *[word.format(claim=claim) for word in words])
    assert done.returncode == 2 and said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert case.revision == revision


def test_judgements_move_to_another_case(case: Case, hama: Case, tmp_path: Path) -> None:
    orontes("judge", case.path, taken(case, "Tell Rifaat"), "reject", "--why", "misread")
    file, other = tmp_path / "judgements.jsonl", tmp_path / "other.gpkg"
    assert orontes("export", case.path, "judgements", file).returncode == 0
    shutil.copy(hama.path, other)
    assert "1 judgements" in orontes("import", other, "--judgements", file).stderr
    assert "1 here already" in orontes("import", other, "--judgements", file).stderr
    assert Case.open(other).exported("control", "csv") == case.exported("control", "csv")


def test_the_queue_puts_first_what_is_doubtful_and_matters(case: Case) -> None:
    done = orontes("review", case.path, "--format", "jsonl", "--top", "8")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(rows) == 8
    assert [row["urgency"] for row in rows] == sorted((r["urgency"] for r in rows), reverse=True)
    assert all(row["reasons"] and row["would_change"] and row["quote"] for row in rows)
    assert any("→" in words for row in rows for words in row["would_change"])
    orontes("judge", case.path, rows[0]["claim"], "accept", "--why", "read it")
    later = orontes("review", case.path, "--format", "jsonl", "--top", "8").stdout
    assert rows[0]["claim"] not in later and rows[1]["claim"] in later


def test_what_the_queue_foretells_is_what_rejecting_does(case: Case) -> None:
    for one in case.review(top=3):
        told = [effect.words for effect in one.effects if "→" in effect.words]
        before = case.told()
        for claim in (one.told.claim.id, *one.also):
            case.judge(claim, "reject", "misread", "maria")
        assert told == [effect.words for effect in case.effects(before)]
        case.undo(one.told.claim.id, "only tried", "maria")
        for claim in one.also:
            case.undo(claim, "only tried", "maria")


def test_the_queue_may_be_asked_of_one_place_and_kind(case: Case) -> None:
    found = case.review(place="Hama", kind="territory")
    assert found
    for one in found:
        assert one.told.claim.kind.startswith("territory.")
        assert one.told.claim.place and "Hama" in one.told.claim.place.name
    known = case.review(top=50, known="2024-12-01")
    assert known and all(str(one.told.known) < "2024-12-02" for one in known)


def test_reviewing_at_the_terminal(case: Case) -> None:
    keys = ["r", "misread", "u", "it was right", "a", "read it", "zz", "", "q"]
    done = orontes("review", case.path, "-i", "--top", "4", given="\n".join(keys) + "\n")
    assert done.returncode == 0
    assert "if rejected:" in done.stdout and "undone: reject of" in done.stdout
    found = [(one.judgement.verdict, one.state) for one in case.judgements()]
    assert found == [("reject", "undone"), ("undo", "in force"), ("accept", "in force")]


def test_two_reviewers_at_once_hear_of_each_other(case: Case) -> None:
    first = case.review(top=1)[0].told.claim.id
    call = [sys.executable, "-m", "orontes", "review", str(case.path), "-i", "--top", "1"]
    env = {**os.environ, "ORONTES_USER": "maria"}
    running = subprocess.Popen(
        call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env
    )
    assert running.stdin and running.stdout
    shown = running.stdout.readline() + running.stdout.readline() + running.stdout.readline()
    assert first in shown
    case.judge(first, "accept", "read the page", "omar")
    said, _ = running.communicate("r\nmisread\n")
    assert "judged meanwhile by omar: accept (read the page)" in said
    assert [one.judgement.user for one in case.judgements()] == ["omar"]


def test_reread_says_what_became_of_the_judgements(case: Case) -> None:
    case.judge(taken(case, "Tell Rifaat"), "reject", "misread", "maria")
    done = orontes("reread", case.path)
    assert "1 of 1 judgements carried over" in done.stderr
    assert "orphans" not in done.stderr
