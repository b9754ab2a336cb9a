"""``orontes places add``: a country's own dump, whole or not at all."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from test_places_gazetteer import small

from orontes.errors import OrontesError
from orontes.places import compile as compiler
from orontes.places import dump
from orontes.places.added import add
from orontes.places.gazetteer import Gazetteer
from orontes.places.locate import locate

Row = tuple[int, str, str, float, float, str, str, int]
UNIT: Row = (1, "Ḩamāh", "Hama", 35.2, 37.0, "A", "ADM1", 0)
VILLAGE: Row = (2, "Umm Zafturi", "Om Zaftoori,أم", 35.4, 37.1, "P", "PPL", 0)
FARM: Row = (3, "Umm Zafturi", "", 33.0, 36.0, "S", "FRM", 0)
WELL: Row = (4, "Bir Umm Zafturi", "", 33.1, 36.1, "H", "WLL", 0)


def line(row: Row, country: str = "SY") -> str:
    number, name, others, lat, lon, sort, code, people = row
    cells = [number, name, name, others, lat, lon, sort, code, country, "", "HA", "", "", ""]
    return "\t".join(map(str, [*cells, people, "", "", "Asia/Damascus", "2024-12-05"]))


def text(*rows: Row, country: str = "SY") -> str:
    return "\n".join(line(row, country) for row in rows) + "\n"


def packed(path: Path, *members: tuple[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


@pytest.fixture
def gazetteer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compiler, "entries", small)
    path = tmp_path / "cache" / "gazetteer.sqlite"
    compiler.build(path)
    return path


@pytest.fixture
def syria(tmp_path: Path) -> Path:
    content = text(UNIT, VILLAGE, FARM, WELL)
    return packed(tmp_path / "SY.zip", ("readme.txt", "about"), ("SY.txt", content))


def ids(path: Path, name: str) -> list[str]:
    return [place.id for place in Gazetteer(path).find(name)]


def test_a_dump_brings_its_places_with_the_units_round_them(gazetteer: Path, syria: Path) -> None:
    assert add(syria, gazetteer).places == 4
    village = Gazetteer(gazetteer).get("gn:2")
    assert village and (village.kind, village.country, village.admin1) == (
        "settlement", "SY", "Ḩamāh",
    )  # fmt: skip
    assert ids(gazetteer, "Om Zaftoori") == ["gn:2"]


def test_a_village_comes_before_a_farm_of_its_name(gazetteer: Path, syria: Path) -> None:
    add(syria, gazetteer)
    place = locate(["Umm Zafturi", "Syria"], Gazetteer(gazetteer))[0]
    assert place and place.id == "gn:2"


def test_what_the_gazetteer_has_stays(gazetteer: Path, syria: Path) -> None:
    before = Gazetteer(gazetteer).get("gn:170017")
    add(syria, gazetteer)
    assert Gazetteer(gazetteer).get("gn:170017") == before
    assert ids(gazetteer, "Homs") == ["gn:169577"]


def test_adding_twice_changes_nothing(gazetteer: Path, syria: Path) -> None:
    add(syria, gazetteer)
    add(syria, gazetteer)
    assert ids(gazetteer, "Umm Zafturi") == ["gn:2", "gn:3"]


def test_a_later_dump_replaces_the_same_country_only(
    gazetteer: Path, syria: Path, tmp_path: Path
) -> None:
    other = tmp_path / "LB.txt"
    other.write_text(text((9, "Zafturiyya", "", 34, 36, "P", "PPL", 50), country="LB"))
    add(syria, gazetteer)
    add(other, gazetteer)
    later = tmp_path / "later.txt"
    later.write_text(text(UNIT, FARM))
    add(later, gazetteer)
    assert ids(gazetteer, "Umm Zafturi") == ["gn:3"]
    assert ids(gazetteer, "Zafturiyya") == ["gn:9"]


def test_a_gazetteer_compiled_anew_has_the_dumps_again(gazetteer: Path, syria: Path) -> None:
    add(syria, gazetteer)
    syria.unlink()
    gazetteer.unlink()
    compiler.build(gazetteer)
    assert ids(gazetteer, "Om Zaftoori") == ["gn:2"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "empty"),
        ("id,name\n1,Hama\n", "line 1: 1 columns"),
        (text(VILLAGE).replace("35.4", "north"), "no number"),
        (text(VILLAGE).replace("35.4", "95.4"), "nowhere on Earth"),
        (text(VILLAGE) + "\n", "line 2"),
        (text(VILLAGE) + text(FARM, country="IQ"), "single countries"),
    ],
)
def test_a_bad_table_changes_nothing_and_says_why(
    gazetteer: Path, tmp_path: Path, content: str, says: str
) -> None:
    before = gazetteer.read_bytes()
    bad = tmp_path / "bad.txt"
    bad.write_text(content)
    with pytest.raises(OrontesError, match=says):
        add(bad, gazetteer)
    assert gazetteer.read_bytes() == before
    assert not (gazetteer.parent / "dumps").exists()


@pytest.mark.parametrize("members", [[("../SY.txt", "x")], [("a.txt", "x"), ("b.txt", "x")], []])
def test_a_zip_that_is_no_dump_is_refused(
    gazetteer: Path, tmp_path: Path, members: list[tuple[str, str]]
) -> None:
    with pytest.raises(OrontesError, match="no GeoNames dump"):
        add(packed(tmp_path / "bad.zip", *members), gazetteer)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(gazetteer: Path, tmp_path: Path) -> None:
    bomb = packed(tmp_path / "SY.zip", ("SY.txt", "0" * 20_000_000))
    with pytest.raises(OrontesError, match="would unpack to 20,000,000 bytes"):
        add(bomb, gazetteer)


def test_a_table_that_never_ends_is_left(
    gazetteer: Path, syria: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dump, "MOST_BYTES", 100)
    with pytest.raises(OrontesError, match="no GeoNames dump"):
        add(syria, gazetteer)


def test_binary_rubbish_and_a_missing_file_are_told_apart(gazetteer: Path, tmp_path: Path) -> None:
    rubbish = tmp_path / "SY.txt"
    rubbish.write_bytes(b"\xff\xfe\x00" * 50)
    with pytest.raises(OrontesError, match="line 1"):
        add(rubbish, gazetteer)
    with pytest.raises(OrontesError, match="not there"):
        add(tmp_path / "none.zip", gazetteer)


def test_the_command_answers_a_bad_file_with_one_sentence(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("nothing of use\n")
    call = [sys.executable, "-m", "orontes", "places", "add", str(bad)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "line 1" in done.stderr
