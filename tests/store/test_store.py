"""The case file: append-only, whole at any moment, and open to other tools."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from orontes.case import Case
from orontes.errors import BadCase, OrontesError, WrongCall
from orontes.store.schema import VERSION

DISPATCHES = Path(__file__).parents[2] / "examples" / "hama" / "dispatches"


def reports(folder: Path, number: int) -> Path:
    path = folder / "many.jsonl"
    rows = [
        {
            "text": f"Report {i}. Rebels captured Hama on Thursday. At least {i + 2} people died.",
            "publisher": "Wire",
            "published": "2024-12-05",
        }
        for i in range(number)
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def count(path: Path, table: str) -> int:
    db = sqlite3.connect(path)
    try:
        return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        db.close()


def test_adding_twice_changes_nothing_and_says_so(tmp_path: Path) -> None:
    case = Case.new(tmp_path / "a.gpkg")
    first = case.add([DISPATCHES / "2024-12-05-orontes-hama-falls.md"])
    again = case.add([DISPATCHES / "2024-12-05-orontes-hama-falls.md"])
    assert (first.new, first.already) == (1, 0)
    assert (again.new, again.already, again.claims) == (0, 1, 0)
    assert again.revision == first.revision


@pytest.mark.parametrize("table", ["reports", "claims", "judgements", "revisions"])
def test_nothing_stored_can_be_changed_or_deleted(hama: Case, tmp_path: Path, table: str) -> None:
    path = Path(shutil.copy(hama.path, tmp_path / "copy.gpkg"))
    Case.open(path).judge(hama.claims()[0].claim.id, "accept", "seen", "tester")
    db = sqlite3.connect(path)
    for statement in (f"UPDATE {table} SET fid = fid + 1000", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            db.execute(statement)
    db.close()


def test_a_rejected_reading_leaves_the_picture_but_not_the_file(hama: Case, tmp_path: Path) -> None:
    case = Case.open(shutil.copy(hama.path, tmp_path / "copy.gpkg"))
    claim = case.claims(kind="territory.capture", place="Hama")[0].claim
    case.judge(claim.id, "reject", "misread", "tester")
    assert claim.id not in {one.claim.id for one in case.told()}
    assert claim.id in {one.claim.id for one in case.told(judgements=False)}


def test_a_correction_is_carried_through(hama: Case, tmp_path: Path) -> None:
    case = Case.open(shutil.copy(hama.path, tmp_path / "copy.gpkg"))
    claim = case.claims(kind="territory.capture", place="Hama")[0].claim
    case.judge(claim.id, "correct", "a raid", "tester", ['kind="battle.clash"'])
    assert case.claims(id=claim.id)[0].claim.kind == "battle.clash"
    with pytest.raises(WrongCall, match="slot=VALUE"):
        case.judge(claim.id, "correct", "nothing said", "tester")


def test_a_new_reading_is_a_new_generation(hama: Case, tmp_path: Path) -> None:
    case = Case.open(shutil.copy(hama.path, tmp_path / "copy.gpkg"))
    before = [one.claim for one in case.told()]
    case.reread()
    assert sorted(c.id for c in before) == sorted(one.claim.id for one in case.told())
    assert count(case.path, "claims") == 2 * len(before)


def test_search_finds_words_of_the_quote(hama: Case) -> None:
    found = hama.claims(search="Taybat Imam")
    assert found and all("Taybat" in one.claim.quote for one in found)


def test_files_that_are_no_case_are_named(tmp_path: Path) -> None:
    (tmp_path / "text.gpkg").write_text("hello")
    with pytest.raises(BadCase, match="no GeoPackage"):
        Case.open(tmp_path / "text.gpkg")
    sqlite3.connect(tmp_path / "other.gpkg").executescript("CREATE TABLE t (a)").connection.close()
    with pytest.raises(BadCase, match="no Orontes case"):
        Case.open(tmp_path / "other.gpkg")
    with pytest.raises(WrongCall, match="orontes new"):
        Case.open(tmp_path / "nothing.gpkg")


def test_a_case_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    case = Case.new(tmp_path / "a.gpkg")
    db = sqlite3.connect(case.path)
    db.execute("UPDATE orontes_schema SET version = ?", (VERSION + 1,))
    db.commit()
    db.close()
    with pytest.raises(BadCase, match="newer Orontes"):
        Case.open(case.path)


def test_a_full_disk_leaves_the_case_as_it_was(tmp_path: Path) -> None:
    """A limit on the size of files stands in for the end of the disk."""
    case = Case.new(tmp_path / "a.gpkg")
    many = reports(tmp_path, 60)
    limit = case.path.stat().st_size + 40_000
    program = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}));"
        "from orontes.cli import main; sys.argv = ['orontes', 'add', *sys.argv[1:]]; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(case.path), str(many)], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr and "make room" in done.stderr
    assert whole(case.path)
    assert Case.open(case.path).add([many]).new + count_of_first(case, done) >= 0


def count_of_first(case: Case, done: object) -> int:
    return len(case.sources())


def whole(path: Path) -> bool:
    """Every report has its reading, and every reading its claims."""
    db = sqlite3.connect(path)
    try:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        unread = db.execute(
            "SELECT count(*) FROM reports WHERE id NOT IN (SELECT report FROM readings)"
        ).fetchone()[0]
        wrong = db.execute(
            "SELECT count(*) FROM readings WHERE claims !="
            " (SELECT count(*) FROM claims WHERE claims.report = readings.report"
            "  AND claims.generation = readings.generation)"
        ).fetchone()[0]
        return (unread, wrong) == (0, 0)
    finally:
        db.close()


@pytest.mark.parametrize("after", [0.6, 1.2, 1.6, 2.0, 2.5])
def test_killed_at_any_moment_the_case_is_whole(tmp_path: Path, after: float) -> None:
    case = Case.new(tmp_path / "a.gpkg")
    many = reports(tmp_path, 120)
    running = subprocess.Popen(
        [sys.executable, "-m", "orontes", "add", str(case.path), str(many)],
        stderr=subprocess.DEVNULL,
    )
    time.sleep(after)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    assert whole(case.path)
    Case.open(case.path).add([many])
    assert count(case.path, "reports") == 120
    assert whole(case.path)


def test_gdal_lists_the_layers_with_the_counts_of_the_commands(hama: Case, tmp_path: Path) -> None:
    copy = shutil.copy(hama.path, tmp_path / "copy.gpkg")
    program = (
        "import json, sys, pyogrio;"
        "names = [str(name) for name, _ in pyogrio.list_layers(sys.argv[1])];"
        "print(json.dumps({n: pyogrio.read_info(sys.argv[1], layer=n)['features'] for n in names}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, copy], capture_output=True, text=True, check=True
    )
    layers = json.loads(done.stdout)
    assert layers["events"] == len(hama.events())
    assert layers["control"] == len(hama.control())
    reported = [route for route in hama.routes() if route.basis == "reported"]
    assert layers["routes"] == len(reported)
    assert layers["reports"] == len(hama.sources())
    assert not any(name.startswith(("quotes", "gpkg", "sqlite")) for name in layers)


@pytest.mark.skipif(not shutil.which("ogrinfo"), reason="ogrinfo (gdal-bin) is not installed")
def test_ogrinfo_reads_control_as_points(hama: Case, tmp_path: Path) -> None:
    copy = shutil.copy(hama.path, tmp_path / "copy.gpkg")
    done = subprocess.run(
        ["ogrinfo", "-ro", "-so", copy, "control"], capture_output=True, text=True, check=True
    )
    assert f"Feature Count: {len(hama.control())}" in done.stdout
    assert "Geometry: Point" in done.stdout


def test_datasette_opens_it(hama: Case, tmp_path: Path) -> None:
    copy = shutil.copy(hama.path, tmp_path / "hama.gpkg")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "datasette",
            "--get",
            "/hama/events.json?_shape=array&_size=max",
            copy,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(json.loads(done.stdout)) == min(len(hama.events()), 1000)


def test_a_case_in_a_folder_without_write_access_is_read(hama: Case, tmp_path: Path) -> None:
    folder = tmp_path / "readonly"
    folder.mkdir()
    copy = Path(shutil.copy(hama.path, folder / "hama.gpkg"))
    folder.chmod(0o555)
    try:
        assert len(Case.open(copy).control()) == len(hama.control())
        if os.geteuid() != 0:
            with pytest.raises(OrontesError, match="cannot be written"):
                Case.open(copy).judge(hama.claims()[0].claim.id, "accept", "x", "y")
    finally:
        folder.chmod(0o755)
