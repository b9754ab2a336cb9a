import pytest
from hypothesis import given
from hypothesis import strategies as st

from orontes.claims import counts
from orontes.claims.numbers import value
from orontes.claims.parse import pipeline

UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen".split()
UNITS += "fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int) -> str:
    if number < 20:
        return UNITS[number]
    if number < 100:
        rest = number % 10
        return TENS[number // 10 - 2] + (f"-{UNITS[rest]}" if rest else "")
    if number < 1000:
        rest = number % 100
        return f"{UNITS[number // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    rest = number % 1000
    return f"{spelled(number // 1000)} thousand" + (f" {spelled(rest)}" if rest else "")


@given(st.integers(0, 999_999))
def test_number_words_mean_their_number(number: int) -> None:
    assert value(spelled(number)) == number
    assert value(f"{number:,}") == number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("At least 20 people died.", 20, None),
        ("Over 700 people died.", 700, None),
        ("Up to 300 people died.", None, 300),
        ("Nearly 3,000 families fled.", None, 3000),
        ("About 48,500 people fled.", 48_500, 48_500),
        ("Dozens of people were wounded.", 24, 99),
        ("Hundreds of detainees were freed.", 200, 999),
        ("Thousands of residents fled.", 2000, 9999),
        ("Tens of thousands of people fled.", 20_000, 99_999),
        ("Between 20 and 30 soldiers died.", 20, 30),
        ("Two dozen fighters surrendered.", 24, 24),
        ("Half a million people fled.", 500_000, 500_000),
        ("Some 1.2 million people fled.", 1_200_000, 1_200_000),
    ],
)
def test_phrases_have_their_bounds(text: str, low: int | None, high: int | None) -> None:
    found = counts.find(pipeline()(text))
    assert [(m.count.low, m.count.high) for m in found] == [(low, high)]
    assert found[0].person


@pytest.mark.parametrize(
    "text",
    [
        "A 20-year-old man died on 5 December 2024.",
        "The 47th Brigade used 155 mm shells.",
        "He spoke at the 20th meeting in 2019.",
        "Turnout was 40 percent.",
    ],
)
def test_ages_dates_and_calibres_count_nobody(text: str) -> None:
    assert [m for m in counts.find(pipeline()(text)) if m.person] == []


def test_parts_belong_to_their_whole() -> None:
    found = counts.find(pipeline()("20 people, among them 5 children and three women, died."))
    assert len(found) == 1
    assert dict(found[0].count.groups) == {"children": 5, "women": 3}


def phrases(text: str) -> list[tuple[str, int | None, int | None]]:
    found = counts.find(pipeline()(text))
    return [(text[m.start : m.end], m.count.low, m.count.high) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army killed 15 soldiers and 10 rebels.",
            [("15 soldiers", 15, 15), ("10 rebels", 10, 10)],
        ),
        ("The raid left 12 killed and 30 wounded.", [("12", 12, 12), ("30", 30, 30)]),
        ("Some 20-30 soldiers were captured.", [("Some 20-30 soldiers", 20, 30)]),
        ("A family of five was killed.", [("A family of five", 5, 5)]),
        ("Both pilots were killed.", [("Both pilots", 2, 2)]),
        ("A man and a woman were killed.", [("A man", 1, 1), ("a woman", 1, 1)]),
        ("Several hundred people fled.", [("Several hundred people", 200, 999)]),
        ("Several people were hurt.", [("Several people", None, None)]),
        ("6 500 people fled.", [("6 500 people", 6500, 6500)]),
        ("Three of the five hostages were freed.", [("Three of the five hostages", 3, 3)]),
        ("A 300-strong garrison surrendered.", [("300-strong garrison", 300, 300)]),
        ("In 2016 rebels took the town.", []),
        ("Children aged between 5 and 12 were moved.", []),
    ],
)
def test_a_phrase_is_found_whole(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert phrases(text) == expected


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Around 50 people were killed, 20 of them civilians.", {"civilians": 20}),
        ("At least 100 people died - 60 soldiers and 40 women.", {"fighters": 60, "women": 40}),
        (
            "It killed 12, including six children and two aid workers.",
            {"children": 6, "aid_workers": 2},
        ),
    ],
)
def test_parts_are_no_second_total(text: str, groups: dict[str, int]) -> None:
    found = counts.find(pipeline()(text))
    assert [dict(m.count.groups) for m in found] == [groups]


def test_factory_workers_are_no_aid_workers() -> None:
    assert counts.find(pipeline()("Shells killed four factory workers."))[0].group is None


@pytest.mark.parametrize(
    ("text", "cumulative"),
    [
        ("Over 700 people have been killed since the offensive began.", True),
        ("The strike killed a total of 34 people.", True),
        ("The toll rose to 45 people.", True),
        ("The strike killed 34 people.", False),
    ],
)
def test_a_running_total_is_told_apart(text: str, cumulative: bool) -> None:
    assert [m.count.cumulative for m in counts.find(pipeline()(text))] == [cumulative]


@given(
    st.sampled_from(["", "at least ", "nearly ", "about ", "between 3 and ", "2 to "]),
    st.integers(1, 10_000_000),
)
def test_bounds_are_in_order_and_spans_hold_the_number(qualifier: str, number: int) -> None:
    text = f"The strike killed {qualifier}{number:,} people."
    for mention in counts.find(pipeline()(text)):
        low, high = mention.count.low, mention.count.high
        assert low is None or high is None or low <= high
        assert text[mention.start : mention.end].endswith("people")


def test_two_numbers_side_by_side_are_not_added() -> None:
    assert value("3 2,000") is None
    assert value("one two") is None
