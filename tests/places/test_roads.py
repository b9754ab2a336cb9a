"""Roads are read from what users have: GeoJSON, GeoPackage, OpenStreetMap."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from orontes.errors import WrongCall
from orontes.places.roads import read

OSM = """<osm version="0.6">
<node id="1" lat="34.7" lon="36.7"/><node id="2" lat="34.8" lon="36.7"/>
<node id="3" lat="34.9" lon="36.7"/><node id="4" lat="34.8" lon="36.9"/>
<way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/>
  <tag k="highway" v="motorway"/><tag k="ref" v="M5"/></way>
<way id="11"><nd ref="2"/><nd ref="4"/><tag k="highway" v="primary"/><tag k="name" v="East"/></way>
<way id="12"><nd ref="1"/><nd ref="4"/><tag k="highway" v="footway"/></way>
<way id="13"><nd ref="3"/><nd ref="4"/><tag k="waterway" v="river"/></way>
</osm>"""


def geojson(path: Path, *lines: list[list[float]]) -> Path:
    shapes = [{"type": "LineString", "coordinates": line} for line in lines]
    features = [{"type": "Feature", "properties": {}, "geometry": shape} for shape in shapes]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


def test_openstreetmap_roads_are_parted_where_they_meet(tmp_path: Path) -> None:
    path = tmp_path / "land.osm"
    path.write_text(OSM, "utf-8")
    roads = read(path)
    assert sorted((road.name, round(road.km)) for road in roads) == [
        ("East", 18),
        ("M5", 11),
        ("M5", 11),
    ]


def test_lines_without_classes_are_all_roads_and_keep_their_length(tmp_path: Path) -> None:
    bent = [[36.7, 34.7], [36.7001, 34.75], [36.7, 34.8]]
    (road,) = read(geojson(tmp_path / "lines.geojson", bent))
    assert road.name is None and 11.0 < road.km < 11.2
    assert road.points == ((34.7, 36.7), (34.8, 36.7))


def test_a_geopackage_is_read_through_gdal_and_must_be_in_degrees(tmp_path: Path) -> None:
    program = """
import sys, numpy as np, pyogrio, shapely
lines = shapely.to_wkb(np.array([shapely.LineString([(36.7, 34.7), (36.7, 34.8)])]))
for name, crs in (("ok", "EPSG:4326"), ("metres", "EPSG:32637")):
    pyogrio.raw.write(f"{sys.argv[1]}/{name}.gpkg", lines, [np.array(["A1"], dtype=object)],
        ["ref"], crs=crs, geometry_type="LineString", driver="GPKG", layer="ways")
"""
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True)
    (road,) = read(tmp_path / "ok.gpkg")
    assert road.name == "A1" and round(road.km) == 11
    with pytest.raises(WrongCall, match=r"EPSG:32637; make it WGS 84"):
        read(tmp_path / "metres.gpkg")


def test_a_file_of_no_lines_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match="holds no road"):
        read(geojson(tmp_path / "empty.geojson"))
    junk = tmp_path / "junk.pbf"
    junk.write_bytes(b"junk")
    with pytest.raises(WrongCall, match="cannot be read"):
        read(junk)
