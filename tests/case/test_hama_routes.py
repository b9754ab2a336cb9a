"""The founding questions about ways, asked of the bundled dispatches."""

from orontes.case import Case
from orontes.model.picture import Route
from orontes.model.ways import Connection

FALL = "2024-12-05"


def derived(case: Case, at: str, state: str) -> dict[tuple[str, ...], Route]:
    rows = [row for row in case.routes(at=at) if row.basis == "graph" and row.state == state]
    return {tuple(place.name for place in row.places): row for row in rows}


def singles(found: Connection) -> set[str]:
    return {one.place.name for one in found.singles}


def test_after_the_fall_of_hama_the_coast_hangs_on_homs_and_tartus(hama: Case) -> None:
    found = hama.routes("Damascus", "Latakia", at=FALL)
    assert found.side == "syr-gov" and found.ways[0].keeps == "own"
    assert {"Homs", "Tartus"} <= singles(found)
    before = hama.routes("Damascus", "Latakia", at="2024-12-03")
    assert before.ways[0].keeps == "own" and "Homs" not in singles(before)


def test_the_fall_of_hama_threatens_the_coast_and_opens_the_way_to_homs(hama: Case) -> None:
    (fall,) = {s.since for s in hama.control(FALL) if s.place == "Hama"}
    threat = derived(hama, FALL, "threaten")["Damascus", "Latakia"]
    assert "Hama passed to Syrian opposition" in threat.why and "Homs" in threat.why
    opened = derived(hama, FALL, "open")["Hama", "Homs"]
    assert opened.when and opened.when.earliest == fall and opened.claims
    assert ("Hama", "Homs") not in derived(hama, "2024-12-04", "open")


def test_what_reports_say_of_the_ways_stands_beside_it(hama: Case) -> None:
    told = {
        (row.state, place.name)
        for row in hama.routes(at=FALL)
        if row.basis == "reported"
        for place in row.places
    }
    assert ("open", "Homs") in told and ("threaten", "Damascus") in told


def test_nobody_knew_of_it_the_day_before(hama: Case) -> None:
    assert not [r for r in hama.routes(at=FALL, known="2024-12-04") if "Hama passed" in r.why]


def test_every_stretch_from_homs_to_tartus_has_its_last_report_or_none(hama: Case) -> None:
    found = hama.routes("Homs", "Tartus", at="2024-12-06")
    parts = found.ways[0].stretches
    assert parts[0].start.place.name == "Homs" and parts[-1].end.place.name == "Tartus"
    ids = {one.claim.id for one in hama.told()}
    for part in parts:
        assert part.last is None or (part.last.claim in ids and part.last.age >= 0)
    assert parts[-1].last and parts[-1].last.place == "Tartus"


def test_the_way_from_hama_to_homs_changes_hands_and_names_the_struck_bridge(hama: Case) -> None:
    found = hama.routes("Hama", "Homs", at=FALL)
    assert found.side == "syr-opposition" and found.ways[0].keeps != "own"
    parts = found.ways[0].stretches
    assert any(part.turns for part in parts)
    assert any(part.crossings for part in parts)
    assert all("M5" in part.along for part in parts)


def test_hama_was_encircled_on_three_of_four_sides_on_the_fourth(hama: Case) -> None:
    (found,) = hama.encirclement("Hama", at="2024-12-04")
    assert found.holder == "syr-gov" and found.best == 3 and found.claimed == 3
    assert "north" in found.closed and "south" in found.free
    assert found.sides[0] <= 3 <= found.sides[1] and found.claims
    (after,) = hama.encirclement("Hama", at="2024-12-06")
    assert after.holder == "syr-opposition" and after.claimed is None and after.best == 0


def test_the_m5_resolves_to_its_stretches(hama: Case) -> None:
    parts = hama.routes("the M5", at=FALL).ways[0].stretches
    names = [part.end.place.name for part in parts]
    assert names.index("Homs") < names.index("Hama") < names.index("Aleppo")
    near_zarbah = [
        part for part in parts if "Zarbah" in (part.start.place.name, part.end.place.name)
    ]
    assert near_zarbah and all(part.routes for part in near_zarbah)
