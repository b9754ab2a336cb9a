"""Two processes that write the gazetteer at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_dumps import VILLAGE, text
from test_places_gazetteer import small

from orontes.places import compile as compiler
from orontes.places.gazetteer import Gazetteer
from orontes.places.turn import turn

MANY = 8_000


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ORONTES_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(compiler, "entries", small)
    compiler.build(compiler.default_path())
    return compiler.default_path()


def dump(folder: Path, country: str, first: int) -> Path:
    rows = [(first + i, f"{country} village {i}", *VILLAGE[2:]) for i in range(MANY)]
    path = folder / f"{country}.txt"
    path.write_text(text(*rows, country=country), encoding="utf-8")
    return path


def adding(path: Path) -> "subprocess.Popen[str]":
    call = [sys.executable, "-m", "orontes", "places", "add", str(path)]
    return subprocess.Popen(call, stderr=subprocess.PIPE, text=True, env=dict(os.environ))


def test_two_adds_at_once_are_both_kept(cache: Path, tmp_path: Path) -> None:
    running = [adding(dump(tmp_path, code, first)) for code, first in (("SY", 1), ("LB", 10_000))]
    for process in running:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
    gazetteer = Gazetteer(cache)
    for code in ("SY", "LB"):
        assert len(gazetteer.find(f"{code} village 7")) == 1
        assert (cache.parent / "dumps" / f"{code}.zip").is_file()


def test_an_add_says_that_it_waits_and_goes_on_afterwards(cache: Path, tmp_path: Path) -> None:
    path = dump(tmp_path, "SY", 1)
    with turn(cache):
        second = adding(path)
        with pytest.raises(subprocess.TimeoutExpired) as waited:
            second.communicate(timeout=10)
        assert b"waiting for another orontes" in (waited.value.stderr or b"")
        assert Gazetteer(cache).find("SY village 7") == []
    second.communicate(timeout=120)
    assert second.returncode == 0
    assert len(Gazetteer(cache).find("SY village 7")) == 1


def test_a_process_that_dies_lets_go(cache: Path, tmp_path: Path) -> None:
    holding = (
        "import sys, time; from pathlib import Path; from orontes.places.turn import turn\n"
        "with turn(Path(sys.argv[1])): print('held', flush=True); time.sleep(600)"
    )
    call = [sys.executable, "-c", holding, str(cache)]
    first = subprocess.Popen(call, stdout=subprocess.PIPE, text=True)
    assert first.stdout is not None and first.stdout.readline() == "held\n"
    first.kill()
    first.communicate()
    second = adding(dump(tmp_path, "SY", 1))
    _, said = second.communicate(timeout=120)
    assert (second.returncode, "waiting" in said) == (0, False)
