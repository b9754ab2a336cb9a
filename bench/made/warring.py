"""``python -m bench made-control`` and ``score-control``: who held which place in wars of our own.

Each file of ``wars/`` holds dispatches of one war in our own words, who held each place at the
start, and what changed on which day, as the dispatches tell it in the end. A war that is
``held_back`` guides no rule: only its score is looked at.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.predict import predict_control
from orontes.errors import WrongCall

WARS = Path(__file__).parent / "wars"
DAYS = ("within_1d", "within_3d")
Row = dict[str, Any]


def wars(names: Sequence[str]) -> list[tuple[str, dict[str, Any]]]:
    """The wars of those names, or all, by name."""
    known = {path.stem: path for path in sorted(WARS.glob("*.toml"))}
    if unknown := sorted(set(names) - set(known)):
        raise WrongCall(f"no war named {unknown[0]!r}; there are {', '.join(known)}")
    return [(name, tomllib.loads(known[name].read_text("utf-8"))) for name in names or known]


def tables(name: str, war: dict[str, Any]) -> dict[str, list[Row]]:
    """``input``, ``initial`` and ``truth`` as the scorer of control reads them."""
    reports = [
        {
            "id": f"{name}-{number:03d}",
            "text": one["text"],
            "published": one["day"],
            "source": one["source"],
        }
        for number, one in enumerate(war["report"], 1)
    ]
    initial = [
        {"place": place, "lat": lat, "lon": lon, "holder": holder}
        for place, (lat, lon, holder, *_) in war["places"].items()
    ]
    return {"input": reports, "initial": initial, "truth": list(truth(war))}


def truth(war: dict[str, Any]) -> Iterator[Row]:
    head = {key: war[key] for key in ("track", "start", "end", "holders")}
    yield {"kind": "meta", **head}
    for place, (lat, lon, holder, *aliases) in war["places"].items():
        where = {"pid": place, "place": place, "lat": lat, "lon": lon}
        yield {"kind": "place", **where, "aliases": aliases, "initial": holder}
    for day, taken in sorted(war["changes"].items()):
        for holder, places in taken.items():
            for place in places:
                bounds = {"date": day, "date_lo": day, "date_hi": day}
                told = {"scored": True, "mentioned": True, "mentioned_claim": True}
                yield {"kind": "change", "pid": place, "holder": holder, **bounds, **told}


def write(folder: Path) -> str:
    """``WAR.input.jsonl``, ``WAR.initial.jsonl`` and ``WAR.truth.jsonl`` for every war."""
    folder.mkdir(parents=True, exist_ok=True)
    found = wars(())
    for name, war in found:
        for part, rows in tables(name, war).items():
            lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            (folder / f"{name}.{part}.jsonl").write_text(lines, encoding="utf-8")
    return f"{sum(len(war['report']) for _, war in found)} dispatches of {len(found)} wars"


def score(names: Sequence[str], gold: Path) -> Iterator[str]:
    """Change F1, precision and recall of each war, by the scorer of the gold sets."""
    scorer = gold / "score" / "score_control.py"
    if not scorer.is_file():
        raise WrongCall(f"there is no scorer at {scorer}; say where the gold sets are with --gold")
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write(folder)
        for name, war in wars(names):
            given, initial, gold_file, out = (
                folder / f"{name}.{part}.jsonl" for part in ("input", "initial", "truth", "out")
            )
            predict_control(given, initial, out)
            call = [
                sys.executable,
                *map(str, (scorer, gold_file, out, "--initial", initial, "--json")),
            ]
            told = subprocess.run(call, check=True, capture_output=True, text=True).stdout
            yield line(name, war["held_back"], json.loads(told))


def line(name: str, held_back: bool, card: dict[str, Any]) -> str:
    days = ["F1 {f1} (P {p}, R {r}) at ±{day} d".format(day=key[7], **card[key]) for key in DAYS]
    still = card["false_at_no_change"]["changes"]
    heading = f"{name}{' (held back)' if held_back else ''}: {card['changes_scored']} changes"
    return f"{heading}; {'; '.join(days)}; false at places that never change {still}"
