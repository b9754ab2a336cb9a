import re
import shutil
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from orontes.actors.registry import Registry
from orontes.brief import markdown, page
from orontes.brief.compose import compose
from orontes.case import Case
from orontes.model.told import Told
from orontes.picture.view import View

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)><!-- ]]> `[a](b)`| {0} #"
ESCAPED = re.compile(r"\\.")
OURS = re.compile(r"<https?://[^\s<>]*>|<a id=\"q\d+\"></a>")


class Skeleton(HTMLParser):
    """The tags of a page, with the names of their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


def skeleton(html: str) -> Skeleton:
    parser = Skeleton()
    parser.feed(html)
    return parser


def written(view: View, title: str = "Syria") -> tuple[str, str]:
    brief = compose(view, title, 7, Registry.load())
    return page.write(brief, view), markdown.write(brief)


def with_text(view: View, text: str) -> View:
    """The same picture, its quotes, names, outlets and links replaced by one text."""

    def said(one: Told) -> Told:
        source = replace(one.source, publisher=text, title=text, url="https://example.org/" + text)
        return replace(one, claim=replace(one.claim, quote=text), source=source)

    held = [replace(spell, place=text, holder_name=text, why=text) for spell in view.control]
    return replace(view, told=[said(one) for one in view.told], control=held)


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() != ""))
@example(HOSTILE)
def test_no_text_of_a_report_breaks_out_of_the_page(sample: View, text: str) -> None:
    plain, hostile = (skeleton(written(with_text(sample, t), t)[0]) for t in ("x", text))
    expected = [tag for tag in plain.tags if tag[0] not in {"text", "a"}]
    assert [tag for tag in hostile.tags if tag[0] not in {"text", "a"}] == expected
    assert {tag for tag in hostile.tags if tag[0] in {"text", "a"}} <= set(plain.tags) | {
        ("text", ("class", "x", "y", "text-anchor"))
    }


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
@example(HOSTILE)
def test_no_text_of_a_report_breaks_out_of_markdown(sample: View, text: str) -> None:
    lines = written(with_text(sample, text), text)[1].splitlines()
    told = [line for line in lines if line[:1].isdigit()]
    assert len(told) == len(compose(sample, "x", 7, Registry.load()).quotes)
    bare = [OURS.sub("", ESCAPED.sub("", line)) for line in lines]
    assert not [line for line in bare if "<" in line or "`" in line]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https://[", "file:///"]
)
def test_only_links_to_the_web_become_links(sample: View, url: str) -> None:
    told = [replace(one, source=replace(one.source, url=url)) for one in sample.told]
    html, text = written(replace(sample, told=told))
    assert all(link.startswith("#q") for link in skeleton(html).links)
    assert url not in text


def test_the_same_picture_makes_the_same_bytes(sample: View) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import conftest, hashlib;"
        "from orontes.brief import page, markdown; from orontes.brief.compose import compose;"
        "from orontes.actors.registry import Registry;"
        "view = conftest.sample.__wrapped__() if hasattr(conftest.sample, '__wrapped__')"
        " else conftest.sample.__pytest_wrapped__.obj();"
        "brief = compose(view, 'Syria', 7, Registry.load());"
        "made = page.write(brief, view) + markdown.write(brief);"
        "print(hashlib.sha256(made.encode()).hexdigest())"
    )
    folder = str(Path(__file__).parent)
    digests = {
        subprocess.run(
            [sys.executable, "-c", program, folder],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1 and digests != {""}


def test_no_quote_is_lost_without_a_word(sample: View) -> None:
    later = replace(sample.control[0], claims=("c_later",))
    html, text = written(replace(sample, control=[later, *sample.control[1:]]))
    assert "1 of a later day, in the case file" in html
    assert "1 of a later day, in the case file" in text


def test_a_brief_of_many_reports_stays_readable(sample: View) -> None:
    many = [
        replace(spell, place=f"{spell.place} {i}", place_id=f"{spell.place_id}-{i}")
        for spell in sample.control
        for i in range(20)
    ]
    brief = compose(replace(sample, control=many), "Syria", 7, Registry.load())
    control = next(section for section in brief.sections if section.key == "control")
    assert len(control.table) == 80
    assert control.sentences[0].text == "And 420 more places, in the case file."
    assert control.sentences[0].claims


@pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed")
def test_a_browser_opens_it_alone_and_follows_its_notes(hama: Case, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    path = tmp_path / "brief.html"
    far_away = hama.brief().html.replace("posts.jsonl", "posts" * 20 + ".jsonl")
    path.write_text(far_away, encoding="utf-8")
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        tab = browser.new_page(viewport={"width": 390, "height": 800})
        requests: list[str] = []
        errors: list[str] = []
        tab.on("request", lambda request: requests.append(request.url))
        tab.on("console", lambda message: errors.append(message.text))
        tab.goto(path.as_uri())
        notes = tab.locator("sup.notes a").count()
        missing = tab.evaluate(
            "[...document.querySelectorAll('sup.notes a')]"
            ".filter(a => !document.querySelector(a.getAttribute('href'))).length"
        )
        dots = tab.locator("svg.map .dot").count()
        wide = tab.evaluate("document.documentElement.scrollWidth")
        browser.close()
    assert requests == [path.as_uri()] and errors == []
    assert notes > 100 and missing == 0
    assert dots > 15
    assert wide <= 390
