"""A case that starts from a table of who held what."""

from pathlib import Path

import pytest

import orontes
from orontes.case import Case
from orontes.errors import WrongCall


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return orontes.new(tmp_path / "war.gpkg")


def table(tmp_path: Path, *rows: str, name: str = "holders.csv") -> Path:
    path = tmp_path / name
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_the_table_holds_until_a_report_tells_otherwise(case: Case, tmp_path: Path) -> None:
    given = table(tmp_path, "place,holder", "Hama,Government of Syria", "Homs,Syrian government")
    assert case.import_initial(given) == 2
    assert {(row.place, row.holder, row.basis) for row in case.control()} == {
        ("Hama", "syr-gov", "initial"),
        ("Homs", "syr-gov", "initial"),
    }
    report = tmp_path / "news.md"
    report.write_text(
        "---\npublished: 2024-12-05\n---\nSyrian rebels captured Hama on Thursday.\n",
        encoding="utf-8",
    )
    case.add([report])
    holders = {row.place: row.holder_name for row in case.control()}
    assert holders == {"Hama": "Syrian opposition", "Homs": "Syrian government"}


def test_a_later_table_replaces_the_first(case: Case, tmp_path: Path) -> None:
    case.import_initial(table(tmp_path, "place,holder", "Hama,Russia"))
    case.import_initial(table(tmp_path, '{"place": "Homs", "holder": "Russia"}', name="b.jsonl"))
    assert [row.place for row in case.control()] == ["Homs"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Hama,,,", ":2: a row needs a place and a holder"),
        ("Hama,Russia,north,3", ":2: .*lat and lon are degrees"),
        ("Hama,Russia,95,3", ":2: .*no degrees"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_kept(
    case: Case, tmp_path: Path, row: str, words: str
) -> None:
    with pytest.raises(WrongCall, match=words):
        case.import_initial(table(tmp_path, "place,holder,lat,lon", row))
    assert case.control() == []


def test_two_holders_of_one_place_are_refused(case: Case, tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match="leave one row"):
        case.import_initial(
            table(tmp_path, "place,holder", "Hama,Russia", "Hama,Syrian government")
        )
