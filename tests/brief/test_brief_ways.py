"""Ways and what-if in the brief of the bundled dispatches."""

import re

import pytest

from orontes.brief.brief import Brief
from orontes.brief.compose import compose
from orontes.case import Case, registry

FALL = "2024-12-05"
FALLS = ["Homs=opposition@2024-12-05"]
QUOTED = re.compile(r"“[^”]*”")


def brief(case: Case, at: str, suppose: list[str] | None = None) -> Brief:
    return compose(case.with_ways(at, None, suppose or ()), "x", 1, registry())


def texts(made: Brief, key: str) -> list[str]:
    (section,) = (one for one in made.sections if one.key == key)
    return [sentence.text for sentence in section.sentences]


def test_the_brief_tells_what_the_fall_of_hama_did_to_ways(hama: Case) -> None:
    (text,) = (t for t in texts(brief(hama, FALL), "routes") if t.startswith("Hama passed"))
    assert "on 5 December 2024; by assumed ways that threatens" in text
    assert "Damascus–Latakia" in text and "opens the way to Homs" in text
    assert not any(t.startswith("Hama passed") for t in texts(brief(hama, "2024-12-04"), "routes"))


def test_the_brief_tells_how_far_hama_was_encircled(hama: Case) -> None:
    (text,) = (t for t in texts(brief(hama, "2024-12-04"), "routes") if t.startswith("Round Hama"))
    assert "held by the Syrian government" in text and "claimed: 3 of 4 sides" in text
    assert not any(t.startswith("Round Hama") for t in texts(brief(hama, "2024-12-06"), "routes"))


@pytest.mark.parametrize("at", ["2024-11-30", FALL, "2024-12-10"])
def test_without_road_data_the_brief_speaks_of_no_road_and_clears_none(hama: Case, at: str) -> None:
    made = brief(hama, at)
    own = QUOTED.sub("", " ".join(texts(made, "routes") + texts(made, "next")))
    assert texts(made, "routes") and not re.search(r"\b(roads?|safe|usable|passable)\b", own)
    written = hama.brief(at)
    for page in (written.markdown, written.html):
        assert "No clearance: it tells what was reported" in page


def test_a_supposition_stands_at_the_head_of_the_brief_and_in_its_rows(hama: Case) -> None:
    written = hama.brief(FALL, suppose=FALLS)
    for page in (written.markdown, written.html):
        head, _, _ = page.partition("Summary")
        assert "Homs held by Syrian opposition from 5 December 2024" in head
    made = brief(hama, FALL, FALLS)
    (control,) = (one for one in made.sections if one.key == "control")
    (row,) = (one for one in control.table if one.place == "Homs")
    assert row.sure == "supposed" and row.why.startswith("supposed: ")
    marked = {s.text: s.level for section in made.sections for s in section.sentences}
    assert {level for text, level in marked.items() if text.startswith("Homs passed")} == {
        "supposed"
    }
    assert not any("among them" in t and "Homs" in t for t in texts(made, "summary"))


def test_the_brief_without_it_tells_of_no_supposition(hama: Case) -> None:
    before = hama.brief(FALL)
    hama.brief(FALL, suppose=FALLS)
    assert hama.brief(FALL) == before and "suppose" not in before.markdown
