"""A whole case as JSONL makes the same case again."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from orontes.case import Case
from orontes.errors import WrongCall

EXPORTS = ("claims", "acled", "ged", "hxl")
LISTINGS = ("claims", "events", "control", "toll", "displaced", "routes", "positions")
DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)


def written(case: Case, path: Path) -> Path:
    path.write_text("".join(case.whole()), encoding="utf-8", newline="")
    return path


def again(case: Case, folder: Path) -> Case:
    made = Case.new(folder / "again.gpkg")
    made.import_whole(written(case, folder / "whole.jsonl"))
    return made


@pytest.fixture(scope="module")
def twin(hama: Case, tmp_path_factory: pytest.TempPathFactory) -> Case:
    return again(hama, tmp_path_factory.mktemp("twin"))


@pytest.mark.parametrize("form", EXPORTS)
def test_the_example_makes_the_same_files_again(hama: Case, twin: Case, form: str) -> None:
    assert hama.export(form) == twin.export(form)


@pytest.mark.parametrize("what", LISTINGS)
def test_the_example_lists_the_same_again(hama: Case, twin: Case, what: str) -> None:
    assert hama.exported(what, "jsonl") == twin.exported(what, "jsonl")


def test_judgements_roads_and_holders_come_along(hama: Case, tmp_path: Path) -> None:
    case = Case.open(shutil.copy(hama.path, tmp_path / "a.gpkg"))
    claim = case.claims(kind="territory.capture", place="Hama")[0].claim
    case.judge(claim.id, "reject", "misread", "tester")
    holders = tmp_path / "holders.csv"
    holders.write_text("place,holder,lat,lon\nHama,syr-gov,35.13,36.75\n")
    case.import_initial(holders)
    roads = tmp_path / "roads.geojson"
    line = {"type": "LineString", "coordinates": [[36.75, 35.13], [36.72, 34.73]]}
    road = {"type": "Feature", "geometry": line, "properties": {"ref": "M5"}}
    roads.write_text(json.dumps({"type": "FeatureCollection", "features": [road]}))
    case.import_roads(roads)
    made = again(case, tmp_path)
    assert claim.id not in {one.claim.id for one in made.told()}
    assert list(made.whole()) == list(case.whole())
    assert made.initial() == case.initial() and made.initial()
    kinds = {json.loads(line)["type"] for line in made.whole()}
    assert kinds >= {"report", "reading", "claim", "judgement", "initial", "road"}


def test_importing_twice_changes_nothing(twin: Case, tmp_path: Path) -> None:
    case = Case.open(shutil.copy(twin.path, tmp_path / "a.gpkg"))
    taken = case.import_whole(written(twin, tmp_path / "whole.jsonl"))
    assert (taken.reports, taken.claims, taken.judgements) == (0, 0, 0)
    assert taken.already == len(case.sources())
    assert list(case.whole()) == list(twin.whole())


def test_no_clock_is_in_the_file(hama: Case) -> None:
    for line in hama.whole():
        assert not {"made", "arrived", "revision"} & set(json.loads(line))


@pytest.mark.parametrize(
    ("number", "change", "words"),
    [
        (0, {"format": 99}, "newer"),
        (0, {"type": "report"}, "first line"),
        (1, {"text": "Another text."}, "is not that of this text"),
        (1, {"title": 5}, "texts"),
        (3, {"quote": "Nobody said this."}, "is not in its report"),
        (3, {"confidence": "high"}, "line"),
        (3, {"extra": 1}, "slots that no claim has"),
        (3, {"doc": "r_0000000000000000"}, "line"),
        (3, {"stance": "sworn"}, "slots that no claim has"),
        (3, {"type": "dream"}, "dream"),
    ],
)
def test_a_line_that_cannot_be_is_named_and_nothing_is_kept(
    twin: Case, tmp_path: Path, number: int, change: dict[str, object], words: str
) -> None:
    lines = list(twin.whole())
    lines[number] = json.dumps(json.loads(lines[number]) | change) + "\n"
    path = tmp_path / "whole.jsonl"
    path.write_text("".join(lines), encoding="utf-8")
    case = Case.new(tmp_path / "new.gpkg")
    with pytest.raises(WrongCall, match=words) as told:
        case.import_whole(path)
    assert f"whole.jsonl:{number + 1}" in str(told.value)
    assert case.sources() == [] and case.revision == 0


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(st.lists(st.tuples(WORDS, WORDS, DAYS.map(str)), min_size=1, max_size=4))
def test_any_reports_come_back_word_for_word(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    rows = [
        {"text": f"Rebels captured Hama. {text}", "publisher": name, "published": day}
        for text, name, day in told
    ]
    (folder / "reports.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    case = Case.new(folder / "a.gpkg")
    case.add([folder / "reports.jsonl"])
    made = again(case, folder)
    assert list(made.whole()) == list(case.whole())
    assert made.exported("events", "csv") == case.exported("events", "csv")
