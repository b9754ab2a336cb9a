"""What if a place falls, and what changed between two days, asked of the bundled dispatches."""

from datetime import date

import pytest

from orontes.case import Case
from orontes.errors import WrongCall
from orontes.model.picture import Route

FALLS = ["Homs=opposition@2024-12-05"]


def test_what_if_homs_falls_shows_in_who_holds_what(hama: Case) -> None:
    row = next(r for r in hama.control("2024-12-05", suppose=FALLS) if r.place == "Homs")
    assert (row.holder, row.basis) == ("syr-opposition", "supposed")
    assert row.why.startswith("supposed: Homs held by Syrian opposition from 5 December 2024")
    others = {r.place: r for r in hama.control("2024-12-05", suppose=FALLS) if r.place != "Homs"}
    assert others == {r.place: r for r in hama.control("2024-12-05") if r.place != "Homs"}


def test_what_is_supposed_is_not_kept(hama: Case) -> None:
    before, revision = hama.control("2024-12-05"), hama.revision
    hama.control("2024-12-05", suppose=FALLS)
    assert (hama.control("2024-12-05"), hama.revision) == (before, revision)


def test_what_if_homs_falls_cuts_damascus_from_the_coast(hama: Case) -> None:
    ways = hama.routes(at="2024-12-05", since="2024-12-05", suppose=FALLS)
    (cut,) = (w for w in ways if w.state == "cut" and ends(w) == {"Damascus", "Tartus"})
    assert "Supposed: Homs held by Syrian opposition from 5 December 2024." in cut.why
    sheet = hama.routes("Damascus", "Latakia", at="2024-12-05", suppose=FALLS)
    assert sheet.ways[0].keeps != "own" and sheet.clearance.startswith("Supposed: Homs")
    assert hama.routes("Damascus", "Latakia", at="2024-12-05").ways[0].keeps == "own"


def ends(way: Route) -> set[str]:
    return {place.name for place in way.places}


def test_an_encirclement_under_a_supposition_says_so(hama: Case) -> None:
    (row,) = hama.encirclement("Tartus", at="2024-12-05", suppose=FALLS)
    assert "Supposed: Homs held by Syrian opposition" in row.why


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Homs", "write PLACE=HOLDER@DAY"),
        ("Homs=opposition", "write PLACE=HOLDER@DAY"),
        ("Homs=opposition@5.12.", "is no day"),
        ("Atlantis=opposition@2024-12-05", "no place 'Atlantis'"),
        ("Homs=martians@2024-12-05", "no actor is called 'martians'"),
    ],
)
def test_what_cannot_be_supposed_is_told_in_one_sentence(hama: Case, text: str, said: str) -> None:
    with pytest.raises(WrongCall, match=said):
        hama.control(suppose=[text])


def test_two_holders_cannot_be_supposed_of_one_day(hama: Case) -> None:
    with pytest.raises(WrongCall, match="leave one of them"):
        hama.control(suppose=[*FALLS, "Homs=SDF@2024-12-05"])


def test_from_4_to_6_december_hama_fell_and_the_coast_was_only_learnt(hama: Case) -> None:
    rows = hama.compared("2024-12-04", "2024-12-06")
    world = {row.place: row for row in rows if row.how == "world"}
    assert (world["Hama"].before, world["Hama"].after) == ("Syrian government", "Syrian opposition")
    assert {"Salamiyah", "Rastan", "Talbiseh", "Daraa"} <= world.keys()
    assert all(date(2024, 12, 4) < row.day <= date(2024, 12, 6) for row in world.values())
    assert {row.place for row in rows if row.how == "learnt"} == {"Latakia", "Tartus"}


def test_times_that_run_backward_are_refused(hama: Case) -> None:
    with pytest.raises(WrongCall, match="earlier"):
        hama.compared("2024-12-06", "2024-12-04")
