from pathlib import Path
from typing import Any


class Reader:
    """Someone with the page open."""

    def __init__(self, chromium: Any, path: Path, view: str = "") -> None:
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.tab = chromium.new_page(viewport={"width": 1440, "height": 900})
        self.tab.on("request", lambda request: self.requests.append(request.url))
        self.tab.on("pageerror", lambda error: self.errors.append(error.message))
        self.tab.on("dialog", lambda dialog: self.errors.append(dialog.message))
        self.tab.goto(f"{path.as_uri()}#{view}")
        self.tab.wait_for_selector("html[data-ready=map]")

    def told(self) -> str:
        return str(self.tab.locator("#told").inner_text())

    def outward(self) -> list[str]:
        return [url for url in self.requests if not url.startswith(("file:", "blob:", "data:"))]
