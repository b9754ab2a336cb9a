"""What others' tools read: exact columns, allowed values, and no formula that runs."""

import csv
import io
import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orontes.case import Case
from orontes.errors import WrongCall
from orontes.export import acled, ged
from orontes.export.cells import STARTS, safe, table
from orontes.export.grid import middle, priogrid
from orontes.export.material import Output
from orontes.vocabulary.load import table as vocabulary

ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
    "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
    "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
    "notes,fatalities,tags,timestamp"
)
GED = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,"
    "conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,"
    "side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,"
    "source_date,source_headline,source_original,where_prec,where_coordinates,where_description,"
    "adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,"
    "event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,"
    "deaths_unknown,best,high,low,gwnoa,gwnob"
)
INTER = {
    *vocabulary("exports")["acled"]["inter"].values(),
    "Civilians",
    "Protesters",
    "Rioters",
    "",
}
HOSTILE = '=HYPERLINK("http://x") @SUM(1) took Hama. Rebels captured Hama on Thursday.'


def text(made: Output) -> str:
    assert isinstance(made, str)
    return made


def rows(made: Output) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text(made))))


def test_acled_rows_have_its_columns_and_values(hama: Case) -> None:
    made = text(hama.export("acled"))
    assert made.splitlines()[0] == ACLED
    found = rows(made)
    assert len(found) > 50 and len({row["event_id_cnty"] for row in found}) == len(found)
    types = vocabulary("exports")["acled"]["types"]
    for row in found:
        day = date.fromisoformat(row["event_date"])
        assert row["year"] == str(day.year) and row["time_precision"] in {"1", "2", "3"}
        assert [row["event_type"], row["disorder_type"]] == types[row["sub_event_type"]]
        assert {row["inter1"], row["inter2"]} <= INTER
        assert int(row["fatalities"]) >= 0 and row["notes"]
        assert bool(row["latitude"]) == bool(row["geo_precision"])
        if row["country"]:
            assert row["iso"] and row["region"] and row["event_id_cnty"][:3].isupper()


def test_the_fall_of_hama_is_one_row_as_acled_would_tell_it(hama: Case) -> None:
    [row] = [
        row
        for row in rows(hama.export("acled"))
        if row["location"] == "Hama"
        and row["sub_event_type"].startswith("Non-state actor")
        and row["event_date"] == "2024-12-05"
    ]
    assert row["actor1"] == "Syrian opposition" and row["inter1"] == "Rebel group"
    assert row["country"] == "Syria" and row["iso"] == "760" and row["region"] == "Middle East"
    assert "according to" in row["notes"] and "; " in row["source"]


def test_ged_rows_have_its_columns_and_add_up(hama: Case) -> None:
    made = text(hama.export("ged"))
    assert made.splitlines()[0] == GED
    found = rows(made)
    assert found and len({row["id"] for row in found}) == len(found)
    for row in found:
        low, best, high = (int(row[key]) for key in ("low", "best", "high"))
        parts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
        assert low <= best <= high and high >= 1
        assert sum(int(row[key]) for key in parts) == best
        assert row["type_of_violence"] in {"1", "2", "3"} and row["date_prec"] in set("12345")
        assert date.fromisoformat(row["date_start"]) <= date.fromisoformat(row["date_end"])
        if row["latitude"]:
            gid = priogrid(float(row["latitude"]), float(row["longitude"]))
            assert row["priogrid_gid"] == str(gid)
    assert {row["gwnoa"] for row in found} >= {"652", "365"}


def test_what_is_denied_or_planned_is_no_row(tmp_path: Path) -> None:
    reports = tmp_path / "reports.jsonl"
    told = [
        "Rebels plan to capture Hama next week.",
        "The army denied that rebels captured Homs.",
        "Rebels may have captured Salamiyah.",
        "Rebels captured Morek on Thursday, killing 3 soldiers.",
    ]
    rows_in = [{"text": t, "publisher": "Wire", "published": "2024-12-06"} for t in told]
    reports.write_text("\n".join(map(json.dumps, rows_in)))
    case = Case.new(tmp_path / "a.gpkg")
    case.add([reports])
    assert {row["location"] for row in rows(case.export("acled"))} == {"Morek"}
    assert {row["where_coordinates"] for row in rows(case.export("ged"))} <= {"Morek"}


def test_a_row_of_tags_stands_under_the_header(hama: Case) -> None:
    for form, tag in (("acled", "#affected+killed"), ("ged", "#affected+killed+max")):
        second = text(hama.export(form, hxl=True)).splitlines()[1].split(",")
        assert tag in second and all(not cell or cell.startswith("#") for cell in second)
    head, tags = text(hama.export("hxl")).splitlines()[:2]
    assert len(head.split(",")) == len(tags.split(",")) and "" not in tags.split(",")


def test_what_changed_between_two_times_of_knowing(hama: Case) -> None:
    then, now = "2024-12-03", "2024-12-06"
    changed = rows(hama.export("acled", known=now, since=then))
    before = {row["event_id_cnty"]: row for row in rows(hama.export("acled", known=then))}
    for row in changed:
        change, key = row.pop("change"), row["event_id_cnty"]
        if change == "deleted":
            assert before.pop(key) == row
        else:
            assert (key in before) == (change == "changed")
            before[key] = row
    after = {row["event_id_cnty"]: row for row in rows(hama.export("acled", known=now))}
    assert changed and before == after
    with pytest.raises(WrongCall, match="--since goes with"):
        hama.export("xlsx", since=then)


@given(st.text())
def test_no_text_of_a_table_begins_a_formula(value: str) -> None:
    [[cell]] = list(csv.reader(io.StringIO(table(["a"], [{"a": value}]), newline="")))[1:]
    assert not cell.lstrip(" ").startswith(STARTS)


def test_numbers_stay_numbers() -> None:
    assert table(["a", "b"], [{"a": -5, "b": -1.5}]) == "a,b\n-5,-1.5\n"
    assert safe(-5) == -5 and safe("-5") == "'-5"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("hostile")
    row = {"text": HOSTILE, "publisher": "=cmd|' /C calc'!A0", "published": "2024-12-06"}
    row |= {"title": "+1+1", "url": "@evil"}
    (folder / "reports.jsonl").write_text(json.dumps(row))
    case = Case.new(folder / "a.gpkg")
    case.add([folder / "reports.jsonl"])
    return case


@pytest.mark.parametrize("form", ["acled", "ged", "hxl", "control-panel"])
def test_hostile_texts_run_in_no_csv(hostile: Case, form: str) -> None:
    for line in csv.reader(io.StringIO(text(hostile.export(form)))):
        assert not any(cell.startswith(STARTS) for cell in line)


@pytest.mark.parametrize("what", ["claims", "events", "control"])
def test_hostile_texts_run_in_no_listing(hostile: Case, what: str) -> None:
    made = hostile.exported(what, "csv")
    assert "'=cmd" in made or what != "claims"
    for line in csv.reader(io.StringIO(made)):
        assert not any(cell.startswith(STARTS) for cell in line)


def test_a_workbook_holds_text_as_text_and_the_same_bytes_every_time(hostile: Case) -> None:
    made = hostile.export("xlsx")
    assert isinstance(made, bytes) and made == hostile.export("xlsx")
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == ["read me", "events", "control", "toll", "displaced", "sources"]
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(cell.value == "=cmd|' /C calc'!A0" and cell.quotePrefix for cell in cells)
    dates = {info.date_time for info in zipfile.ZipFile(io.BytesIO(made)).infolist()}
    assert dates == {(2000, 1, 1, 0, 0, 0)}


def test_a_workbook_keeps_numbers_as_numbers(hama: Case) -> None:
    made = hama.export("xlsx")
    assert isinstance(made, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(made))["events"]
    head = [cell.value for cell in sheet[1]]
    lats = [line[head.index("lat")].value for line in sheet.iter_rows(min_row=2)]
    assert any(isinstance(lat, float) for lat in lats)


def test_a_geopackage_of_layers_opens_in_gdal(hama: Case, tmp_path: Path) -> None:
    made = hama.export("gpkg", at="2024-12-06")
    assert isinstance(made, bytes) and made == hama.export("gpkg", at="2024-12-06")
    path = tmp_path / "layers.gpkg"
    path.write_bytes(made)
    program = f"import pyogrio; print([tuple(x) for x in pyogrio.list_layers({str(path)!r})])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    for name in ("events", "control", "routes", "places"):
        assert f"'{name}'" in done.stdout, done.stderr
    db = sqlite3.connect(path)
    assert db.execute("SELECT count(*) FROM control").fetchone()[0] == len(
        hama.control("2024-12-06")
    )
    db.close()


@pytest.mark.parametrize(("form", "suffix"), [("flatgeobuf", "fgb"), ("pmtiles", "pmtiles")])
def test_layers_for_maps_read_back(hama: Case, tmp_path: Path, form: str, suffix: str) -> None:
    made = hama.export(form)
    assert isinstance(made, dict) and f"control.{suffix}" in made
    path = tmp_path / f"control.{suffix}"
    path.write_bytes(made[path.name])
    program = f"import pyogrio; print(pyogrio.read_info({str(path)!r})['features'])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert int(done.stdout) > 20, done.stderr


def test_geoparquet_needs_an_extra_or_tells_so(hama: Case) -> None:
    try:
        from pyarrow import parquet
    except ImportError:
        with pytest.raises(WrongCall, match=r"orontes\[parquet\]"):
            hama.export("geoparquet")
        return
    made = hama.export("geoparquet")
    assert isinstance(made, dict)
    read = parquet.read_table(io.BytesIO(bytes(made["control.parquet"])))
    assert json.loads(read.schema.metadata[b"geo"])["primary_column"] == "geometry"


def test_the_panel_has_a_row_for_each_place_and_day(hama: Case) -> None:
    found = rows(hama.export("control-panel"))
    assert list(found[0])[:3] == ["geonameid", "date", "status"]
    assert len({(row["geonameid"], row["date"]) for row in found}) == len(found)
    hold = {row["date"]: row["holder"] for row in found if row["name"] == "Hama"}
    assert hold["2024-12-04"] == "syr-gov" and hold["2024-12-05"] == "syr-opposition"
    months = rows(hama.export("control-panel", by="month", unit="priogrid"))
    assert {row["date"] for row in months} == {"2024-11-30", "2024-12-10"}
    assert all(0 < float(row["share"]) <= 1 for row in months)
    with pytest.raises(WrongCall, match="--by takes"):
        hama.export("control-panel", by="year")


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_a_point_lies_in_its_grid_cell(lat: float, lon: float) -> None:
    mid = middle(priogrid(lat, lon))
    assert abs(mid[0] - lat) <= 0.2500001 and abs(mid[1] - lon) <= 0.2500001
    assert 1 <= priogrid(lat, lon) <= 259_200


def test_actors_and_ties_are_entities_that_lead_to_claims(hama: Case) -> None:
    found = [json.loads(line) for line in text(hama.export("ftm")).splitlines()]
    ids = {one["id"] for one in found}
    claims = {one.claim.id for one in hama.claims()}
    ties = [one["properties"] for one in found if one["schema"] == "UnknownLink"]
    assert "orontes-hts" in ids and ties
    for tie in ties:
        assert {tie["subject"][0], tie["object"][0]} <= ids and tie["recordId"][0] in claims


def test_entities_pass_followthemoney(hama: Case) -> None:
    model = pytest.importorskip("followthemoney").model
    for line in text(hama.export("ftm")).splitlines():
        row = json.loads(line)
        schema = model.get(row["schema"])
        assert schema is not None and set(row["properties"]) <= set(schema.properties)
        schema.validate(row)


def test_rows_pass_libhxl(hama: Case, tmp_path: Path) -> None:
    hxl = pytest.importorskip("hxl")
    path = tmp_path / "hxl.csv"
    for form, wish in (("hxl", {}), ("acled", {"hxl": True}), ("ged", {"hxl": True})):
        path.write_text(text(hama.export(form, **wish)), encoding="utf-8")
        local = hxl.input.InputOptions(allow_local=True)
        wrong: list[str] = []

        def note(one: Any, wrong: list[str] = wrong) -> None:
            if one.rule.severity != "info":
                wrong.append(str(one))

        hxl.schema(callback=note).validate(hxl.data(str(path), local))
        assert not wrong
        assert len(list(hxl.data(str(path), local))) > 0


def test_flee_inputs_name_each_place_once_and_link_what_there_is(hama: Case) -> None:
    made = hama.export("flee")
    assert isinstance(made, dict)
    places = [row["#name"] for row in rows(str(made["locations.csv"]))]
    assert len(set(places)) == len(places)
    for row in rows(str(made["routes.csv"])):
        assert {row["#name1"], row["name2"]} <= set(places) and int(row["distance"]) > 0
    days = rows(str(made["conflicts.csv"]))
    zones = {row["#name"] for row in rows(str(made["locations.csv"])) if "zone" in str(row)}
    assert set(days[0]) - {"#Day"} == zones and "Hama" in zones


@pytest.mark.parametrize("form", ["control-panel", "ftm", "flee", "flatgeobuf", "xlsx", "gpkg"])
def test_the_same_case_gives_the_same_bytes(hama: Case, tmp_path: Path, form: str) -> None:
    copy = Case.open(shutil.copy(hama.path, tmp_path / hama.path.name))
    assert copy.export(form) == hama.export(form)


def test_the_columns_are_those_of_the_field() -> None:
    assert ACLED.split(",") == acled.COLUMNS and len(acled.COLUMNS) == 31
    assert GED.split(",") == ged.COLUMNS and len(ged.COLUMNS) == 49
