import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orontes.case import Case
from orontes.web.data import page_data
from orontes.web.page import page


@pytest.fixture(scope="session")
def shown(hama: Case) -> dict[str, Any]:
    """What the page of the example shows."""
    return page_data(hama, "The fall of Hama")


@pytest.fixture(scope="session")
def saved(shown: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(page(shown), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if not shutil.which("chromium"):
        pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()
