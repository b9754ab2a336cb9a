"""Who is believed to hold a place of which a report only tells that it fell, was freed or left."""

from pathlib import Path

import pytest

import orontes

TABLE = "place,holder\nAleppo,Government\nHoms,Government\nIdlib,Rebels\n"


def holders(folder: Path, *reports: tuple[str, str]) -> dict[str, str]:
    case = orontes.new(folder / "war.gpkg")
    table = folder / "holders.csv"
    table.write_text(TABLE, encoding="utf-8")
    case.import_initial(table)
    for number, (day, text) in enumerate(reports):
        path = folder / f"{number}.md"
        path.write_text(f"---\npublished: {day}\n---\n{text}\n", encoding="utf-8")
        case.add([path])
    return {row.place: row.holder for row in case.control()}


FIGHT = ("2024-11-27", "Syrian rebels captured Saraqib from government forces on Wednesday.")


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian army said on Saturday that it had withdrawn from Aleppo.",
        "Aleppo is no longer under the control of the Syrian government.",
        "Syrian rebels said on Saturday that Aleppo had been liberated.",
    ],
)
def test_a_place_that_is_left_or_freed_is_its_takers(tmp_path: Path, text: str) -> None:
    held = holders(tmp_path, FIGHT, ("2024-11-30", text))
    assert held["Aleppo"] == "syr-opposition"
    assert held["Homs"] == "syr-gov"


@pytest.mark.parametrize(
    "text",
    [
        "A claim that rebels had captured Aleppo on Saturday is false.",
        "Syrian rebels entered Saraqib, south of Aleppo, which they had captured in 2012.",
        "Syrian rebels are taking Aleppo, a resident said.",
    ],
)
def test_what_is_untrue_or_old_or_going_on_moves_nothing(tmp_path: Path, text: str) -> None:
    assert holders(tmp_path, FIGHT, ("2024-11-30", text))["Aleppo"] == "syr-gov"


def test_holders_of_the_table_are_those_of_its_country(tmp_path: Path) -> None:
    assert holders(tmp_path, FIGHT)["Idlib"] == "syr-opposition"
