import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from orontes.case import Case

LISTINGS = ["events", "control", "toll", "displaced", "routes", "positions", "changes", "claims"]


def orontes(*args: object, given: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "orontes", *map(str, args)],
        input=given,
        capture_output=True,
        text=True,
        env={**os.environ, **env},
    )


@pytest.mark.parametrize("name", LISTINGS)
def test_a_listing_prints_rows_on_stdout_and_words_on_stderr(hama: Case, name: str) -> None:
    done = orontes(name, hama.path, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0 and rows
    assert done.stderr.strip() == f"{len(rows)} {name}"


@pytest.mark.parametrize("name", ["events", "control", "routes"])
def test_geojson_and_csv_tell_the_same_rows(hama: Case, name: str) -> None:
    features = json.loads(orontes(name, hama.path, "--format", "geojson").stdout)["features"]
    table = list(csv.DictReader(io.StringIO(orontes(name, hama.path, "--format", "csv").stdout)))
    assert len(features) == len(table) > 0
    assert any(feature["geometry"] for feature in features)


def test_a_row_leads_to_its_claim_and_sentence(hama: Case) -> None:
    spell = hama.control("2024-12-06")[0]
    done = orontes("claims", hama.path, "--id", spell.claims[0], "--format", "jsonl")
    row = json.loads(done.stdout)
    assert row["quote"] and row["publisher"] and row["url"].startswith("https://example.org/")


def test_the_case_may_come_from_the_environment(hama: Case) -> None:
    done = orontes("control", "--at", "2024-12-06", ORONTES_CASE=str(hama.path))
    assert done.returncode == 0 and "Syrian opposition" in done.stdout


def test_read_needs_no_case() -> None:
    done = orontes(
        "read", "-", "--published", "2024-12-05", given="Rebels captured Hama on Thursday."
    )
    row = json.loads(done.stdout.splitlines()[0])
    assert row["kind"] == "territory.capture" and row["place"]["id"] == "gn:170017"
    assert row["when"]["earliest"] == "2024-12-05"


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["control", "nowhere.gpkg"], 2, "there is no case at nowhere.gpkg"),
        (["add", "nowhere.gpkg", "x.txt"], 2, "there is no case"),
        (["control", "{case}", "--at", "someday"], 2, "--at is a day"),
        (["history", "{case}", "Atlantis"], 2, "no report of hama.gpkg tells who holds"),
        (["judge", "{case}", "c_none", "reject", "--why", "x"], 2, "there is no claim c_none"),
        (["export", "{case}", "dreams", "x.csv"], 2, "there is no listing 'dreams'"),
        (["export", "{case}", "events", "x.shp"], 2, "no format 'shp'"),
        (["new", "{case}"], 2, "exists already"),
        (["brief", "{case}", "-o", "/nowhere/at/all.html"], 1, "cannot be written"),
        (["control", "{case}", "--format", "xml"], 2, "xml"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_errors_are_one_sentence_and_a_code(
    hama: Case, args: list[str], code: int, words: str
) -> None:
    done = orontes(*[arg.format(case=hama.path) for arg in args])
    assert done.returncode == code
    assert words in done.stderr and "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_batch_goes_on_past_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "good.txt").write_text(
        "Rebels captured Hama on Thursday, the mayor of the town said."
    )
    case = tmp_path / "a.gpkg"
    orontes("new", case)
    done = orontes("add", case, tmp_path / "bad.pdf", tmp_path / "good.txt")
    assert done.returncode == 0
    assert "not read" in done.stderr and "1 reports added" in done.stderr
    assert orontes("add", case, tmp_path / "bad.pdf").returncode == 1


def test_the_demo_ends_with_control_and_the_paths(tmp_path: Path) -> None:
    done = orontes("demo", tmp_path / "demo")
    assert done.returncode == 0
    assert "Hama" in done.stdout and "hama.gpkg" in done.stdout and "brief.html" in done.stdout
    assert (tmp_path / "demo" / "brief.html").stat().st_size > 50_000


def test_stopped_by_the_user_it_keeps_whole_reports(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    rows = [{"text": f"Note {i}: rebels captured Hama on Thursday, he said."} for i in range(400)]
    many.write_text("\n".join(json.dumps(row) for row in rows))
    case = tmp_path / "a.gpkg"
    orontes("new", case)
    command = [sys.executable, "-m", "orontes", "add", str(case), str(many)]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    begun = case.with_name("a.gpkg-wal")
    for _ in range(300):
        if begun.exists() or running.poll() is not None:
            break
        time.sleep(0.1)
    running.send_signal(signal.SIGINT)
    _, words = running.communicate()
    assert running.returncode in {0, 130}
    if running.returncode == 130:
        assert words.strip().splitlines()[-1].startswith("orontes: stopped")
    orontes("add", case, many)
    assert len(Case.open(case).sources()) == 400


def test_read_explains_for_a_person() -> None:
    given = "Rebels captured Hama on Thursday."
    done = orontes("read", "-", "--published", "2024-12-05", "--explain", given=given)
    lines = [line.split() for line in done.stdout.splitlines()]
    assert done.returncode == 0 and done.stderr.splitlines()[-1] == "1 claims"
    assert given.split() in lines
    assert ["actor─", "kind────", "────", "when────"] in lines
    assert ["place", "Hama", "“Hama”"] in lines


def test_read_explains_in_rows() -> None:
    given = "Rebels captured Hama on Thursday."
    command = ["read", "-", "--published", "2024-12-05", "--explain", "--format"]
    row = json.loads(orontes(*command, "jsonl", given=given).stdout)
    words = {item["slot"]: item["words"] for item in row["explain"]}
    assert words["place"] == [{"start": 16, "end": 20, "text": "Hama"}]
    refused = orontes(*command, "csv", given=given)
    assert refused.returncode == 2 and "not as csv" in refused.stderr
