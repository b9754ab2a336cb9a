"""Names on the map are as wide as a browser draws them, so that none is cut or overlaps."""

import shutil
from pathlib import Path

import pytest

from orontes.brief.labels import Label, extent, placed, wide
from orontes.brief.page import style

NAMES = ["Mount Hermon", "Hama", "Jabal Zayn al-Abidin", "Wadi Hammam", "Tell Rifaat", "MWM"]
WIDTHS = "() => [...document.querySelectorAll('text')].map(text => text.getBBox().width)"


@pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed")
def test_no_name_is_drawn_wider_than_its_room(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    page = tmp_path / "names.html"
    texts = "".join(f'<text class="place" x="9" y="30">{name}</text>' for name in NAMES)
    page.write_text(f'<style>{style()}</style><svg class="map">{texts}</svg>', encoding="utf-8")
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        opened = browser.new_page()
        opened.goto(page.as_uri())
        drawn = opened.evaluate(WIDTHS)
        browser.close()
    assert all(wide(name) >= width for name, width in zip(NAMES, drawn, strict=True))


def test_a_name_without_room_at_the_edge_goes_elsewhere_or_is_left_out() -> None:
    hermon = Label("Mount Hermon", 92, 300)
    beside = Label("", 110, 300)
    ((label, x, y, side), *_) = placed([hermon, beside], 6, 800, 600)
    assert label is hermon and side == "middle"
    assert extent(hermon.text, x, y, side)[0] > 0
    assert not list(placed([hermon], 6, 80, 30))
