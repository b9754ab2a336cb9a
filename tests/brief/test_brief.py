import re

from hypothesis import given
from hypothesis import strategies as st

from orontes.brief import markdown
from orontes.brief.compose import ORDER, compose
from orontes.brief.labels import Label, extent, overlap, placed
from orontes.case import Case, registry
from orontes.picture.view import look

NOTE = re.compile(r"\[\[(\d+)\]\]\(#q\1\)")


def test_every_sentence_leads_to_a_quote(hama: Case) -> None:
    brief = compose(hama.view(), "x", 1, registry())
    for section in brief.sections:
        for sentence in section.sentences:
            assert sentence.claims, sentence.text
            assert all(claim in brief.quotes for claim in sentence.claims[: sentence.shown])


def test_the_sections_are_there_and_tell_what_they_lack(tmp_path: object) -> None:
    brief = compose(look([]), "Nothing yet", 0, registry())
    assert [section.key for section in brief.sections] == list(ORDER)
    text = markdown.write(brief)
    assert text.count("No report known by then") >= len(ORDER) - 1


def test_markdown_notes_meet_their_quotes(hama: Case) -> None:
    text = hama.brief().markdown
    cited = {int(number) for number in NOTE.findall(text)}
    told = {int(number) for number in re.findall(r'<a id="q(\d+)">', text)}
    assert cited and cited <= told


def test_the_page_carries_its_times_and_revision(hama: Case) -> None:
    html = hama.brief("2024-12-06", "2024-12-04T12:00Z").html
    assert "6 December 2024" in html and "4 December 2024, 12:00 UTC" in html
    assert f"case revision {hama.revision}" in html
    assert "<svg" in html and "Natural Earth" in html


@given(st.lists(st.tuples(st.floats(20, 780), st.floats(20, 580)), max_size=25))
def test_labels_never_overlap(points: list[tuple[float, float]]) -> None:
    labels = [Label(f"Place {i}", x, y) for i, (x, y) in enumerate(points)]
    boxes = [extent(label.text, x, y, side) for label, x, y, side in placed(labels, 6, 800, 600)]
    for i, one in enumerate(boxes):
        assert not any(overlap(one, other) for other in boxes[i + 1 :])
