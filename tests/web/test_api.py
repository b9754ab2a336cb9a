"""What a GIS and a browser get from `orontes serve`, over HTTP."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from orontes.case import Case


def started(case: Path, *options: str) -> tuple[subprocess.Popen[str], int]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "orontes", "serve", str(case), "--port", str(port), *options]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    for _ in range(100):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return server, port
        except OSError:
            time.sleep(0.1)
    server.kill()
    raise AssertionError(server.communicate()[1])


@pytest.fixture(scope="module")
def served(hama: Case) -> Iterator[str]:
    server, port = started(hama.path)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait()


def get(url: str, **headers: str) -> Any:
    with urlopen(Request(url, headers=headers), timeout=20) as answer:
        return json.load(answer)


def refused(url: str, **headers: str) -> tuple[int, str]:
    with pytest.raises(HTTPError) as caught:
        urlopen(Request(url, headers=headers), timeout=20)
    return caught.value.code, json.loads(caught.value.read())["description"]


def every(url: str) -> list[Any]:
    """All the features, page after page, as the links lead."""
    found = []
    while url:
        page = get(url)
        found += page["features"]
        url = next((one["href"] for one in page["links"] if one["rel"] == "next"), "")
    return found


def test_pages_lead_to_every_event(served: str, hama: Case) -> None:
    found = every(f"{served}/api/collections/events/items?limit=50")
    assert [one["id"] for one in found] == [event.id for event in hama.events()]


def test_a_box_and_a_day_leave_what_the_listing_has_there(served: str, hama: Case) -> None:
    url = f"{served}/api/collections/events/items?limit=1000&bbox=36,35,37,36&datetime=2024-12-05"
    there = {
        event.id
        for event in hama.events()
        if (place := event.place)
        and 36 <= (place.lon or 0) <= 37
        and 35 <= (place.lat or 0) <= 36
        and event.when
        and (event.when.earliest is None or str(event.when.earliest) <= "2024-12-05")
        and (event.when.latest is None or str(event.when.latest) >= "2024-12-05")
    }
    assert there and {one["id"] for one in every(url)} == there


def test_control_is_asked_at_two_times(served: str, hama: Case) -> None:
    url = f"{served}/api/collections/control/items?at=2024-12-05&known=2024-12-04&place=Hama"
    (row,) = every(url)
    (told,) = [one for one in hama.control("2024-12-05", "2024-12-04") if one.place == "Hama"]
    assert row["properties"]["holder"] == told.holder == "syr-gov"


def test_gdal_reads_it_as_it_is(served: str, hama: Case) -> None:
    read = (
        "import pyogrio, sys; s = 'OAPIF:' + sys.argv[1];"
        "print(sorted(pyogrio.list_layers(s)[:, 0]));"
        "print(len(pyogrio.raw.read(s, layer='events')[2]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", read, f"{served}/api"], capture_output=True, text=True, check=False
    )
    assert done.stdout.split("\n")[:2] == [
        "['control', 'events', 'routes']",
        str(len(hama.events())),
    ], done.stderr


@pytest.mark.parametrize(
    ("asked", "word"),
    [
        ("bbox=1,2", "bbox is west,south,east,north"),
        ("bbox=nan,1,2,3", "bbox is west,south,east,north"),
        ("limit=0", "limit is a whole number"),
        ("limit=%D9%A3", "limit is a whole number"),
        ("datetime=yesterday", "datetime is DAY"),
        ("datetime=2024-12-06/2024-12-01", "datetime is DAY"),
        ("at=soon", "--at is a day"),
        ("colour=red", "there is no parameter 'colour'"),
    ],
)
def test_a_wrong_question_gets_one_sentence(served: str, asked: str, word: str) -> None:
    code, sentence = refused(f"{served}/api/collections/control/items?{asked}")
    assert code == 400 and sentence.startswith(word)


def test_a_foreign_name_of_this_machine_is_not_answered(served: str) -> None:
    assert refused(f"{served}/case.json", Host="rebound.example")[0] == 403


def test_beyond_loopback_it_needs_a_token(hama: Case) -> None:
    command = [sys.executable, "-m", "orontes", "serve", str(hama.path), "--host", "0.0.0.0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "--token" in done.stderr
    server, port = started(hama.path, "--token", "correct-horse-battery")
    try:
        url = f"http://127.0.0.1:{port}/api/conformance"
        assert refused(url)[0] == 403
        assert refused(url, Authorization="Bearer wrong-horse-battery")[0] == 403
        assert get(url, Authorization="Bearer correct-horse-battery")["conformsTo"]
    finally:
        server.terminate()
        server.wait()


def test_a_browser_shows_the_served_page(served: str, chromium: Any) -> None:
    tab = chromium.new_page()
    errors: list[str] = []
    tab.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    tab.goto(f"{served}/#day=2024-12-05&place=gn:170017&tab=place")
    tab.wait_for_selector("html[data-ready=map]")
    assert tab.locator("#told h2").inner_text() == "Hama"
    assert errors == []


def test_it_says_plainly_that_no_case_is_there(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "orontes", "serve", str(tmp_path / "none.gpkg")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "none.gpkg" in done.stderr
