"""Judgements on the example: who says what of which claim, and what the picture makes of it."""

import json
import sqlite3
from pathlib import Path

import pytest

from orontes.case import Case
from orontes.errors import WrongCall
from orontes.model.claim import Claim
from orontes.model.judgement_rows import judgement_row
from orontes.model.picture import Control

DAY = "2024-12-06"


def taken(case: Case, place: str) -> Claim:
    return case.claims(kind="territory.capture", place=place)[0].claim


def held(case: Case, place: str, known: str | None = None) -> Control | None:
    return next((row for row in case.control(DAY, known) if row.place == place), None)


def states(case: Case) -> list[tuple[str, str]]:
    return [(one.judgement.verdict, one.state) for one in case.judgements()]


def test_a_rejection_empties_the_place_at_once_and_undo_brings_it_back(case: Case) -> None:
    claim = taken(case, "Tell Rifaat")
    before = held(case, "Tell Rifaat")
    case.judge(claim.id[:10], "reject", "misread")
    assert held(case, "Tell Rifaat") is None
    undone = case.undo(claim.id, "read again", "omar")
    assert (undone.user, undone.verdict) == ("maria", "reject")
    assert held(case, "Tell Rifaat") == before
    assert states(case) == [("reject", "undone"), ("undo", "in force")]


def test_an_undo_can_be_undone(case: Case) -> None:
    claim = taken(case, "Tell Rifaat")
    case.judge(claim.id, "reject", "misread")
    case.undo(claim.id, "no, it is right")
    case.undo(case.judgements()[-1].judgement.id, "it is wrong after all")
    assert held(case, "Tell Rifaat") is None


def test_the_later_word_on_a_claim_counts(case: Case) -> None:
    claim = taken(case, "Tell Rifaat")
    case.judge(claim.id, "reject", "misread", "maria")
    case.judge(claim.id, "accept", "it stands so in the text", "omar")
    first, second = case.judgements()
    assert (first.state, second.state) == ("overruled", "in force")
    assert "omar" in first.note
    assert claim.id in {one.claim.id for one in case.told()}


def test_corrections_of_two_people_add_up_slot_by_slot(case: Case) -> None:
    claim = taken(case, "Tell Rifaat")
    case.judge(claim.id, "correct", "it says so", "maria", ["place=Rastan"])
    case.judge(claim.id, "correct", "a day later", "omar", ["when=2024-12-02"])
    case.judge(claim.id, "accept", "both are right", "lina")
    one = case.claims(id=claim.id)[0].claim
    assert one.place and one.place.name == "Rastan" and one.when
    assert str(one.when.earliest) == "2024-12-02"
    assert {state for _, state in states(case)} == {"in force"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("kind=battle.dream", "no kind 'battle.dream'"),
        ("stance=maybe", "no stance 'maybe'"),
        ("place=Atlantis", "no place 'Atlantis'"),
        ("when=Thursday", "does not fit a claim"),
        ('place={"a": 1}', "does not fit a claim"),
        ("quote=x", "no slot 'quote'"),
        ("kind", "no slot=VALUE"),
    ],
)
def test_a_correction_that_fits_no_claim_is_refused(case: Case, change: str, words: str) -> None:
    claim = taken(case, "Tell Rifaat")
    with pytest.raises(WrongCall, match=words):
        case.judge(claim.id, "correct", "why not", changes=[change])
    assert not case.judgements() and case.told()


def test_control_set_by_hand_is_a_claim_known_when_made(case: Case) -> None:
    case.set_control("Tell Rifaat", "sdf", "2024-12-01", why="seen on video")
    now, then = held(case, "Tell Rifaat"), held(case, "Tell Rifaat", "2024-12-20")
    assert now and now.holder == "sdf" and now.basis == "judged"
    assert "set by hand by maria" in now.why
    assert then and then.holder == "sna"
    saying = case.chronicles("Tell Rifaat")[0].sayings[-1]
    assert saying.speakers[0].name == "maria" and "seen on video" in saying.told.claim.quote
    assert saying.told.claim.reader == "analyst"
    assert case.claims(search="video")[0].claim.id == saying.told.claim.id


def test_control_set_by_hand_ends_where_it_is_told_to(case: Case) -> None:
    case.set_control("Tell Rifaat", "sdf", "2024-12-01", "2024-12-05", why="seen on video")
    spells = [(s.holder, str(s.since)) for s in case.history("Tell Rifaat")]
    assert spells[-2] == ("sdf", "2024-12-01")
    assert spells[-1] == ("sna", "2024-12-05")


def test_control_set_by_hand_moves_no_other_place_and_no_last_day(case: Case) -> None:
    before = [row for row in case.control() if row.place != "Morek"]
    case.set_control("Morek", "syr-gov", "2024-12-05", why="a visit")
    after = [row for row in case.control() if row.place != "Morek"]
    assert [(r.place, r.holder, r.since, r.contested) for r in before] == [
        (r.place, r.holder, r.since, r.contested) for r in after
    ]


def test_control_set_by_hand_is_undone_and_survives_a_new_reading(case: Case) -> None:
    case.set_control("Tell Rifaat", "sdf", "2024-12-01", why="seen on video")
    case.reread()
    row = held(case, "Tell Rifaat")
    assert row and row.holder == "sdf"
    case.undo(case.judgements()[0].judgement.id, "another town")
    row = held(case, "Tell Rifaat")
    assert row and row.holder == "sna"


def test_events_are_merged_and_a_claim_is_split_off(case: Case) -> None:
    one, other = [event for event in case.events() if len(event.claims) > 2][:2]
    before = len(case.events())
    case.merge(one.id, [other.id], "one battle")
    joined = next(event for event in case.events() if one.claims[0] in event.claims)
    assert {*one.claims, *other.claims} <= set(joined.claims)
    assert len(case.events()) == before - 1
    case.split(other.claims[0], why="another one after all")
    apart = next(event for event in case.events() if other.claims[0] in event.claims)
    assert one.claims[0] not in apart.claims
    assert [e.id for e in case.view().events] == [e.id for e in case.events()]


def test_a_merge_that_a_later_split_takes_apart_is_overruled(case: Case) -> None:
    one, other = [event.claims[0] for event in case.events() if len(event.claims) == 1][:2]
    case.merge(one, [other], "the same")
    case.split(one, [other], "not the same")
    assert states(case) == [("merge", "overruled"), ("split", "in force")]
    case.merge(one, [other], "the same, after all")
    assert states(case)[1:] == [("split", "overruled"), ("merge", "in force")]
    assert any({one, other} <= set(event.claims) for event in case.events())


@pytest.mark.parametrize("kind", ["territory.hold", "statement.assess"])
def test_what_tells_of_no_event_is_not_merged(case: Case, kind: str) -> None:
    found = [one.claim.id for one in case.claims(kind=kind)]
    event = case.events()[0].claims[0]
    with pytest.raises(WrongCall, match="tells of no event"):
        case.merge(event, [found[0]], "why not")


def test_a_judgement_needs_a_reason(case: Case) -> None:
    with pytest.raises(WrongCall, match="--why"):
        case.judge(taken(case, "Hama").id, "accept", "  ")


def test_the_same_judgements_give_the_same_picture_in_another_case(
    case: Case, hama: Case, tmp_path: Path
) -> None:
    events = [event.claims[0] for event in case.events() if len(event.claims) == 1]
    saraqib = taken(case, "Saraqib").id
    case.judge(taken(case, "Tell Rifaat").id, "reject", "misread")
    case.judge(taken(case, "Hama").id, "correct", "a day late", changes=["when=2024-12-06"])
    case.judge(taken(case, "Morek").id, "accept", "right")
    case.merge(events[0], [events[1]], "the same")
    case.split(next(e for e in case.events() if len(e.claims) > 2).claims[0], why="another")
    case.set_control("Rastan", "syr-gov", "2024-12-07", "2024-12-09", why="a call")
    case.judge(saraqib, "reject", "too soon")
    case.undo(saraqib, "no")
    file = tmp_path / "judgements.jsonl"
    file.write_text(case.exported("judgements", "jsonl"), encoding="utf-8")
    other = Case.new(tmp_path / "other.gpkg")
    other.add([Path(__file__).parents[2] / "examples" / "hama" / "dispatches"])
    done = other.import_judgements(file)
    assert (done.new, done.already, done.orphans) == (8, 0, 0)
    for what in ("claims", "events", "control", "changes", "toll", "positions", "judgements"):
        assert case.exported(what, "jsonl") == other.exported(what, "jsonl"), what
    again = other.import_judgements(file)
    assert (again.new, again.already) == (0, 8)
    assert [judgement_row(one) for one in other.judgements()] == [
        judgement_row(one) for one in case.judgements()
    ]


def test_judgements_on_reports_that_a_case_lacks_are_orphans(case: Case, tmp_path: Path) -> None:
    case.judge(taken(case, "Tell Rifaat").id, "reject", "misread")
    file = tmp_path / "judgements.jsonl"
    file.write_text(case.exported("judgements", "jsonl"), encoding="utf-8")
    other = Case.new(tmp_path / "other.gpkg")
    assert other.import_judgements(file).orphans == 1
    assert other.judgements(orphans=True)[0].state == "orphan"


@pytest.mark.parametrize("line", ["no", "[]", "{}", '{"claim": "c_1", "verdict": "sing"}'])
def test_a_file_with_a_bad_line_changes_nothing(case: Case, tmp_path: Path, line: str) -> None:
    case.judge(taken(case, "Tell Rifaat").id, "reject", "misread")
    file = tmp_path / "judgements.jsonl"
    file.write_text(case.exported("judgements", "jsonl") + line + "\n", encoding="utf-8")
    revision = case.revision
    with pytest.raises(WrongCall, match=r"judgements\.jsonl:2 is no judgement"):
        case.import_judgements(file)
    assert case.revision == revision


@pytest.mark.parametrize(
    ("slot", "value"), [("place", None), ("holder", "sdf"), ("since", "soon"), ("since", 5)]
)
def test_a_control_that_tells_nothing_is_not_taken_in(
    case: Case, tmp_path: Path, slot: str, value: object
) -> None:
    case.set_control("Rastan", "sdf", "2024-12-07", why="seen")
    row = judgement_row(case.judgements()[0])
    row["changes"][slot] = value
    file = tmp_path / "judgements.jsonl"
    file.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(WrongCall, match=r"judgements\.jsonl:1 is no judgement"):
        case.import_judgements(file)
    assert len(case.judgements()) == 1


def test_the_start_of_several_judged_claims_undoes_none(case: Case) -> None:
    case.judge(taken(case, "Tell Rifaat").id, "reject", "misread")
    case.judge(taken(case, "Hama").id, "accept", "right")
    with pytest.raises(WrongCall, match="2 judged claims begin with c_"):
        case.undo("c_", "no")


def test_judgements_of_a_case_made_before_they_had_ids_still_count(case: Case) -> None:
    claim = taken(case, "Tell Rifaat")
    db = sqlite3.connect(case.path)
    for column in ("id", "anchors"):
        db.execute(f"ALTER TABLE judgements DROP COLUMN {column}")
    db.execute(
        "INSERT INTO judgements (claim, verdict, why, user, made, changes, revision)"
        " VALUES (?, 'reject', 'misread', 'old', '2025-01-01T10:00:00Z', '[]', 1)",
        (claim.id,),
    )
    db.commit()
    db.close()
    case = Case.open(case.path)
    assert held(case, "Tell Rifaat") is None
    case.undo(claim.id, "it was right")
    assert held(case, "Tell Rifaat")
