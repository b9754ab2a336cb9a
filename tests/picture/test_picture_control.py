from dataclasses import replace

import pytest
from telling import REGISTRY, day, instant, told, town

from orontes.model.names import PlaceName
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.model.when import When
from orontes.picture.control import control, history

HOLD = told("hold", "Hama", "army", published="12-02", outlet="A")
BOAST = told(
    "capture", "Hama", "hts", on="12-04", published="12-04T09:00", outlet="B", said_by="hts"
)
DENIAL = told(
    "capture",
    "Hama",
    "hts",
    on="12-04",
    published="12-04T11:00",
    outlet="C",
    said_by="army",
    stance="denied",
)
FALL = told("capture", "Hama", "hts", "army", "12-05", published="12-05", outlet="A")
ADMITTED = told("withdraw", "Hama", "army", on="12-05", outlet="D", said_by="army")
WEEK = (HOLD, BOAST, DENIAL, FALL, ADMITTED)


def hama(*tellings: Told, at: str | None = None, known: str | None = None) -> Control:
    rows = control(tellings, day(at) if at else None, instant(known) if known else None, REGISTRY)
    (row,) = [row for row in rows if row.place == "Hama"]
    return row


def test_a_captured_town_is_held_by_the_side_of_the_captor() -> None:
    row = hama(*WEEK, at="12-06")
    assert (row.holder, row.holder_name) == ("opposition", "opposition forces")
    assert (row.since, row.until) == (day("12-05"), None)
    assert row.claims == (FALL.claim.id,)
    assert row.basis == "reported"
    assert not row.contested
    assert row.last_reported == day("12-05")
    assert row.known_at == instant("12-05T23:59:59")


def test_what_was_believed_before_the_fall_was_known() -> None:
    row = hama(*WEEK, at="12-06", known="12-04T12:00")
    assert row.holder == "gov"
    assert row.contested
    assert BOAST.claim.id in row.against
    assert HOLD.claim.id in row.claims
    assert "the claim by opposition forces alone of 4 December 2024 weighs less" in row.why


def test_the_older_denial_is_listed_and_called_older() -> None:
    row = hama(*WEEK, at="12-06")
    assert DENIAL.claim.id in row.against
    assert "the denial by Syrian government of 4 December 2024 is older" in row.why


def test_the_day_before_the_fall_seen_from_later() -> None:
    row = hama(*WEEK, at="12-04")
    assert row.holder == "gov"
    assert row.until == day("12-05")


def test_the_victim_of_a_capture_is_told_to_have_held_the_place_before() -> None:
    row = hama(FALL, at="12-01")
    assert (row.holder, row.since, row.until) == ("gov", None, day("12-05"))
    assert row.basis == "inferred"
    assert row.why.startswith("held by Syrian government until 5 December 2024")


def test_history_lists_every_spell() -> None:
    back = told("capture", "Hama", "army", "hts", "12-20", published="12-20", outlet="A")
    spells = history([*WEEK, back], "gn:hama", None, REGISTRY)
    assert [(s.holder, s.since, s.until) for s in spells] == [
        ("gov", None, day("12-05")),
        ("opposition", day("12-05"), day("12-20")),
        ("gov", day("12-20"), None),
    ]


def test_a_side_that_alone_claims_its_success_does_not_take_a_held_place() -> None:
    assert hama(HOLD, BOAST).holder == "gov"
    assert hama(HOLD, BOAST).contested


def test_a_loss_admitted_by_the_loser_outweighs_the_boast_of_its_rival() -> None:
    admitted = told("capture", "Hama", "hts", "army", "12-05", outlet="D", said_by="army")
    boast = told("capture", "Hama", "hts", "army", "12-05", outlet="D", said_by="hts")
    assert hama(HOLD, admitted).holder == "opposition"
    assert hama(admitted).probability > hama(boast).probability


def test_independent_voices_add_and_copies_do_not() -> None:
    second = told("capture", "Hama", "sna", on="12-05", outlet="E")
    copy = told("capture", "Hama", "hts", "army", "12-05", outlet="E", copy_of=FALL)
    alone = hama(BOAST, FALL).probability
    assert hama(BOAST, FALL, second).probability > alone
    assert hama(BOAST, FALL, copy).probability == alone
    assert "1 source" in hama(FALL, copy).why


def test_spokesmen_of_one_side_are_one_voice() -> None:
    one = told("capture", "Hama", "hts", on="12-05", said_by="hts")
    both = hama(one, told("capture", "Hama", "hts", on="12-05", outlet="B", said_by="sna"))
    assert both.probability == hama(one).probability
    assert "on the word of opposition forces alone" in both.why


def test_who_withdraws_leaves_the_place_with_nobody_told() -> None:
    row = hama(HOLD, ADMITTED)
    assert row.holder == "unknown"
    assert ADMITTED.claim.id in row.claims
    assert row.why.startswith("Syrian government lost or left it on 5 December 2024")


def test_who_hands_over_is_not_who_holds() -> None:
    given = told("handover", "Hama", "army", "sdf", "12-05", words="handed over")
    taken = told("handover", "Hama", "sdf", on="12-05", words="took over")
    assert hama(given).holder == "sdf"
    assert hama(taken).holder == "sdf"


@pytest.mark.parametrize("stance", ["planned", "possible", "hypothetical"])
def test_plans_and_possibilities_change_nothing(stance: str) -> None:
    plan = told("capture", "Hama", "hts", on="12-05", stance=stance)
    assert hama(HOLD, plan) == hama(HOLD)
    assert control([plan], None, None, REGISTRY) == []


def test_a_denied_withdrawal_says_that_the_place_is_held() -> None:
    denied = told("withdraw", "Hama", "army", on="12-03", said_by="army", stance="denied")
    row = hama(denied)
    assert row.holder == "gov"
    assert row.why.startswith("held by Syrian government: on the word of Syrian government alone")


def test_part_of_a_town_does_not_hand_over_the_town() -> None:
    row = hama(HOLD, told("capture", "Hama", "hts", on="12-05", extent="part"))
    assert row.holder == "gov"
    assert row.contested
    assert "control is disputed for 5 December 2024" in row.why


def test_a_facility_is_a_row_of_its_own() -> None:
    airport = told("capture", town("Hama", facility="airport"), "hts", on="12-05")
    rows = control([HOLD, airport], None, None, REGISTRY)
    assert {row.place_id: row.holder for row in rows} == {
        "gn:hama": "gov",
        "gn:hama#airport": "opposition",
    }


def test_fighting_alone_tells_no_holder() -> None:
    clash = told("clash", "Hama", ("hts", "army"), on="12-03", published="12-03")
    row = hama(clash)
    assert (row.holder, row.contested) == ("unknown", True)
    assert row.claims == (clash.claim.id,)
    assert "no report says who holds it" in row.why


def test_fighting_makes_a_held_place_contested_for_some_days() -> None:
    clash = told("clash", "Hama", ("hts", "army"), on="12-03", published="12-03")
    assert hama(HOLD, clash, at="12-03").contested
    assert hama(HOLD, clash, at="12-03").probability < hama(HOLD, at="12-03").probability
    assert not hama(HOLD, clash, at="12-13").contested


def test_fighting_before_the_capture_does_not_contest_it() -> None:
    clash = told("clash", "Hama", ("hts", "army"), on="12-04", published="12-04")
    assert not hama(FALL, clash, at="12-05").contested


def test_a_siege_and_an_advance_to_the_gates_are_no_control() -> None:
    siege = told("encircle", "Hama", "hts", on="12-04", published="12-04")
    near = told("advance", "Hama", "hts", on="12-04", published="12-04", words="advanced on")
    inside = told("advance", "Hama", "hts", on="12-04", published="12-04", words="entered")
    assert not hama(HOLD, siege, near).contested
    assert hama(HOLD, inside).contested
    assert hama(HOLD, siege, near, inside).holder == "gov"


def test_news_of_a_fall_without_a_captor_goes_to_the_one_who_took_the_place() -> None:
    fallen = told("capture", "Hama", None, "army", "12-05", outlet="F")
    row = hama(BOAST, FALL, fallen)
    assert fallen.claim.id in row.claims
    assert hama(HOLD, fallen).holder == "unknown"


def test_an_undated_retelling_does_not_take_back_a_recaptured_town() -> None:
    back = told("capture", "Hama", "army", "hts", "12-08", published="12-08", outlet="A")
    retold = told("capture", "Hama", "hts", published="12-10", outlet="E")
    assert hama(FALL, back, retold).holder == "gov"
    assert hama(FALL, back, replace(retold, claim=dated(retold, "12-10"))).holder == "opposition"


def dated(one: Told, when: str) -> object:
    return replace(one.claim, when=When.on(day(when)))


def test_two_sides_together_hold_it_jointly() -> None:
    row = hama(told("hold", "Hama", ("sdf", "army"), published="12-05"))
    assert row.holder == "joint:gov+sdf"
    assert row.holder_name == "Syrian government and SDF"


def test_an_unresolved_place_and_an_unresolved_holder_keep_their_names() -> None:
    (row,) = control(
        [told("capture", PlaceName("Tell Qasr"), "?Local gunmen", on="12-05")], registry=REGISTRY
    )
    assert (row.place, row.place_id, row.lat) == ("Tell Qasr", "name:tell qasr", None)
    assert (row.holder, row.holder_name) == ("name:local gunmen", "local gunmen")


def test_undated_reports_count_only_when_no_known_is_asked() -> None:
    undated = told("capture", "Hama", "hts", "army", published=None)
    row = hama(undated)
    assert (row.holder, row.since, row.known_at) == ("opposition", None, None)
    assert "in undated reports" in row.why
    assert control([undated], None, instant("12-31T00:00"), REGISTRY) == []


def test_undated_fighting_is_no_trouble() -> None:
    assert hama(told("clash", "Hama", "hts", published=None)).holder == "unknown"


def test_an_undated_report_does_not_undo_a_dated_one() -> None:
    undated = told("hold", "Hama", "army", published=None, outlet="F")
    assert hama(undated, FALL, at="12-06").holder == "opposition"


def test_what_is_given_at_the_start_holds_until_a_report_tells_otherwise() -> None:
    given = Control(
        place="Hama", place_id="gn:hama", lat=35.0, lon=36.7, country="SY", holder="gov",
        holder_name="", since=None, until=None, probability=1.0, contested=False,
        basis="initial", last_reported=None, known_at=None, claims=(), against=(), why="",
    )  # fmt: skip
    (row,) = control([], None, None, REGISTRY, [given])
    assert (row.holder, row.basis, row.claims) == ("gov", "initial", ())
    assert [s.holder for s in history([FALL], None, None, REGISTRY, [given])] == [
        "gov",
        "opposition",
    ]


def test_a_country_has_no_holder_and_a_province_does_not_lend_its_own_to_towns() -> None:
    country = told("hold", PlaceName("Syria", "gn:sy", kind="country"), "army")
    province = told("hold", PlaceName("Hama Governorate", "gn:hg", kind="admin1"), "army")
    rows = control([country, province, FALL], None, None, REGISTRY)
    assert {row.place: row.holder for row in rows} == {
        "Hama Governorate": "gov",
        "Hama": "opposition",
    }


def test_a_monitor_that_denies_a_capture_does_not_become_a_side_of_the_war() -> None:
    denied = told("capture", "Homs", "hts", on="12-05", said_by="sohr", stance="denied")
    seen = told("capture", "Hama", "hts", on="12-05", outlet="B", said_by="sohr")
    assert hama(denied, seen).probability == hama(seen).probability


def test_a_holder_that_is_left_when_its_rival_goes_keeps_its_older_claims() -> None:
    ours = told("capture", "Hama", "army", on="12-01", published="12-01", outlet="A")
    theirs = told("capture", "Hama", "hts", on="12-02", published="12-02", outlet="B")
    gone = told("withdraw", "Hama", "hts", on="12-03", published="12-03", outlet="C")
    assert all(row.claims for row in history([ours, theirs, gone], None, None, REGISTRY))


def test_a_monitor_misread_as_a_fighter_stays_a_third_party() -> None:
    misread = told("advance", "Homs", "sohr", "army", "12-05")
    seen = told("capture", "Hama", "hts", on="12-05", outlet="B", said_by="sohr")
    assert hama(misread, seen).probability == hama(seen).probability
