"""From what reports say of a number to bounds, over all who counted."""

import pytest
from counting import civilians, counted, killed, one, tolls

from orontes.model.count import Count
from orontes.model.names import PlaceName
from orontes.picture.toll.phrases import Reach, reach


@pytest.mark.parametrize(
    ("count", "low", "best", "high"),
    [
        (Count(37, 37), 37, 37, 37),
        (Count(826, None, "more than"), 826, 826, None),
        (Count(20, 30), 20, 20, 30),
        (Count(24, 99, "dozens"), 12, 24, 99),
        (Count(200, 999, "hundreds"), 100, 200, 999),
        (Count(None, 30, "up to"), 1, None, 30),
        (Count(None, 60, "nearly"), 50, 59, 59),
        (Count(None, 700, "almost"), 600, 699, 699),
        (Count(700, 700, "about"), 650, 700, 750),
        (Count(1_000_000, 1_000_000, "about"), 950_000, 1_000_000, 1_050_000),
        (Count(0, 0), 0, 0, 0),
    ],
)
def test_what_a_number_stands_for(
    count: Count, low: int, best: int | None, high: int | None
) -> None:
    found = reach(count, "so it was")
    assert (found.low, found.best, found.high) == (low, best, high)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Several people were killed.", Reach(3, 3, 9, "unquantified")),
        ("A few people were killed.", Reach(2, 3, 9, "unquantified")),
        ("Many were killed.", Reach(1, 1, None, "unquantified")),
    ],
)
def test_words_without_a_number(sentence: str, expected: Reach) -> None:
    assert reach(Count(None, None, "several"), sentence) == expected
    assert reach(None, sentence) == expected


def test_killed_and_wounded_together_may_all_be_wounded() -> None:
    found = reach(Count(25, 25), "25 killed and wounded in Hama")
    assert (found.low, found.high, found.flag) == (0, 25, "casualties")


def test_two_counters_span_the_bounds_and_the_more_reliable_is_the_best() -> None:
    found = one(counted(15, said_by="?hospital"), counted(11, said_by="sohr"))
    assert killed(found) == (11, 11, 15)
    assert found.grade == "fair" and found.sources == 2


def test_named_victims_outrank_a_monitor() -> None:
    by_name = counted(14, said_by="snhr", words="SNHR documented by name 14 killed")
    assert killed(one(counted(20, said_by="sohr"), by_name)) == (14, 14, 20)


def test_of_equally_reliable_counts_the_later_is_the_best() -> None:
    late = counted(18, said_by="sohr", published="12-04")
    assert killed(one(counted(20, said_by="snhr", published="12-03"), late)) == (18, 18, 20)


def test_an_open_high_stays_open() -> None:
    assert killed(one(counted((11, None), said_by="sohr"), counted(15, said_by="?medics"))) == (
        11,
        11,
        None,
    )


def test_dozens_widen_nothing_that_a_number_fits() -> None:
    vague = counted((24, 99), qualifier="dozens", outlet="Other wire", report="2")
    found = one(counted(37, said_by="sohr"), vague)
    assert killed(found) == (37, 37, 37)
    assert found.flags == () and found.grade == "fair"


def test_a_word_alone_is_flagged() -> None:
    assert one(counted((24, 99), qualifier="dozens")).flags == ("vague",)


def test_civilians_are_a_part_of_the_whole_and_as_open_as_it() -> None:
    whole = counted((700, None), groups={"civilians": 111}, said_by="sohr")
    assert civilians(one(whole)) == (111, 111, None)
    exact = counted(727, groups={"civilians": 111}, said_by="sohr")
    assert civilians(one(exact)) == (111, 111, 111)


def test_all_of_them_may_be_civilians() -> None:
    found = one(counted((11, None), groups={"civilians": 11}, said_by="white-helmets"))
    assert civilians(found) == killed(found) == (11, 11, None)
    assert "all of them civilians" in found.why


def test_the_dead_of_each_side_make_up_the_whole() -> None:
    words = "37 soldiers and 20 rebels were killed"
    more = {"said_by": "sohr", "words": words, "report": "1"}
    soldiers = counted(37, groups={"fighters": 37}, of="syr-army", **more)
    rebels = counted(20, groups={"fighters": 20}, of="syr-opposition", **more)
    found = one(soldiers, rebels)
    assert killed(found) == (57, 57, 57) and found.flags == ("added from parts",)
    assert found.killed is not None
    assert {(part.side, part.bounds.best) for part in found.killed.parts} == {
        ("syr-gov", 37),
        ("syr-opposition", 20),
    }


def test_one_figure_for_several_places_is_split_evenly() -> None:
    words = "Strikes on Hama, Homs and Idlib killed 11 people"
    towns = [
        PlaceName(name, f"gn:{name}", lat, 36.7, "settlement", "SY")
        for name, lat in (("Hama", 35.1), ("Homs", 34.7), ("Idlib", 35.9))
    ]
    found = tolls(*(counted(11, place, words=words, report="1") for place in towns))
    assert sorted(killed(each)[1] for each in found) == [3, 4, 4]
    assert all(each.flags == ("split",) for each in found)


def test_nobody_killed_is_no_toll() -> None:
    assert tolls(counted(0, said_by="sohr")) == []
    none = counted(None, of="?civilians", words="no civilians were killed", said_by="syr-army")
    assert tolls(none) == []
