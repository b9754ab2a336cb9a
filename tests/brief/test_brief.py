import re
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orontes.brief import markdown, page
from orontes.brief.brief import Brief, Quote, Section, Sentence
from orontes.brief.compose import ORDER, compose
from orontes.brief.labels import Label, extent, overlap, placed
from orontes.case import Case, registry
from orontes.picture.view import look

NOTE = re.compile(r"\[\[(\d+)\]\]\(#q\1\)")


def test_every_sentence_leads_to_a_quote(hama: Case) -> None:
    brief = compose(hama.view(), "x", 1, registry())
    for section in brief.sections:
        for sentence in section.sentences:
            assert sentence.claims or sentence.text.startswith("And "), sentence.text
            assert all(claim in brief.quotes for claim in sentence.claims)


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


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_no_text_of_a_report_breaks_out_of_the_page(text: str) -> None:
    quote = Quote(1, "c_1", text, text, text, "javascript:" + text, text, "asserted", False)
    section = Section("summary", text, [Sentence(text, ("c_1",))], "")
    brief = Brief(text, None, None, 1, 0, [section], [], {"c_1": quote})
    html = page.write(brief, look([]))
    frame = page.write(Brief("", None, None, 1, 0, [], [], {}), look([]))
    assert html.count("<script") == 0 and 'href="javascript' not in html
    assert html.count("<h1>") == frame.count("<h1>") == 1


@given(st.lists(st.tuples(st.floats(20, 780), st.floats(20, 580)), max_size=25))
def test_labels_never_overlap(points: list[tuple[float, float]]) -> None:
    labels = [Label(f"Place {i}", x, y) for i, (x, y) in enumerate(points)]
    boxes = [extent(label.text, x, y, side) for label, x, y, side in placed(labels, 6, 800, 600)]
    for i, one in enumerate(boxes):
        assert not any(overlap(one, other) for other in boxes[i + 1 :])


@pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed")
def test_a_browser_opens_it_alone_and_follows_its_notes(hama: Case, tmp_path: object) -> None:
    from pathlib import Path

    from playwright.sync_api import sync_playwright

    path = Path(str(tmp_path)) / "brief.html"
    path.write_text(hama.brief().html, encoding="utf-8")
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        tab = browser.new_page()
        requests: list[str] = []
        errors: list[str] = []
        tab.on("request", lambda request: requests.append(request.url))
        tab.on("console", lambda message: errors.append(message.text))
        tab.goto(path.as_uri())
        missing = tab.evaluate(
            "[...document.querySelectorAll('sup.notes a')]"
            ".filter(a => !document.querySelector(a.getAttribute('href'))).length"
        )
        dots = tab.locator("svg.map .dot").count()
        browser.close()
    assert requests == [path.as_uri()] and errors == []
    assert missing == 0
    assert dots > 15
