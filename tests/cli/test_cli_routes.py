import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from orontes.case import Case

SCHEMAS = json.loads((Path(__file__).parents[2] / "docs" / "schemas.json").read_text("utf-8"))
GIVEN = re.compile(r"\b(safe|usable|passable|open road)\b")


def orontes(*args: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "orontes", *map(str, args)],
        capture_output=True,
        text=True,
        env={**os.environ, "COLUMNS": "160"},
    )


def fits(name: str, row: object) -> None:
    schema = {"$ref": f"#/$defs/{name}", "$defs": SCHEMAS["$defs"]}
    Draft202012Validator(schema).validate(row)


def line(*points: tuple[float, float], **tags: str) -> dict[str, object]:
    shape = {"type": "LineString", "coordinates": [[lon, lat] for lat, lon in points]}
    return {"type": "Feature", "properties": tags, "geometry": shape}


@pytest.fixture
def roads(tmp_path: Path) -> Path:
    """Homs–Talbiseh–Hama, and a river from Hama to Tartus."""
    made = tmp_path / "roads.geojson"
    homs, town, hama = (34.7241, 36.7256), (34.841, 36.731), (35.1318, 36.7578)
    features = [
        line(homs, town, hama, highway="motorway", ref="M5"),
        line(hama, (34.889, 35.887), waterway="river", highway=""),
    ]
    made.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return made


@pytest.fixture
def copy(hama: Case, tmp_path: Path) -> Path:
    return Path(shutil.copy(hama.path, tmp_path / "hama.gpkg"))


def test_a_sheet_says_what_is_not_reported_and_that_it_is_no_clearance(hama: Case) -> None:
    done = orontes("routes", hama.path, "Damascus", "Latakia", "--at", "2024-12-05")
    assert done.returncode == 0 and "no report" in done.stdout
    assert "No clearance" in done.stdout and "It depends on" in done.stdout
    assert not GIVEN.search(done.stdout) and "road" not in done.stdout.lower()


def test_the_listing_and_every_row_say_that_they_are_no_clearance(hama: Case) -> None:
    assert "No clearance" in orontes("routes", hama.path, "--at", "2024-12-05").stdout
    done = orontes("routes", hama.path, "Homs", "Tartus", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert rows and all("No clearance" in row["note"] for row in rows)


def test_rows_of_ways_fit_their_schema_and_lead_to_claims(hama: Case) -> None:
    done = orontes("routes", hama.path, "Hama", "Homs", "--at", "2024-12-06", "--format", "jsonl")
    rows = [json.loads(one) for one in done.stdout.splitlines()]
    for row in rows:
        fits("stretches", row)
        assert row["length"] == "assumed" and (row["last_report"] or row["report"] == "no report")
    claim = next(row["last_report"]["claim"] for row in rows if row["last_report"])
    assert json.loads(orontes("claims", hama.path, "--id", claim, "--format", "jsonl").stdout)[
        "quote"
    ]


def test_geojson_draws_each_stretch(hama: Case) -> None:
    done = orontes("routes", hama.path, "Homs", "Tartus", "--format", "geojson")
    features = json.loads(done.stdout)["features"]
    assert features and all(one["geometry"]["type"] == "LineString" for one in features)


def test_encirclement_is_listed_for_places_that_reports_call_so(hama: Case) -> None:
    done = orontes("encirclement", hama.path, "--at", "2024-12-04", "--format", "jsonl")
    rows = [json.loads(one) for one in done.stdout.splitlines()]
    assert "Hama" in [row["place"]["name"] for row in rows]
    for row in rows:
        fits("encirclement", row)
    assert "3 of 4" in orontes("encirclement", hama.path, "Hama", "--at", "2024-12-04").stdout


def test_imported_roads_replace_the_assumed_ways(copy: Path, roads: Path) -> None:
    assumed = orontes("routes", copy, "Homs", "Hama", "--format", "jsonl").stdout
    done = orontes("import", copy, "--roads", roads)
    assert done.returncode == 0 and "pieces of road" in done.stderr
    rows = [
        json.loads(one)
        for one in orontes("routes", copy, "Homs", "Hama", "--format", "jsonl").stdout.splitlines()
    ]
    assert '"assumed"' in assumed and {row["length"] for row in rows} == {"measured"}
    assert all(row["along"] == ["M5"] for row in rows if row["km"])
    assert 44 < sum(row["km"] for row in rows) < 48
    off = orontes("routes", copy, "Hama", "Tartus")
    assert off.returncode == 2 and "beside none of the imported roads" in off.stderr


def test_a_later_import_counts_and_the_earlier_one_stays(copy: Path, roads: Path) -> None:
    orontes("import", copy, "--roads", roads)
    first = len(Case.open(copy)._file.roads())
    text = roads.read_text("utf-8").replace("M5", "A1")
    roads.write_text(text, "utf-8")
    orontes("import", copy, "--roads", roads)
    again = Case.open(copy)._file.roads()
    assert len(again) == first and {road.name for road in again} == {"A1"}
    import sqlite3

    with sqlite3.connect(copy) as db:
        assert db.execute("SELECT count(DISTINCT revision) FROM roads").fetchone() == (2,)
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            db.execute("DELETE FROM roads")
    db.close()


def test_roads_are_a_layer_for_other_programs(copy: Path, roads: Path) -> None:
    orontes("import", copy, "--roads", roads)
    program = f"import pyogrio; print(pyogrio.read_info({str(copy)!r}, layer='roads')['features'])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == str(len(Case.open(copy)._file.roads()))


def test_places_of_an_initial_table_are_on_the_ways(copy: Path, tmp_path: Path) -> None:
    table = tmp_path / "start.csv"
    rows = (
        "Masyaf,syr-gov,35.065,36.34\nHill 7,syr-gov,35.14,36.66\nSalamiyah,syr-gov,35.011,37.053\n"
    )
    table.write_text("place,holder,lat,lon\n" + rows, "utf-8")
    assert orontes("import", copy, "--initial", table).returncode == 0
    done = orontes("encirclement", copy, "Hama", "--at", "2024-12-04", "--format", "jsonl")
    row = json.loads(done.stdout)
    assert {"east", "west", "south"} <= set(row["free"]) and row["sides_high"] == 1
    assert "Hill 7" in [one["towards"]["name"] for one in row["exits"]]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["routes", "{case}", "Atlantis", "Homs"], "no place 'Atlantis'"),
        (["routes", "{case}", "Hama"], "name the other end too"),
        (["routes", "{case}", "Hama", "Hama"], "are one place"),
        (["routes", "{case}", "Hama", "Homs", "--at", "soon"], "--at is a day"),
        (["encirclement", "{case}", "Atlantis"], "no place 'Atlantis'"),
        (["import", "{case}"], "say what to import"),
        (["import", "{case}", "--roads", "nowhere.gpkg"], "there is no file nowhere.gpkg"),
        (["import", "{case}", "--roads", "{case}"], "is an Orontes case"),
        (["import", "{case}", "--roads", "{bad}"], "is no GeoJSON of lines"),
        (["import", "{case}", "--roads", "{metres}"], "is not in degrees"),
    ],
)
def test_a_wrong_call_is_one_sentence(
    hama: Case, tmp_path: Path, args: list[str], words: str
) -> None:
    bad, metres = tmp_path / "bad.geojson", tmp_path / "metres.geojson"
    bad.write_text('{"type": "Point"}', "utf-8")
    far = {"type": "FeatureCollection", "features": [line((3800000.0, 4e5), (3800000.0, 5e5))]}
    metres.write_text(json.dumps(far), "utf-8")
    names = {"case": hama.path, "bad": bad, "metres": metres}
    done = orontes(*[arg.format(**names) for arg in args])
    assert done.returncode == 2 and words in done.stderr and done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
