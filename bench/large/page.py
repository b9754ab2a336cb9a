"""How fast the page of a large case opens and steps: ``python -m bench.large.page``.

A made page of 10,000 events on 5,000 places over 200 days, opened from disk in Debian's Chromium.
No case is read: what the page is given is drawn at random in its shape (``orontes.web.data``).
"""

import shutil
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

from orontes.web.page import page

PLACES, EVENTS, DAYS, REPORTS, SIDES = 5_000, 10_000, 200, 4_000, 6
KINDS = (
    "territory.capture",
    "territory.hold",
    "battle.clash",
    "strike.air",
    "movement.flee",
    "statement.call",
)
WORDS = (
    "the forces of army said rebels town village north captured after fighting near road officials"
    " that residents their hospital shelling Tuesday withdrew brigade governor statement local"
).split()
STEP = """async (number) => {
  const slider = document.querySelector('#day'), start = performance.now();
  slider.value = number;
  slider.dispatchEvent(new Event('input'));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return performance.now() - start;
}"""


def made(draw: Random) -> dict[str, Any]:
    days = [(date(2024, 1, 1) + timedelta(number)).isoformat() for number in range(DAYS)]
    places = [place(number, draw) for number in range(PLACES)]
    claims = [
        claim(number, draw.choice(places), draw.choice(days), draw) for number in range(EVENTS)
    ]
    rows: list[list[Any] | None] = [None]
    standings = {mode: courses(rows, days, draw) for mode in ("all", "then")}
    listing: dict[str, Any] = {
        "rows": [],
        "days": {mode: [[] for _ in days] for mode in ("all", "then")},
    }
    told = {"publisher": "Outlet", "published": days[0], "known": f"{days[0]}T12:00:00Z"}
    return {
        "title": "A made war",
        "revision": 1,
        "days": days,
        "claims": claims,
        "reports": {f"r_{number}": told for number in range(REPORTS)},
        "places": places,
        "holders": [{"id": f"h{number}", "name": f"Party {number}"} for number in range(SIDES)],
        "standings": standings,
        "control": rows,
        "events": [event(one) for one in claims],
        "toll": listing,
        "displaced": listing,
        "routes": [],
        "positions": [],
    }


def place(number: int, draw: Random) -> dict[str, Any]:
    spot = {"lat": 33 + 4 * draw.random(), "lon": 36 + 6 * draw.random(), "country": "SY"}
    name = f"{draw.choice(WORDS).title()} {number}"
    return {"id": f"gn:{number}", "name": name, "claims": draw.randint(1, 30), **spot}


def claim(number: int, place: dict[str, Any], day: str, draw: Random) -> dict[str, Any]:
    quote = " ".join(draw.choice(WORDS) for _ in range(22))
    return {
        "id": f"c_{number:016x}",
        "doc": f"r_{draw.randrange(REPORTS)}",
        "kind": draw.choice(KINDS),
        "start": 0,
        "end": len(quote),
        "quote": quote,
        "predicate": [4, 10],
        "actor": [{"id": "h1", "name": "Party 1"}],
        "place": place,
        "when": {"earliest": day, "latest": day, "precision": "day"},
        "stance": "asserted",
        "confidence": 0.8,
        "reader": "none",
        "known": f"{day}T12:00:00Z",
    }


def event(claim: dict[str, Any]) -> dict[str, Any]:
    slots = {name: claim[name] for name in ("kind", "actor", "place", "when")}
    return {**slots, "id": claim["id"], "target": [], "sources": 1, "claims": [claim["id"]],
            "first_known": claim["known"]}  # fmt: skip


def courses(rows: list[list[Any] | None], days: list[str], draw: Random) -> dict[int, Any]:
    """The stretches of every place; their rows go to ``rows``."""
    found: dict[int, Any] = {}
    for number in range(PLACES):
        day = 0
        while day < DAYS and len(found.setdefault(number, [])) < SIDES:
            found[number].append([day, len(rows)])
            holder, chance = f"h{draw.randrange(SIDES)}", round(draw.random(), 2)
            basis, since = draw.choice(("reported", "reported", "inferred")), days[day]
            why = f"held since {since}: {draw.randint(1, 5)} independent sources"
            contested, backing = int(draw.random() < 0.1), [draw.randrange(EVENTS)]
            rows.append([holder, chance, contested, basis, since, since, why, backing, []])
            day += draw.randint(5, 90)
    return found


def main() -> None:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        path = Path(folder) / "page.html"
        path.write_text(page(made(Random(5))), encoding="utf-8")
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        start = time.perf_counter()
        tab.goto(path.as_uri())
        tab.wait_for_selector("html[data-ready=map]")
        ready = time.perf_counter() - start
        steps = [tab.evaluate(STEP, 7 * number % DAYS) for number in range(120)]
        browser.close()
        print(f"file {path.stat().st_size / 1e6:.1f} MB; map ready after {ready:.2f} s")
        slow = quantiles(steps, n=20)[-1]
        print(f"a step of the slider: p50 {median(steps):.0f}, p95 {slow:.0f} ms")


if __name__ == "__main__":
    main()
