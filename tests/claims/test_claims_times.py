from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import orontes
from orontes.claims import times
from orontes.claims.parse import parse, pipeline

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


@pytest.mark.parametrize(
    ("text", "phrase", "earliest", "latest"),
    [
        ("It began in March 2011.", "in March 2011", "2011-03-01", "2011-03-31"),
        ("It began in early December 2024.", "in early December 2024", "2024-12-01", "2024-12-10"),
        ("They left on November 27-30.", "November 27-30", "2024-11-27", "2024-11-30"),
        ("They left on the 3rd.", "on the 3rd", "2024-12-03", "2024-12-03"),
        ("They came last Thursday.", "last Thursday", "2024-11-28", "2024-11-28"),
        ("Ten died this month.", "this month", "2024-12-01", "2024-12-05"),
        ("Shells fell over the weekend.", "over the weekend", "2024-11-30", "2024-12-01"),
        (
            "They fought from Monday to Wednesday.",
            "from Monday to Wednesday",
            "2024-12-02",
            "2024-12-04",
        ),
        ("Wednesdays blast killed ten.", "Wednesdays", "2024-12-04", "2024-12-04"),
        ("It raged between 2011 and 2016.", "between 2011 and 2016", "2011-01-01", "2016-12-31"),
    ],
)
def test_a_span_is_the_phrase(text: str, phrase: str, earliest: str, latest: str) -> None:
    found = times.find(pipeline()(text), THURSDAY)
    assert [text[m.start : m.end] for m in found] == [phrase]
    assert (str(found[0].when.earliest), str(found[0].when.latest)) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "At least 20 may have died.",
        "The troops may march on Homs.",
        "It came two days before the attack.",
        "It came two days later.",
        "He visits on Fridays with aid.",
        "The ruins are 3000000 years ago old.",
        "A total of 2015 people fled.",
    ],
)
def test_nothing_is_invented(text: str) -> None:
    assert spans(text) == []


def test_a_month_of_publication_gives_ranges() -> None:
    month = (date(2016, 12, 1), date(2016, 12, 31))
    assert spans("It fell today.", month) == [("2016-12-01", "2016-12-31")]


@given(
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    st.sampled_from(
        [
            "yesterday",
            "two days ago",
            "last week",
            "this year",
            "earlier this month",
            "over the weekend",
            "overnight",
            "last Monday",
            "since Friday",
            "over the past 24 hours",
            "on the 5th",
        ]
    ),
)
def test_what_looks_back_never_lies_after_publication(day: date, phrase: str) -> None:
    found = times.find(pipeline().make_doc(f"shelled {phrase}."), (day, day))
    assert len(found) == 1
    earliest, latest = found[0].when.earliest, found[0].when.latest
    assert earliest is not None and latest is not None and earliest <= latest <= day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Damascus, 5 December 2024 - The army left.", date(2024, 12, 5)),
        ("Posted on April 19 2017 by a reporter. Six died.", date(2017, 4, 19)),
        ("23 February 2015 The army left.", date(2015, 2, 23)),
        ("On 24 February 2022, the army left.", None),
        ("The town, which fell on July 27, 2002, is calm.", None),
    ],
)
def test_a_day_told_in_a_sentence_is_no_dateline(text: str, day: date | None) -> None:
    assert times.dateline(text) == day


def test_a_date_as_heading_dates_what_follows() -> None:
    text = "3 December 2024\nRebels captured Halfaya.\n5 December 2024\nRebels captured Hama."
    found = orontes.read(text, "2024-12-10")
    days = {c.place.name: str(c.when.latest) for c in found if c.place and c.when}
    assert days == {"Halfaya": "2024-12-03", "Hama": "2024-12-05"}


def test_a_month_in_capitals_is_told_from_the_verb() -> None:
    text = "AT LEAST 20 MAY HAVE DIED IN TUNIS ON THE NIGHT OF 10 MAY, THE POLICE SAID ON THURSDAY."
    [(_, doc)] = parse(text, lambda name: name == "Tunis")
    found = times.find(doc, (date(1987, 5, 15), date(1987, 5, 15)))
    assert [str(m.when.latest) for m in found] == ["1987-05-10", "1987-05-14"]


def test_the_head_of_a_wire_report_is_no_part_of_its_first_sentence() -> None:
    text = "TUNIS, 14 MAY 87 (AWP) -- [REPORT] [TEXT] GUNMEN KILLED A JUDGE IN SFAX."
    [(_, doc)] = parse(text, lambda name: name in {"Tunis", "Sfax"})
    assert [s.text for s in doc.sents][-1] == "Gunmen killed a judge in Sfax."


def test_a_dateline_with_the_month_first_may_shorten_the_year() -> None:
    assert times.dateline("TUNIS, MAY 14 87 (AWP) -- [TEXT] A bomb") == date(1987, 5, 14)
