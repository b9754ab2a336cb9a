"""Kill an ``add`` of 200 reports at 30 moments; count the cases that are whole and complete.

``python -m bench.kill9 [MOMENTS]``: two thirds of the moments are spread evenly over the time that
an add takes, a third over its last sixth, in which copies are linked and layers rebuilt. Complete:
after a second add every report is there and the layers are those of the newest revision.
"""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPORTS = 200
MOMENTS = 30


def make(path: Path) -> None:
    rows = (
        {
            "text": f"Report {i}. Rebels captured Hama on Thursday. At least {i + 2} people died.",
            "publisher": "Wire",
            "published": "2024-12-05",
        }
        for i in range(REPORTS)
    )
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")


def add(case: Path, reports: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "orontes", "add", str(case), str(reports)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def state(case: Path) -> tuple[int, bool]:
    """Reports in the case, and whether each has its reading and each reading its claims."""
    db = sqlite3.connect(case)
    try:
        sound = db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        number = int(db.execute("SELECT count(*) FROM reports").fetchone()[0])
        wrong = db.execute(
            "SELECT (SELECT count(*) FROM reports WHERE id NOT IN (SELECT report FROM readings))"
            " + (SELECT count(*) FROM readings WHERE claims != (SELECT count(*) FROM claims"
            " WHERE claims.report = readings.report))"
        ).fetchone()[0]
    finally:
        db.close()
    return number, sound and wrong == 0


def derived(case: Path) -> bool:
    """Whether copies are linked and layers rebuilt up to the newest revision."""
    db = sqlite3.connect(case)
    try:
        row = db.execute(
            "SELECT upto = (SELECT max(fid) FROM reports),"
            " layers = (SELECT max(fid) FROM revisions) FROM linked"
        ).fetchone()
    finally:
        db.close()
    return bool(row[0] and row[1])


def moments(number: int, whole_run: float) -> list[float]:
    late = number // 3
    even = [whole_run * (k + 0.5) / (number - late) for k in range(number - late)]
    return even + [whole_run * (1 - (k + 0.5) / late / 6) for k in range(late)]


def main() -> None:
    number = int(sys.argv[1]) if sys.argv[1:] else MOMENTS
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        reports = folder / "reports.jsonl"
        make(reports)
        from orontes.case import Case

        Case.new(folder / "timed.gpkg")
        start = time.perf_counter()
        add(folder / "timed.gpkg", reports).wait()
        whole_run = time.perf_counter() - start
        whole = complete = 0
        for moment, seconds in enumerate(moments(number, whole_run)):
            case = folder / f"{moment}.gpkg"
            Case.new(case)
            running = add(case, reports)
            time.sleep(seconds)
            os.kill(running.pid, signal.SIGKILL)
            running.wait()
            before, sound = state(case)
            whole += sound
            add(case, reports).wait()
            after, again = state(case)
            complete += again and after == REPORTS and after >= before and derived(case)
        print(f"an add of {REPORTS} reports takes {whole_run:.1f} s")
        print(f"whole after kill -9: {whole} of {number}; complete after a second add: {complete}")


if __name__ == "__main__":
    main()
