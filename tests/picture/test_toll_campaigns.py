"""Totals of a campaign beside its incidents, and sums that say what they rest on."""

from counting import ACTORS, counted, killed, running, tolls
from telling import day, instant

from orontes.picture.toll import sums

EARLY = running(571, "12-03", groups={"civilians": 98}, said_by="sohr")
LATE = running((826, None), "12-06", groups={"civilians": 111}, said_by="sohr")


def test_the_latest_total_of_a_counter_stands_and_its_steps_are_kept() -> None:
    (found,) = tolls(EARLY, LATE)
    assert (found.scope, killed(found)) == ("campaign", (826, 826, None))
    assert [(step.value, step.more) for step in found.steps] == [(571, None), (826, 255)]
    assert found.when is not None
    assert (found.when.earliest, found.when.latest) == (day("11-27"), day("12-06"))


def test_a_fall_is_a_revision_not_people_come_back() -> None:
    (found,) = tolls(LATE, running(790, "12-08", said_by="sohr"))
    assert killed(found) == (790, 790, 790)
    assert [step.more for step in found.steps] == [None, -36]


def test_an_older_total_of_another_counter_is_of_its_own_day() -> None:
    (found,) = tolls(running(400, "12-01", said_by="snhr"), LATE)
    assert killed(found) == (826, 826, None) and found.grade == "weak"
    assert [(each.counter_id, each.stands) for each in found.counters] == [
        ("sohr", True),
        ("snhr", False),
    ]


def test_two_counters_of_the_same_days_span_the_bounds() -> None:
    (found,) = tolls(running(900, "12-06", said_by="snhr"), running(826, "12-06", said_by="sohr"))
    assert found.grade == "fair" and killed(found)[0] == 826 and killed(found)[2] == 900


def test_totals_that_begin_a_day_apart_are_of_one_campaign() -> None:
    assert len(tolls(LATE, running(900, "12-06", begin="11-28", said_by="snhr"))) == 1
    assert len(tolls(LATE, running(90, "12-06", begin="12-03", said_by="snhr"))) == 2


def test_a_total_of_a_named_place_is_another_scope() -> None:
    aleppo = running(44, "12-06", place="Aleppo", said_by="sohr", words="44 killed in Aleppo since")
    assert len(tolls(LATE, aleppo)) == 2


def test_incidents_are_set_against_the_total_and_never_added_to_it() -> None:
    total, incident = tolls(LATE, counted(11, said_by="white-helmets"))
    assert killed(total) == (826, 826, None)
    assert total.placed is not None
    assert (total.placed.incidents, total.placed.rest) == (1, 815)
    assert "815 not placed" in total.why and incident.scope == "incident"


def test_incidents_beyond_the_total_are_warned_of() -> None:
    total, *_ = tolls(running(20, "12-06", said_by="sohr"), counted(30, said_by="snhr"))
    assert "incidents exceed the total" in total.flags
    assert total.placed is not None and total.placed.rest == -10


def test_a_toll_that_rose_is_of_its_incident() -> None:
    words = "The death toll rose to 15"
    later = counted(
        15, said_by="sohr", published="12-03", cumulative=True, words=words, place="Idlib"
    )
    (found,) = tolls(counted(11, said_by="sohr"), later)
    assert (found.scope, killed(found)) == ("incident", (15, 15, 15))


def test_what_is_published_later_is_not_known_before() -> None:
    (then,) = tolls(EARLY, LATE, known=instant("12-05T12:00"))
    assert killed(then) == (571, 571, 571)
    assert tolls(LATE, at=day("12-05")) == []


def test_since_leaves_out_what_ended_before() -> None:
    old = counted(5, "Homs", "11-29", said_by="sohr")
    assert [each.scope for each in tolls(old, LATE, since=day("12-01"))] == ["campaign"]


def test_a_sum_adds_each_end_and_says_what_is_doubtful() -> None:
    vague = counted((24, 99), "Homs", "12-03", qualifier="dozens")
    (total,) = sums(tolls(LATE, counted(11, said_by="sohr"), vague), "all", ACTORS)
    assert (total.killed.low, total.killed.best, total.killed.high) == (23, 35, 110)
    assert total.incidents == 2 and total.flags == ("vague",)
    assert total.killed.low <= total.likely[0] <= total.likely[1] <= total.killed.high
    for remark in ("dozens", "second independent source", "80 %", "campaigns", "not added"):
        assert remark in total.why


def test_the_simulated_interval_is_narrower_than_the_added_ends() -> None:
    places = [f"Town {number}" for number in range(20)]
    many = [counted((10, 40), place, f"12-{i + 1:02}") for i, place in enumerate(places)]
    (total,) = sums(tolls(*many), "all", ACTORS)
    assert total.killed.low + 20 < total.likely[0] < total.likely[1] < total.killed.high - 20
    assert sums(tolls(*reversed(many)), "all", ACTORS) == [total]


def test_an_open_high_leaves_the_sum_open() -> None:
    (total,) = sums(tolls(counted((11, None), said_by="sohr")), "all", ACTORS)
    assert total.killed.high is None and total.likely == (11, None)


def test_what_is_discounted_is_left_out_of_sums() -> None:
    denial = counted(None, stance="denied", said_by="sohr", words="nobody was killed")
    assert sums(tolls(counted(8, said_by="?residents"), denial), "all", ACTORS) == []


def test_sums_by_place_and_by_side_of_the_dead() -> None:
    soldiers = counted(20, "Homs", groups={"fighters": 20}, of="syr-army", said_by="sohr")
    mixed = counted(11, groups={"civilians": 4}, said_by="sohr")
    found = tolls(soldiers, mixed)
    assert {(s.of, s.killed.best) for s in sums(found, "place", ACTORS)} == {
        ("Homs", 20),
        ("Idlib", 11),
    }
    assert {(s.of, s.killed.best) for s in sums(found, "side", ACTORS)} == {
        ("Syrian government", 20),
        ("civilians", 4),
        ("not told", 7),
    }
