from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orontes.claims import times
from orontes.claims.parse import pipeline

THURSDAY = (date(2024, 12, 5), date(2024, 12, 5))
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def spans(text: str, anchor: tuple[date, date] | None = THURSDAY) -> list[tuple[str, str]]:
    found = times.find(pipeline()(text), anchor)
    return [(str(m.when.earliest), str(m.when.latest)) for m in found]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("on 5 December 2024", "2024-12-05", "2024-12-05"),
        ("on December 4", "2024-12-04", "2024-12-04"),
        ("on Dec. 3, 2024", "2024-12-03", "2024-12-03"),
        ("on 2024-12-01", "2024-12-01", "2024-12-01"),
        ("early on Thursday", "2024-12-05", "2024-12-05"),
        ("on Friday", "2024-11-29", "2024-11-29"),
        ("yesterday", "2024-12-04", "2024-12-04"),
        ("overnight", "2024-12-04", "2024-12-05"),
        ("two days ago", "2024-12-03", "2024-12-03"),
        ("earlier this week", "2024-12-02", "2024-12-05"),
        ("last week", "2024-11-25", "2024-12-01"),
        ("since Wednesday", "2024-12-04", "2024-12-05"),
        ("since 2015", "2015-01-01", "None"),
        ("in November", "2024-11-01", "2024-11-30"),
        ("between 27 November and 5 December", "2024-11-27", "2024-12-05"),
        ("over the past 24 hours", "2024-12-04", "2024-12-05"),
    ],
)
def test_an_expression_means_days(text: str, earliest: str, latest: str) -> None:
    assert spans(f"The town was shelled {text}.") == [(earliest, latest)]


def test_two_days_later_counts_from_the_day_told() -> None:
    assert spans("It began on Tuesday and ended two days later.")[1] == ("2024-12-05", "2024-12-05")


def test_without_publication_only_full_dates_are_resolved() -> None:
    assert spans("It fell yesterday, on Friday.", None) == []
    assert spans("It fell on 5 December 2024.", None) == [("2024-12-05", "2024-12-05")]


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.sampled_from(WEEKDAYS))
def test_a_weekday_never_lies_after_publication(day: date, weekday: str) -> None:
    anchor = (day, day)
    found = times.find(pipeline().make_doc(f"shelled on {weekday}"), anchor)
    latest = found[0].when.latest
    assert latest is not None and day - timedelta(days=6) <= latest <= day


def test_a_dateline_is_found() -> None:
    assert times.dateline("SAN SALVADOR, 15 JAN 90 -- TEXT") == date(1990, 1, 15)
    assert times.dateline("No date here at all") is None
