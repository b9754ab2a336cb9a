"""Who counts, with what interest, and how far they may be relied on."""

import pytest
from counting import civilians, counted, killed, one, tolls
from telling import instant

ENEMY = {"groups": {"fighters": 60}, "of": "syr-opposition", "said_by": "syr-army"}


def test_one_counter_through_many_outlets_is_one() -> None:
    wires = [counted(11, said_by="sohr", outlet=name) for name in ("AFP", "BBC", "Euphrates Post")]
    found = one(*wires)
    assert (found.sources, found.grade) == (1, "weak")
    assert "one source; no independent count" in found.why


def test_an_agency_that_relays_a_monitor_is_that_monitor() -> None:
    found = one(counted(11, said_by="sohr", outlet="AFP"), counted(11, said_by="afp", outlet="BBC"))
    assert found.sources == 1


def test_offices_of_the_un_are_one_body() -> None:
    found = one(counted(11, said_by="ocha"), counted(12, said_by="ohchr", published="12-03"))
    assert found.sources == 1 and killed(found) == (12, 12, 12)


def test_the_latest_figure_of_a_counter_stands_and_the_first_is_kept() -> None:
    early = counted(11, said_by="sohr", published="12-02")
    late = counted(15, said_by="sohr", published="12-03", report="2")
    found = one(early, late)
    assert killed(found) == (15, 15, 15)
    assert [(each.bounds.best, each.stands) for each in found.counters] == [(15, True), (11, False)]
    assert "earlier by the same: 11" in found.why
    then = one(early, late, known=instant("12-02T23:59:59"))
    assert killed(then) == (11, 11, 11)


def test_a_word_told_later_does_not_replace_a_number() -> None:
    vague = counted(
        (24, 99), qualifier="dozens", said_by="sohr", published="12-04", words="dozens were killed"
    )
    assert killed(one(counted(37, said_by="sohr"), vague)) == (37, 37, 37)


def test_a_party_on_the_enemys_dead_moves_only_the_high_end() -> None:
    monitor = counted(40, groups={"fighters": 40}, of="syr-opposition", said_by="sohr")
    found = one(monitor, counted(60, **ENEMY))
    assert killed(found) == (40, 40, 60) and found.sources == 1


def test_a_party_alone_on_the_enemys_dead_has_no_low_end() -> None:
    found = one(counted(60, **ENEMY))
    assert killed(found) == (0, 60, 60)
    assert found.grade == "weak" and found.flags == ("parties only",)


def test_a_party_on_its_own_dead_moves_only_the_low_end() -> None:
    own = counted(20, groups={"fighters": 20}, of="syr-army", said_by="syr-army")
    assert killed(one(own)) == (20, 20, None)
    monitor = counted(30, groups={"fighters": 30}, of="syr-army", said_by="sohr")
    assert killed(one(own, monitor)) == (20, 30, 30)


def test_who_admits_more_than_is_claimed_raises_the_high_end() -> None:
    own = counted(20, groups={"fighters": 20}, of="syr-army", said_by="syr-army")
    foe = counted(14, groups={"fighters": 14}, of="syr-army", said_by="syr-opposition")
    assert killed(one(own, foe)) == (20, 20, 20)


def test_own_dead_admitted_are_confirmed() -> None:
    own = counted(20, groups={"fighters": 20}, of="syr-army", said_by="syr-army")
    assert one(own).grade == "confirmed"


def test_civilians_that_a_party_admits_to_have_killed_are_confirmed() -> None:
    own = counted(4, groups={"civilians": 4}, by="syr-army", said_by="syr-army")
    monitor = counted(6, groups={"civilians": 6}, said_by="sohr")
    found = one(own, monitor)
    assert found.grade == "confirmed" and killed(found) == (4, 6, 6)


def test_state_media_speak_for_their_state() -> None:
    found = one(counted(60, **{**ENEMY, "said_by": "sana"}))
    assert found.sources == 0 and killed(found)[0] == 0


def test_if_a_party_calls_them_fighters_none_may_be_civilians() -> None:
    rescuers = counted((11, None), groups={"civilians": 11}, said_by="white-helmets")
    army = counted(12, groups={"fighters": 12}, of="?terrorists", said_by="syr-army")
    found = one(rescuers, army)
    assert found.flags == ("civilian status disputed",)
    assert killed(found) == (11, 11, None) and civilians(found) == (0, 11, None)
    assert found.killed is not None
    (fighters,) = found.killed.parts
    assert fighters.bounds.low == 0


def test_soldiers_dead_beside_civilians_dispute_nothing() -> None:
    rescuers = counted((11, None), groups={"civilians": 11}, said_by="white-helmets")
    army = counted(12, groups={"fighters": 12}, of="syr-army", said_by="syr-army")
    assert "civilian status disputed" not in one(rescuers, army).flags


def test_who_did_it_is_contested() -> None:
    one_says = counted(8, by="syr-army", said_by="sohr")
    other = counted(8, by="syr-opposition", said_by="?residents", outlet="Other wire")
    found = one(one_says, other)
    assert found.grade == "contested" and "disputed who did it" in found.why


def test_allies_in_one_strike_are_not_contested() -> None:
    found = one(counted(8, by=("syr-army", "rus"), said_by="sohr"), counted(8, said_by="snhr"))
    assert found.grade == "fair"


def test_a_denial_never_counts_and_is_told() -> None:
    denial = counted(None, of="?people", stance="denied", said_by="syr-army")
    found = one(counted(8, said_by="sohr"), denial)
    assert killed(found) == (8, 8, 8)
    assert found.denied_by == (denial.claim.id,) and "it is denied" in found.why


def test_what_a_more_reliable_source_denies_is_discounted() -> None:
    denial = counted(None, stance="denied", said_by="sohr", words="nobody was killed")
    assert one(counted(8, said_by="?residents"), denial).grade == "discounted"


@pytest.mark.parametrize("stance", ["denied", "planned", "possible", "hypothetical"])
def test_what_is_not_told_as_fact_is_no_toll(stance: str) -> None:
    assert tolls(counted(8, stance=stance)) == []
