"""The promises of the reader on the gold sets, where they are at hand (``$ORONTES_GOLD``)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.predict import predict

ROOT = Path(__file__).parents[2]
GOLD = Path(os.environ.get("ORONTES_GOLD", ROOT.parent / "shared" / "gold"))
pytestmark = pytest.mark.skipif(
    not (GOLD / "hama" / "open.gold.jsonl").is_file(),
    reason="the gold sets are not here; set ORONTES_GOLD to their folder",
)


def scored(name: str, tmp_path: Path) -> dict[str, object]:
    out = tmp_path / "predictions.jsonl"
    predict("claims", GOLD / name / "open.input.jsonl", out)
    command = [
        sys.executable,
        str(GOLD / "score" / "score_claims.py"),
        str(GOLD / name / "open.gold.jsonl"),
        str(out),
        "--must-not",
        str(GOLD / name / "open.must_not.jsonl"),
        "--kinds",
        str(GOLD / "claims" / "kinds.txt"),
        "--json",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout)) | {"given": len(out.read_text().splitlines())}


def test_the_founding_report_is_read(tmp_path: Path) -> None:
    found = scored("hama", tmp_path)
    assert found["kind"]["tp"] >= 28 and found["given"] <= 120  # type: ignore[index,operator]
    assert found["mean_slot_accuracy"] >= 0.75  # type: ignore[operator]
    assert found["must_not"]["violations"] in (0, [])  # type: ignore[index]


def test_short_reports_are_read(tmp_path: Path) -> None:
    found = scored("claims", tmp_path)
    assert found["kind"]["f1"] >= 0.5  # type: ignore[index]
