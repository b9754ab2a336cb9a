"""Run the shipped pipeline on one gold set's input and write the rows that its scorer reads."""

import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol, cast

from orontes.errors import WrongCall

ADAPTERS = ("claims", "fakes", "event_location", "re3d", "case2021", "plv", "muc4", "places")
Row = dict[str, Any]


class Adapter(Protocol):
    def rows(self, item: Row) -> Iterator[Row]: ...


def adapter(name: str) -> Adapter:
    if name not in ADAPTERS:
        raise WrongCall(f"no set named {name!r}; there are {', '.join(ADAPTERS)}")
    return cast(Adapter, importlib.import_module(f"bench.adapters.{name}"))


def predict(name: str, source: Path, out: Path) -> int:
    """Write one or more rows for each line of ``source``; the number of lines read."""
    rows = adapter(name).rows
    lines = 0
    with source.open(encoding="utf-8") as given, out.open("w", encoding="utf-8") as written:
        for line in given:
            if line.strip():
                lines += 1
                for row in rows(json.loads(line)):
                    written.write(json.dumps(row, ensure_ascii=False) + "\n")
    return lines


def predict_control(source: Path, initial: Path, out: Path) -> int:
    """Who held which place when, of dated reports that follow an initial table; spells written."""
    rows: Any = importlib.import_module("bench.adapters.control")
    spells = rows.spells(source, initial)
    with out.open("w", encoding="utf-8") as written:
        for row in spells:
            written.write(json.dumps(row, ensure_ascii=False) + "\n")
    return len(spells)


def predict_spans(source: Path, spans: Path, out: Path) -> int:
    """Places of given spans: one row for each row of ``spans`` (doc, start, end)."""
    places: Any = importlib.import_module("bench.adapters.places")

    texts = {row["id"]: row["text"] for row in read_rows(source)}
    wanted = [(row["doc"], row["start"], row["end"]) for row in read_rows(spans)]
    with out.open("w", encoding="utf-8") as written:
        for row in places.at_spans(texts, wanted):
            written.write(json.dumps(row, ensure_ascii=False) + "\n")
    return len(wanted)


def read_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
