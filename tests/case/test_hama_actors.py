"""The actors of the bundled dispatches: asked, added, made one; their positions."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from orontes.case import Case
from orontes.errors import WrongCall
from orontes.model.entry import Entry
from orontes.picture.stances import day_of

COMMANDER = "rebel commander Hassan Abdul Ghani"


@pytest.fixture
def case(hama: Case, tmp_path: Path) -> Case:
    return Case.open(shutil.copy(hama.path, tmp_path / "hama.gpkg"))


def added(**more: object) -> Entry:
    base = {"name": "Military Operations Room", "aliases": (COMMANDER,), "parents": ("hts",)}
    given = base | more
    return Entry("add", "ops-room", "its statements", "", "mara", datetime.now(UTC), **given)  # type: ignore[arg-type]


def test_a_name_added_later_gives_the_claims_their_actor_at_every_known(case: Case) -> None:
    before = case.claims(actor="ops-room", known="2024-12-06")
    quotes = {one.claim.id: one.claim.quote for one in case.claims()}
    case.add_actor(added())
    found = case.claims(actor="ops-room", known="2024-12-06")
    assert not before
    assert any(one.claim.kind == "statement.call" for one in found)
    assert {one.claim.id: one.claim.quote for one in case.claims()} == quotes
    assert {one.actor.id for one in case.positions(actor="hts")} >= {"ops-room", "hts"}


def test_taking_the_row_back_brings_back_the_old_reading(case: Case) -> None:
    was = [one.claim for one in case.claims()]
    case.add_actor(added())
    assert [one.claim for one in case.claims()] != was
    case.undo_actor_entry(1, "wrong room", "mara")
    assert [one.claim for one in case.claims()] == was
    assert [(row["verb"], row["counts"]) for row in case.actor_entries()] == [
        ("add", False),
        ("undo", True),
    ]
    with pytest.raises(WrongCall, match="taken back already"):
        case.undo_actor_entry(1, "again", "mara")


def test_a_holder_without_an_id_is_merged_into_an_actor_and_the_map_follows(case: Case) -> None:
    suwayda = next(row for row in case.control("2024-12-06") if row.place == "Suwayda")
    assert suwayda.holder.startswith("name:")
    case.merge_actors(suwayda.holder_name, "druze-sweida", "as in Suwayda 24", "mara")
    (row,) = [row for row in case.control("2024-12-06") if row.place == "Suwayda"]
    assert (row.holder, [one.id for one in row.factions]) == ("syr-opposition", ["druze-sweida"])


def test_what_cannot_be_is_one_sentence_and_nothing_is_kept(case: Case) -> None:
    revision = case.revision
    for more, words in (
        ({"aliases": ("SDF",)}, "is a name of sdf"),
        ({"name": "residents"}, "private persons"),
        ({"name": None}, "needs a name"),
        ({"parents": ("Hayat Tahrir ash Sham",)}, "nearest are hts"),
        ({"kind": "club"}, "no kind of actor"),
        ({"countries": ("Syria",)}, "two letters"),
        ({"since": date(2024, 12, 2), "until": date(2024, 12, 1)}, "is before"),
    ):
        with pytest.raises(WrongCall, match=words):
            case.add_actor(added(**more))
    with pytest.raises(WrongCall, match="no actor is called 'nobody at all'"):
        case.merge_actors("nobody at all", "hts", "x", "mara")
    assert case.revision == revision


def test_the_sheet_tells_who_backs_the_sna_by_source_and_by_claims(hama: Case) -> None:
    sheet = hama.actor("Turkish-backed factions", "2024-12-06")
    assert (sheet["id"], sheet["side"]) == ("sna", "sna")
    assert [one["id"] for one in sheet["backers"]] == ["tur"]
    turkey = hama.actor("tur")
    assert any("Turkey backs" in one["says"] and one["claims"] for one in turkey["told"])
    assert "الجيش الوطني السوري" in sheet["arabic"]


def test_the_south_is_held_by_the_southern_operations_room(hama: Case) -> None:
    rows = hama.control("2024-12-06", actor="southern-ops")
    assert {"Daraa", "Nasib crossing"} <= {row.place for row in rows if row.factions}
    assert "Homs" not in {row.place for row in rows}
    factions = [one.name for row in rows if row.place == "Daraa" for one in row.factions]
    assert factions == ["Southern Operations Room"]
    assert "Daraa" not in {row.place for row in hama.control("2024-12-06", actor="hts")}
    assert "Daraa" in {row.place for row in hama.control("2024-12-06", actor="opposition")}


def test_egypt_and_jordan_stand_against_israel_and_iran_for_damascus(hama: Case) -> None:
    cells = {
        (one.actor.id, one.target.id): one
        for one in hama.matrix(hama.positions())
        if one.target and one.target.id
    }
    assert cells["egy", "isr"].balance == cells["jor", "isr"].balance == -1
    assert cells["egy", "isr"].target is not None
    assert cells["egy", "isr"].target.name == "Israel"
    iran = cells["irn", "syr-gov"]
    assert iran.balance > 0
    assert "support for the Syrian government" in iran.quote


def test_positions_keep_to_what_was_known_and_asked(hama: Case) -> None:
    found = hama.positions(known="2024-12-02", actor="iran", since="2024-12-01")
    assert found
    assert {one.actor.id for one in found} == {"irn"}
    assert all(day_of(one) == date(2024, 12, 1) for one in found)


def test_reread_reads_with_the_names_of_the_case_and_undo_still_works(tmp_path: Path) -> None:
    case = Case.new(tmp_path / "war.gpkg")
    report = tmp_path / "news.md"
    report.write_text(
        "---\npublished: 2024-12-05\n---\nThe Ghab Hawks captured Hama on Thursday.\n", "utf-8"
    )
    case.add([report])
    case.add_actor(added(name="Ghab Hawks", aliases=()))
    case.reread()
    (row,) = case.control()
    assert (row.holder, [one.id for one in row.factions]) == ("syr-opposition", ["ops-room"])
    case.undo_actor_entry(1, "unsure", "mara")
    (row,) = case.control()
    assert row.holder.startswith("name:")
