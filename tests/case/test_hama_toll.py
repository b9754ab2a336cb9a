"""How many were killed and driven out, by which count: asked of the bundled dispatches."""

import pytest

from orontes.case import Case
from orontes.errors import WrongCall
from orontes.model.toll import Bounds, Displaced, Toll

SOHR = "Syrian Observatory for Human Rights"


def campaign(case: Case, known: str | None = None) -> Toll:
    return next(one for one in case.toll(known=known) if one.scope == "campaign")


def incident(case: Case, place: str, **asked: str) -> Toll:
    (found,) = [
        one
        for one in case.toll(**asked)
        if one.scope == "incident" and one.place and one.place.name == place
    ]
    return found


def flow(case: Case, known: str | None = None) -> Displaced:
    """All who fled since 27 November, over the whole country."""
    return max(
        (one for one in case.displaced(known=known) if one.people and one.place is None),
        key=lambda one: one.people.best if one.people else 0,
    )


def test_how_many_were_killed_by_which_count_and_how_many_of_them_civilians(hama: Case) -> None:
    found = campaign(hama)
    assert found.killed is not None
    assert found.killed.whole == Bounds(826, 826, None)
    assert found.killed.civilians == Bounds(111, 111, None)
    assert [one.counter for one in found.counters if one.stands] == [SOHR]
    assert found.grade == "weak"
    assert "at least 826 killed from 27 November to 6 December 2024" in found.why
    assert f"by the count of {SOHR} (one source; no independent count)" in found.why


def test_the_count_of_the_observatory_day_by_day(hama: Case) -> None:
    steps = [(step.value, step.more) for step in campaign(hama).steps]
    assert steps == [(240, None), (327, 87), (571, 244), (727, 156), (826, 99)]


@pytest.mark.parametrize(
    ("known", "killed"),
    [("2024-11-29", 240), ("2024-11-30", 327), ("2024-12-04", 571), ("2024-12-05", 727)],
)
def test_what_was_known_of_the_toll_on_each_day(hama: Case, known: str, killed: int) -> None:
    found = campaign(hama, known).killed
    assert found is not None and found.whole.best == killed


def test_incidents_are_told_apart_from_the_total(hama: Case) -> None:
    placed = campaign(hama).placed
    assert placed is not None
    assert placed.incidents >= 7 and 0 < placed.rest < 826
    (total,) = hama.toll_sums()
    assert total.killed.best < 826 and "not added" in total.why


def test_a_toll_revised_counted_twice_and_disputed(hama: Case) -> None:
    found = incident(hama, "Sawaiq")
    assert found.killed is not None
    assert found.killed.whole == Bounds(8, 8, 9)
    assert found.killed.civilians == Bounds(0, 8, 9)
    assert (found.grade, found.sources) == ("fair", 2)
    assert found.flags == ("civilian status disputed",)
    assert [one.bounds.best for one in found.counters if not one.stands] == [7]
    before = incident(hama, "Sawaiq", known="2024-12-05")
    assert before.killed is not None and before.killed.whole == Bounds(7, 7, 7)
    assert before.grade == "weak"


def test_all_of_the_dead_of_idlib_were_civilians(hama: Case) -> None:
    found = incident(hama, "Idlib")
    assert found.killed is not None
    assert found.killed.whole == found.killed.civilians == Bounds(11, 11, None)
    assert {actor.id for actor in found.by} == {"rus", "syr-army"}


def test_soldiers_that_the_army_admits_to_have_lost(hama: Case) -> None:
    found = [one for one in hama.toll() if one.killed and "syr-army" in str(one.counters)]
    admitted = [row for one in found for row in one.counters if row.counter_id == "syr-army"]
    assert any(row.bears == "low" for row in admitted)


def test_one_counter_reprinted_stays_one_source(hama: Case) -> None:
    assert campaign(hama).sources == 1


def test_how_many_fled_by_the_latest_count_of_the_un(hama: Case) -> None:
    found = flow(hama)
    assert found.measure == "flow" and found.people is not None
    assert found.people.best == 1_000_000
    assert found.sources == 1 and found.grade == "weak"
    assert flow(hama, "2024-12-07").people == Bounds(370_000, 370_000, None)


def test_relief_as_claimed(hama: Case) -> None:
    kinds = {(one.kind, one.place.name if one.place else "") for one in hama.relief()}
    assert {("aid.block", "Homs"), ("aid.deliver", "Hama"), ("aid.strain", "Idlib")} <= kinds


def test_the_brief_says_by_whose_count(hama: Case) -> None:
    text = hama.brief().markdown
    assert "At least 826 killed from 27 November to 6 December 2024" in text
    assert f"by the count of the {SOHR}" in text.replace("\\", "")
    assert "no independent count" in text


def test_a_sum_by_something_else_is_refused(hama: Case) -> None:
    with pytest.raises(WrongCall, match="nothing adds up by 'weapon'"):
        hama.toll_sums("weapon")  # type: ignore[arg-type]
