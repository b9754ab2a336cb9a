"""Score every open set and rewrite bench/RESULTS.md."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.predict import predict
from bench.sets import SETS, GoldSet
from orontes.errors import WrongCall

RESULTS = Path(__file__).parent / "RESULTS.md"
BEGIN, END = "<!-- sets -->", "<!-- /sets -->"
ROW = re.compile(r"^\| `(\w+)` \|")


def run(gold: Path, wanted: Sequence[str]) -> None:
    """Predict and score the sets (all, or those named); rows of other sets stay as they were."""
    if not gold.is_dir():
        raise WrongCall(f"there is no folder of gold sets at {gold}; say where with --gold")
    unknown = set(wanted) - {one.name for one in SETS}
    if unknown:
        raise WrongCall(f"no set named {sorted(unknown)[0]}; there are {names()}")
    for one in SETS:
        if not wanted or one.name in wanted:
            row = table_row(one, measure(one, gold))
            print(row, flush=True)
            write(one.name, row)


def names() -> str:
    return ", ".join(one.name for one in SETS)


def measure(one: GoldSet, gold: Path) -> str:
    folder = gold / one.name
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "predictions.jsonl"
        predict(one.adapter, folder / "open.input.jsonl", out)
        told = [score(command, folder, gold, out) for command in one.scorers]
    return "; ".join(figures(one, told))


def score(command: Sequence[str], folder: Path, gold: Path, out: Path) -> str:
    filled = [
        part.format(
            gold=folder / "open.gold.jsonl",
            pred=out,
            input=folder / "open.input.jsonl",
            folder=folder,
            root=gold,
        )
        for part in command
    ]
    call = [sys.executable, str(gold / "score" / filled[0]), *filled[1:]]
    return subprocess.run(call, check=True, capture_output=True, text=True).stdout


def figures(one: GoldSet, told: Sequence[str]) -> list[str]:
    """Each figure by its pattern: a path into JSON, or a regular expression over text."""
    found = []
    for heading, where in one.figures:
        values = [value for text in told if (value := figure(text, where)) is not None]
        found.append(f"{heading} {values[0] if values else '?'}")
    return found


def figure(text: str, where: str) -> str | None:
    if not where.startswith("/"):
        match = re.search(where, text)
        return " of ".join(match.groups()) if match else None
    try:
        value: Any = json.loads(text)
    except ValueError:
        return None
    for key in where.strip("/").split("/"):
        if not isinstance(value, dict) or key not in value:
            return None
        value = value[key]
    return str(value)


def table_row(one: GoldSet, told: str) -> str:
    command = f"python -m bench run {one.name}"
    return f"| `{one.name}` | `{command}` | {told} | {one.floor} | {one.best} | {one.target} |"


def write(name: str, row: str) -> None:
    text = RESULTS.read_text(encoding="utf-8")
    head, rest = text.split(BEGIN)
    table, tail = rest.split(END)
    lines = [line for line in table.splitlines() if line.strip()]
    rows = {match[1]: line for line in lines if (match := ROW.match(line))} | {name: row}
    heads = [line for line in lines if not ROW.match(line)]
    body = "\n".join([*heads, *(rows[one.name] for one in SETS if one.name in rows)])
    RESULTS.write_text(f"{head}{BEGIN}\n{body}\n{END}{tail}", encoding="utf-8")
