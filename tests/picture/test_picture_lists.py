from datetime import timedelta

import pytest
from telling import REGISTRY, day, instant, told, town

from orontes.model.names import PlaceName
from orontes.model.told import Told
from orontes.picture.changes import changes, revised
from orontes.picture.positions import positions, routes
from orontes.picture.toll import movements, tallies
from orontes.picture.view import look

FALL = told("capture", "Hama", "hts", "army", "12-05", published="12-05")
BACK = told("capture", "Hama", "army", "hts", "12-20", published="12-20")


def test_changes_are_listed_the_latest_first() -> None:
    found = changes([FALL, BACK], registry=REGISTRY)
    assert [(c.day, c.before, c.after) for c in found] == [
        (day("12-20"), "opposition forces", "Syrian government"),
        (day("12-05"), "Syrian government", "opposition forces"),
    ]
    assert found[1].claims == (FALL.claim.id,)


def test_changes_within_the_days_asked_only() -> None:
    (one,) = changes([FALL, BACK], day("12-01"), day("12-10"), None, REGISTRY)
    assert one.day == day("12-05")


def test_a_day_on_which_nobody_is_told_to_hold_a_place_is_passed_over() -> None:
    left = told("withdraw", "Hama", "army", on="12-03", published="12-03")
    taken = told("capture", "Hama", "hts", on="12-05", published="12-05")
    (one,) = changes([left, taken], registry=REGISTRY)
    assert (one.before, one.after) == ("Syrian government", "opposition forces")


def test_who_comes_back_unopposed_changed_nothing() -> None:
    held = told("hold", "Hama", "army", published="12-01")
    left = told("withdraw", "Hama", "army", on="12-03", published="12-03")
    again = told("hold", "Hama", "army", published="12-06")
    assert changes([held, left, again], registry=REGISTRY) == []


def test_what_is_believed_otherwise_than_at_an_earlier_time() -> None:
    held = told("hold", "Hama", "army", published="12-01")
    ((then, now),) = revised([held, FALL], instant("12-04T12:00"), None, None, REGISTRY)
    assert then is not None
    assert now is not None
    assert (then.holder, now.holder) == ("gov", "opposition")
    assert revised([held, FALL], instant("12-06T12:00"), None, None, REGISTRY) == []


def test_a_late_report_shows_between_two_revisions() -> None:
    held = Told(*parts(told("hold", "Hama", "army", published="12-01")), revision=1)
    late = Told(*parts(FALL), revision=2)
    ((then, now),) = revised([held, late], 1, None, None, REGISTRY)
    assert then is not None
    assert now is not None
    assert (then.holder, now.holder) == ("gov", "opposition")


def parts(one: Told) -> tuple:
    return one.claim, one.source, one.root


def total(killed: object, published: str, **more: object) -> Told:
    return told(
        "killed", killed=killed, published=published, cumulative=True, said_by="sohr", **more
    )


def test_the_later_running_total_of_a_counter_supersedes_its_earlier_one() -> None:
    early, late = total((600, None), "12-03"), total((700, None), "12-05")
    rows = tallies([early, late], registry=REGISTRY)
    assert [(row.count.low, row.superseded) for row in rows] == [(700, False), (600, True)]
    assert [row.counted_by for row in rows] == ["sohr", "sohr"]


def test_totals_of_other_counters_and_places_stand() -> None:
    other = told("killed", killed=500, published="12-06", cumulative=True, said_by="un")
    town_total = total(60, "12-06", place="Homs")
    rows = tallies([total((700, None), "12-05"), other, town_total], registry=REGISTRY)
    assert not any(row.superseded for row in rows)


def test_a_total_not_yet_published_supersedes_nothing() -> None:
    tellings = [total((600, None), "12-03"), total((700, None), "12-05")]
    (row,) = tallies(tellings, None, instant("12-04T00:00"), REGISTRY)
    assert not row.superseded


def test_the_toll_of_a_day_is_never_superseded_and_its_repeat_is_one_row() -> None:
    first = told("killed", "Hama", on="12-03", killed=20, published="12-03", report="1")
    again = told("killed", "Hama", on="12-03", killed=20, published="12-04", report="2")
    (row,) = tallies([first, again, total(700, "12-09")], registry=REGISTRY)[1:]
    assert row.claims == (first.claim.id, again.claim.id)
    assert (row.superseded, row.counted_by) == (False, "Wire")


def test_equal_figures_of_different_days_are_different_tolls() -> None:
    first = told("killed", "Hama", on="12-03", killed=3, published="12-03")
    other = told("killed", "Hama", on="12-09", killed=3, published="12-09")
    assert len(tallies([first, other], registry=REGISTRY)) == 2


@pytest.mark.parametrize("stance", ["denied", "planned", "possible", "hypothetical", "past"])
def test_only_what_is_told_as_fact_is_counted(stance: str) -> None:
    assert tallies([told("killed", "Hama", killed=3, stance=stance)], registry=REGISTRY) == []


def test_the_displaced_keep_whence_and_whither() -> None:
    (row,) = movements(
        [told("flee", origin=town("Hama"), destination=town("Homs"), killed=(2000, 9999))],
        registry=REGISTRY,
    )
    assert (row.origin, row.destination) == (town("Hama"), town("Homs"))
    assert row.count is not None
    assert (row.count.low, row.count.high) == (2000, 9999)


M5 = (PlaceName("M5 highway"),)


def test_a_road_told_to_be_open_again_is_no_longer_cut() -> None:
    cut = told("route.cut", route=M5, on="12-01", published="12-01")
    opened = told("route.open", route=M5, on="12-04", published="12-04")
    assert [route.state for route in routes([cut, opened])] == ["open"]
    assert [route.state for route in routes([cut, opened], known=instant("12-02T00:00"))] == ["cut"]


def test_other_roads_and_sieges_are_untouched() -> None:
    cut = told("route.cut", route=(town("Hama"), town("Homs")), published="12-01")
    opened = told("route.open", route=M5, published="12-04")
    siege = told("encircle", "Hama", "hts", published="12-02", sides=3)
    found = routes([cut, opened, siege])
    assert [route.state for route in found] == ["open", "encircle", "cut"]
    assert found[1].sides == 3


def test_a_possible_threat_to_a_road_is_listed_but_a_possible_cut_is_not() -> None:
    threat = told("route.threaten", route=M5, stance="possible")
    cut = told("route.cut", route=M5, stance="possible")
    assert [route.state for route in routes([threat, cut])] == ["threaten"]


def test_positions_say_who_said_what_of_whom() -> None:
    call = told("call", by="un", about="a ceasefire", published="12-05")
    backing = told("relation.back", by="russia", of="gov", published="12-06")
    assess = told("statement.assess", by="analyst", published="12-06")
    first, second = positions([call, assess, backing])
    assert (first.actor.id, first.kind, first.target[0].id) == ("russia", "relation.back", "gov")
    assert (second.actor.id, second.about, second.claims) == (
        "un",
        "a ceasefire",
        (call.claim.id,),
    )


def test_a_view_holds_what_counts_at_both_times() -> None:
    undated = told("call", by="un", published=None)
    view = look([FALL, BACK, undated], day("12-06"), None, REGISTRY)
    assert [one.claim.id for one in view.told] == [FALL.claim.id, undated.claim.id]
    assert view.undated == 1
    assert [row.holder for row in view.control] == ["opposition"]
    assert [change.day for change in view.changes] == [day("12-05")]
    assert [event.kind for event in view.events] == ["territory.capture", "statement.call"]


def test_a_view_knows_who_held_a_place_before_its_later_fall() -> None:
    view = look([FALL], day("12-05") - timedelta(3), None, REGISTRY)
    assert [row.holder for row in view.control] == ["gov"]
    assert view.events == []
    assert view.changes == []
