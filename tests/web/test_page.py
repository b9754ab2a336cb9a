"""What someone does with the page of the example, in a real browser, from a file on the disk."""

from pathlib import Path
from typing import Any

import pytest
from browsing import Reader


def test_it_opens_from_disk_and_asks_nothing_of_the_network(chromium: Any, saved: Path) -> None:
    reader = Reader(chromium, saved)
    assert reader.outward() == [] and reader.errors == []
    assert saved.stat().st_size < 6_000_000


def test_from_a_dot_to_its_quote(chromium: Any, saved: Path) -> None:
    reader = Reader(chromium, saved, "day=2024-12-05")
    spot = reader.tab.evaluate("window.orontes.spot('Hama')")
    reader.tab.mouse.click(*spot)
    assert reader.tab.locator("#told h2").inner_text() == "Hama"
    assert "Syrian opposition" in reader.tab.locator(".holder").inner_text()
    assert "captured" in reader.tab.locator("mark").first.inner_text()


def test_the_slider_shows_the_fourth_and_the_sixth_of_december(
    chromium: Any, saved: Path, shown: dict[str, Any]
) -> None:
    reader = Reader(chromium, saved, "place=gn:170017&tab=place")
    slider = reader.tab.locator("#day")
    slider.fill(str(shown["days"].index("2024-12-04")))
    assert "Syrian government" in reader.tab.locator(".holder").inner_text()
    slider.fill(str(shown["days"].index("2024-12-06")))
    assert "Syrian opposition" in reader.tab.locator(".holder").inner_text()
    assert "day=2024-12-06" in reader.tab.url


def test_what_was_known_on_the_day_is_one_click_away(
    chromium: Any, saved: Path, shown: dict[str, Any]
) -> None:
    reader = Reader(chromium, saved, "tab=quotes&day=2024-12-05")
    now = reader.tab.locator("#told h2").inner_text()
    reader.tab.get_by_label("on that day").check()
    then = reader.tab.locator("#told h2").inner_text()
    assert int(then.split()[0]) < int(now.split()[0])


def test_from_a_search_to_the_map(chromium: Any, saved: Path) -> None:
    reader = Reader(chromium, saved)
    reader.tab.get_by_label("Search the quotes").fill("rifaat")
    assert "Tell Rifaat" in reader.told()
    reader.tab.locator("#told button.link", has_text="Tell Rifaat").first.click()
    assert reader.tab.locator("#told h2").inner_text() == "Tell Rifaat"


def test_a_view_can_be_passed_on_as_an_address(chromium: Any, saved: Path) -> None:
    first = Reader(chromium, saved, "day=2024-12-05&tab=quotes")
    first.tab.locator(".filters summary").click()
    first.tab.get_by_label("Stance").select_option("denied")
    second = Reader(chromium, saved, first.tab.url.partition("#")[2])
    assert second.told() == first.told()
    assert set(second.tab.locator("#told .stance").all_inner_texts()) == {"denied"}


@pytest.mark.parametrize("tab", ["day", "place", "people", "positions", "quotes"])
def test_the_keyboard_reaches_every_tab(chromium: Any, saved: Path, tab: str) -> None:
    reader = Reader(chromium, saved)
    reader.tab.locator("#tab-day").focus()
    for _ in range(["day", "place", "people", "positions", "quotes"].index(tab)):
        reader.tab.keyboard.press("ArrowRight")
    assert reader.tab.evaluate("document.activeElement.id") == f"tab-{tab}"
    assert "tab=" + tab in reader.tab.url or tab == "day"
