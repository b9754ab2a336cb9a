"""The compiled file: built whole, rebuilt when stale, read by many threads."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orontes.places import compile as compiler
from orontes.places.distance import km_between
from orontes.places.entry import Entry, clean, table
from orontes.places.gazetteer import Gazetteer
from orontes.places.names import fold, skeleton
from orontes.places.place import Place
from orontes.places.turn import LOCK

HAMA = Place("gn:170017", "Ḩamāh", 35.13, 36.76, "settlement", "SY", "Ḩamāh", 460_602)
HOMS = Place("gn:169577", "Ḩimş", 34.72, 36.73, "settlement", "SY", "Ḩimş", 775_404)
SYRIA = Place("gn:163843", "Syria", 35.0, 38.0, "country", "SY", None, 50_000_000)


def small() -> Iterator[Entry]:
    yield Entry(SYRIA, clean({"Syria"}), demonyms=clean({"Syrian"}))
    yield Entry(HAMA, clean({"Ḩamāh"}), clean({"Hama"}))
    yield Entry(HOMS, clean({"Ḩimş"}), clean({"Homs"}))


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compiler, "entries", small)
    return tmp_path / "gazetteer.sqlite"


def test_it_is_compiled_once(path: Path) -> None:
    said: list[str] = []
    Gazetteer.open(path, said.append)
    Gazetteer.open(path, said.append)
    assert len(said) == 1


def test_a_file_of_other_data_is_compiled_again(path: Path) -> None:
    Gazetteer.open(path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE stamp SET value = 'an older Orontes'")
    said: list[str] = []
    Gazetteer.open(path, said.append)
    assert len(said) == 1


def test_a_broken_file_is_compiled_again(path: Path) -> None:
    path.write_bytes(b"not a database")
    assert Gazetteer.open(path).find("Hama") == [HAMA]


def test_a_build_that_fails_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Iterator[Entry]:
        yield from small()
        raise KeyError("half way")

    monkeypatch.setattr(compiler, "entries", broken)
    with pytest.raises(KeyError):
        Gazetteer.open(path)
    assert {one.name for one in path.parent.iterdir()} <= {LOCK}


def test_names_ids_and_neighbours(path: Path) -> None:
    gazetteer = Gazetteer.open(path)
    assert gazetteer.get("gn:170017") == HAMA
    assert gazetteer.get("gn:0") is None
    assert gazetteer.find("Umm Zafturi") == []
    assert gazetteer.near(35.1, 36.75, 60, "SY", "settlement") == [HAMA, HOMS]
    assert gazetteer.near(35.1, 36.75, 20) == [HAMA]
    assert gazetteer.near(35.1, 36.75, 60, "LB") == []
    assert gazetteer.country_of_people("Syrian") == SYRIA


def test_every_thread_may_ask(path: Path) -> None:
    gazetteer = Gazetteer.open(path)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(gazetteer.get, ["gn:170017"] * 20))
    assert found == [HAMA] * 20


def test_romanisations_are_sought_in_their_own_country_only(path: Path) -> None:
    gazetteer = Gazetteer.open(path)
    assert [place for place, _ in gazetteer.alike("Hims", "SY")] == [HOMS]
    assert gazetteer.alike("Hims", "IQ") == []


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.sampled_from(["Rastan", "Saraqib", "Zabadani", "Qusayr", "Mayadin"]), st.data())
def test_articles_and_marks_do_not_change_the_skeleton(name: str, data: st.DataObject) -> None:
    article = data.draw(st.sampled_from(["Al-", "al-", "el ", "Ar-", "as-", ""]))
    mark = data.draw(st.sampled_from(["'", "’", "ʿ", ""]))
    assert skeleton(article + name[:3] + mark + name[3:]) == skeleton(name)


@pytest.mark.parametrize("name", ["countries.csv", "extra.csv", "regions.csv", "nature.csv"])
def test_own_tables_hold_points_on_earth_and_no_row_twice(name: str) -> None:
    rows = list(table(name))
    assert all(abs(float(r["lat"])) <= 90 and abs(float(r["lon"])) <= 180 for r in rows)
    named = [(r["name"], r.get("country")) for r in rows]
    assert len(named) == len(set(named))


def test_a_degree_of_latitude_is_111_km() -> None:
    assert km_between(0, 0, 1, 0) == pytest.approx(111.2, abs=0.1)
