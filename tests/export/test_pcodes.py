"""Boundaries that a user brings give p-codes to every export."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from orontes.case import Case
from orontes.errors import WrongCall
from orontes.export.acled import COLUMNS

HAMA = [[[36.2, 34.9], [37.2, 34.9], [37.2, 35.6], [36.2, 35.6], [36.2, 34.9]]]
NAMES = {"ADM1_EN": "Hama", "ADM1_PCODE": "SY05", "ADM2_EN": "Hama", "ADM2_PCODE": "SY0501"}


def boundaries(path: Path, names: dict[str, str]) -> Path:
    area = {"type": "Polygon", "coordinates": HAMA}
    feature = {"type": "Feature", "geometry": area, "properties": names}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


@pytest.fixture(scope="module")
def coded(hama: Case, tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("coded")
    case = Case.open(shutil.copy(hama.path, folder / "hama.gpkg"))
    assert case.import_boundaries(boundaries(folder / "adm.geojson", NAMES)) == 1
    return case


def rows(made: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(str(made))))


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("acled", "location"),
        ("ged", "where_coordinates"),
        ("hxl", "place"),
        ("control-panel", "name"),
    ],
)
def test_a_place_inside_has_its_codes(coded: Case, form: str, place: str) -> None:
    found = rows(coded.export(form))
    inside = [row for row in found if row[place] == "Hama"]
    assert inside and {row["admin2_pcode"] for row in inside} == {"SY0501"}
    assert {row["admin1_pcode"] for row in inside} == {"SY05"}
    assert "" in {row["admin2_pcode"] for row in found}


@pytest.mark.parametrize("what", ["claims", "events", "control", "toll"])
def test_listings_as_csv_have_them_too(coded: Case, what: str) -> None:
    found = rows(coded.exported(what, "csv"))
    assert {"SY0501", ""} >= {row["admin2_pcode"] for row in found} != {""}


def test_the_columns_of_others_come_first_and_stay_as_they_are(coded: Case, hama: Case) -> None:
    with_codes = str(coded.export("acled")).splitlines()[0].split(",")
    assert with_codes == [*COLUMNS, "admin1_pcode", "admin2_pcode"]
    assert str(hama.export("acled")).splitlines()[0].split(",") == COLUMNS


def test_units_of_the_panel_are_those_of_the_boundaries(coded: Case) -> None:
    found = rows(coded.export("control-panel", unit="admin2"))
    assert {"2024-12-04", "2024-12-10"} <= {r["date"] for r in found if r["unit"] == "SY0501"}


def test_boundaries_come_along_with_the_whole_case(coded: Case, tmp_path: Path) -> None:
    path = tmp_path / "whole.jsonl"
    path.write_text("".join(coded.whole()), encoding="utf-8")
    made = Case.new(tmp_path / "hama.gpkg")
    made.import_whole(path)
    assert list(made.whole()) == list(coded.whole())
    assert made.export("acled") == coded.export("acled")


def test_newer_files_with_small_letters_are_read(hama: Case, tmp_path: Path) -> None:
    case = Case.open(shutil.copy(hama.path, tmp_path / "hama.gpkg"))
    names = {"adm1_name": "Hama", "adm1_pcode": "SY05"}
    case.import_boundaries(boundaries(tmp_path / "adm.geojson", names))
    found = {row["location"]: row for row in rows(case.export("acled"))}
    assert found["Hama"]["admin1"] == "Hama" and found["Hama"]["admin1_pcode"] == "SY05"


@pytest.mark.parametrize("names", [{"NAME": "Hama"}, {"ADM0_PCODE": "SY"}])
def test_what_has_no_codes_is_told(hama: Case, tmp_path: Path, names: dict[str, str]) -> None:
    case = Case.open(shutil.copy(hama.path, tmp_path / "hama.gpkg"))
    with pytest.raises(WrongCall, match="p-codes"):
        case.import_boundaries(boundaries(tmp_path / "adm.geojson", names))
    with pytest.raises(WrongCall, match="is a case"):
        case.import_boundaries(case.path)
    assert case.revision == hama.revision
