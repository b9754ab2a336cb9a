"""The founding questions, asked of the bundled dispatches."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from orontes.case import Case
from orontes.errors import WrongCall

DISPATCHES = Path(__file__).parents[2] / "examples" / "hama" / "dispatches"
EVENING = "2024-12-06"
NOON_BEFORE = "2024-12-04T12:00Z"


def holders(case: Case, known: str | None = None) -> dict[str, str]:
    return {spell.place: spell.holder for spell in case.control(EVENING, known)}


def test_who_held_what_on_the_evening_of_6_december(hama: Case) -> None:
    found = holders(hama)
    for place in ("Aleppo", "Hama", "Saraqib", "Maarrat al-Numan", "Khan Shaykhun", "Morek"):
        assert found[place] == "syr-opposition", place
    for place in ("Salamiyah", "Rastan", "Talbiseh", "Daraa"):
        assert found[place] == "syr-opposition", place
    for place in ("Homs", "Latakia", "Tartus", "Damascus"):
        assert found[place] == "syr-gov", place
    assert found["Deir ez-Zor"] == "sdf"
    assert found["Tell Rifaat"] == "sna"


def test_hama_was_not_yet_told_to_have_fallen_at_noon_on_the_fourth(hama: Case) -> None:
    spell = next(s for s in hama.control(EVENING, NOON_BEFORE) if s.place == "Hama")
    assert spell.holder == "syr-gov"
    assert spell.contested and "fighting" in spell.why


def test_every_row_of_control_leads_to_its_sentences(hama: Case) -> None:
    quotes = {one.claim.id: one.claim.quote for one in hama.told()}
    for spell in hama.control(EVENING):
        assert spell.claims, spell.place
        assert all(quotes[claim] for claim in (*spell.claims, *spell.against))


def test_a_rumour_that_was_denied_does_not_move_the_day(hama: Case) -> None:
    spells = hama.history("Hama")
    assert [(s.holder, str(s.since)) for s in spells][-1] == ("syr-opposition", "2024-12-05")


def test_the_fall_of_damascus_comes_later(hama: Case) -> None:
    later = {spell.place: spell.holder for spell in hama.control("2024-12-10")}
    assert later["Damascus"] == later["Homs"] == later["Palmyra"] == "syr-opposition"


def test_a_reprint_adds_no_source(hama: Case) -> None:
    copies = [source for source in hama.sources() if source.copy_of]
    assert len(copies) >= 4
    publishers = {source.publisher for source in copies}
    assert publishers == {"Coastline Courier", "Euphrates Post"}


def test_the_toll_has_its_counter_and_bounds(hama: Case) -> None:
    newest = next(
        t
        for t in hama.counts()
        if t.counted_by.startswith("Syrian Observatory") and not t.superseded and t.count.cumulative
    )
    assert (newest.count.low, newest.count.high) == (826, None)
    assert dict(newest.count.groups)["civilians"] == 111
    assert any(t.superseded for t in hama.counts())


def test_the_displaced_are_counted_by_whom_and_when(hama: Case) -> None:
    counted = {(m.count.low, m.counted_by) for m in hama.moves() if m.count}
    assert (48_500, "UN Office for the Coordination of Humanitarian Affairs") in counted
    assert any(low == 370_000 for low, _ in counted)


def test_positions_and_routes_are_told(hama: Case) -> None:
    assert any(p.actor.id == "egy" and p.kind == "statement.condemn" for p in hama.positions())
    states = {route.state for route in hama.routes()}
    assert {"cut", "encircle", "threaten"} <= states


def test_plans_do_not_become_events(hama: Case) -> None:
    stance = {one.claim.id: one.claim.stance for one in hama.told()}
    for event in hama.events():
        assert {stance[claim] for claim in event.claims} <= {"asserted", "attributed", "past"}


def test_an_undated_report_answers_no_question_with_known(hama: Case) -> None:
    undated = {one.claim.id for one in hama.told() if one.known is None}
    assert undated
    assert undated <= {one.claim.id for one in hama.view().told}
    assert not undated & {one.claim.id for one in hama.view(known="2025-01-01").told}


def test_what_changed_between_two_moments(hama: Case) -> None:
    pairs = hama.revised("2024-12-05T06:00Z", "2024-12-05T23:59Z", EVENING)
    changed = {now.place: (then.holder if then else None, now.holder) for then, now in pairs if now}
    assert changed["Hama"] == ("syr-gov", "syr-opposition")


def test_two_runs_give_the_same_bytes(hama: Case, tmp_path: Path) -> None:
    again = Case.new(tmp_path / "hama.gpkg")
    again.add([DISPATCHES])
    for what in (
        "claims",
        "events",
        "control",
        "changes",
        "toll",
        "displaced",
        "routes",
        "positions",
    ):
        for form in ("jsonl", "csv", "geojson"):
            assert hama.exported(what, form) == again.exported(what, form), what
    first, second = hama.brief(title="x"), again.brief(title="x")
    assert first.html == second.html and first.markdown == second.markdown


def test_the_order_of_arrival_changes_nothing(hama: Case, tmp_path: Path) -> None:
    backwards = Case.new(tmp_path / "hama.gpkg")
    for path in sorted(DISPATCHES.iterdir(), reverse=True):
        backwards.add([path])
    assert backwards.exported("control", "jsonl") == hama.exported("control", "jsonl")
    assert backwards.exported("events", "jsonl") == hama.exported("events", "jsonl")


def test_bad_times_are_told(hama: Case) -> None:
    with pytest.raises(WrongCall, match="--at is a day"):
        hama.control("6 December")
    with pytest.raises(WrongCall, match="--known is a day or an instant"):
        hama.control(known="noon")
    with pytest.raises(WrongCall, match="lists the places"):
        hama.history("Atlantis")


def test_asking_for_the_picture_loads_no_parser(hama: Case, tmp_path: Path) -> None:
    copy = shutil.copy(hama.path, tmp_path / "copy.gpkg")
    program = (
        "import sys, orontes; case = orontes.open(sys.argv[1]); case.control(); case.brief();"
        "assert 'spacy' not in sys.modules and 'trafilatura' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program, copy], check=True)
