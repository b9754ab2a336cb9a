"""The page says of each day what the case says, and hostile text stays text."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from browsing import Reader

from orontes.case import Case
from orontes.web.page import page


def row_on(shown: dict[str, Any], known: str, place: int, day: int) -> Any:
    found = 0
    for first, number in shown["standings"][known].get(place, []):
        found = number if first <= day else found
    return shown["control"][found]


@pytest.mark.parametrize("known", ["all", "then"])
def test_every_day_shows_the_holders_that_the_case_gives(
    hama: Case, shown: dict[str, Any], known: str
) -> None:
    for number, day in enumerate(shown["days"]):
        rows = hama.control(at=day, known=None if known == "all" else day)
        told = {row.place_id: (row.holder, row.contested) for row in rows}
        seen = {
            place["id"]: (row[0], bool(row[2]))
            for index, place in enumerate(shown["places"])
            if (row := row_on(shown, known, index, number))
        }
        assert seen == told


def test_the_same_case_gives_the_same_file(shown: dict[str, Any]) -> None:
    assert page(shown) == page(deepcopy(shown))


HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)">'


def test_script_in_titles_quotes_and_names_never_runs(
    chromium: Any, shown: dict[str, Any], tmp_path: Path
) -> None:
    poisoned = deepcopy(shown)
    poisoned["title"] = HOSTILE
    for claim in poisoned["claims"]:
        claim["quote"] = HOSTILE
        claim["said_by"] = [{"id": None, "name": HOSTILE}]
        claim["kind"] = f"battle.{HOSTILE}"
    for report in poisoned["reports"].values():
        report |= {"publisher": HOSTILE, "url": "javascript:alert(3)"}
    for one in (*poisoned["places"], *poisoned["holders"]):
        one["name"] = HOSTILE
    path = tmp_path / "hostile.html"
    path.write_text(page(poisoned), encoding="utf-8")
    for tab in ("day", "place&place=gn:170017", "people", "positions", "quotes"):
        reader = Reader(chromium, path, f"day=2024-12-05&tab={tab}")
        assert reader.errors == []
        assert reader.tab.locator("#told script, #told img, a[href^=javascript]").count() == 0
    assert HOSTILE in reader.told()
