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
