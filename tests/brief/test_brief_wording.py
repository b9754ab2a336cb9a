from datetime import date, timedelta

import pytest

from orontes.actors.registry import Registry
from orontes.brief.acts import of_event
from orontes.brief.brief import Brief, Section
from orontes.brief.compose import compose
from orontes.brief.wording import bounds, printed, span, the
from orontes.model.count import Count
from orontes.model.when import When
from orontes.picture.view import View
from orontes.vocabulary.load import kinds, table


@pytest.fixture(scope="module")
def brief(sample: View) -> Brief:
    return compose(sample, "Syria", 7, Registry.load())


def section(brief: Brief, key: str) -> Section:
    return next(section for section in brief.sections if section.key == key)


def texts(brief: Brief, key: str) -> list[str]:
    return [sentence.text for sentence in section(brief, key).sentences]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(700, None, "over", groups=(("civilians", 111),)),
         "at least 700 people (of whom 111 civilians)"),
        (Count(200, 999, "hundreds"), "between 200 and 999 people"),
        (Count(None, 50), "at most 50 people"),
        (Count(1, 1), "1 person"),
        (Count(None, None), "several people"),
        (Count(280_000, 280_000, "about"), "about 280,000 people"),
    ],
)  # fmt: skip
def test_numbers_keep_their_bounds(count: Count, words: str) -> None:
    assert bounds(count) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, " on 30 November 2024"),
        (1, " on 30 November or 1 December 2024"),
        (4, " between 30 November and 4 December 2024"),
        (40, " between 30 November 2024 and 9 January 2025"),
    ],
)
def test_days_are_told_as_analysts_do(days: int, words: str) -> None:
    first = date(2024, 11, 30)
    assert span(When(first, first + timedelta(days), "range")) == words


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (None, "undated"),
        ("2024", "2024"),
        ("2024-12", "December 2024"),
        ("2024-12-05", "5 December 2024"),
        ("2024-12-05T21:30:00+03:00", "5 December 2024, 18:30 UTC"),
    ],
)
def test_a_publication_is_as_exact_as_printed(published: str | None, words: str) -> None:
    assert printed(published) == words


def test_names_take_the_article_that_their_head_noun_asks_for() -> None:
    assert the("Syrian army") == "the Syrian army"
    assert the("Syrian Observatory for Human Rights").startswith("the ")
    assert the("Warplanes") == "warplanes"
    assert the("Iran") == "Iran" and the("residents of Tartus") == "residents of Tartus"


def test_fighting_says_on_whose_word(brief: Brief) -> None:
    homs, suran = section(brief, "fighting").sentences
    assert "(reported by two independent sources; denied by the Syrian army)" in homs.text
    assert homs.level == "disputed" and {"c_32", "c_33"} <= set(homs.claims)
    assert "(claimed by the Syrian army)" in suran.text and suran.level == "doubtful"


def test_places_that_passed_alike_share_a_sentence(brief: Brief) -> None:
    assert texts(brief, "control") == [
        "Hama and Salamiyah passed from the Syrian government to the Syrian opposition"
        " on 5 December 2024."
    ]


def test_what_may_come_is_always_what_a_report_says(brief: Brief) -> None:
    told = texts(brief, "next")
    assert len(told) == 2 and all(" says that " in text for text in told)
    assert any("the capture of Homs by the opposition forces is possible" in text for text in told)
    assert any("the way between Homs and Damascus is at risk" in text for text in told)
    assert not any(
        "possible" in text for key in ("summary", "control") for text in texts(brief, key)
    )


def test_every_kind_of_event_has_its_words(sample: View) -> None:
    spoken = ("statement.", "relation.", "toll.")
    events = {kind for kind in kinds() if not kind.startswith(spoken)}
    worded = set(table("brief")["acts"])
    assert events <= worded
    for one in sample.events:
        assert "{" not in of_event(one)
