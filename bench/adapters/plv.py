import re
from collections.abc import Iterator
from typing import Any

from orontes.texts import deed
from orontes.vocabulary.load import kinds

TAG = re.compile(r"</?[st]>")
ROOT = re.compile(r"[A-Z]{3,}")


def rows(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    spans = tagged(item["marked"])
    claim = deed(item["text"], spans["s"], spans["t"])
    yield {"id": item["id"], "root": root(claim.kind) if claim else None}


def tagged(marked: str) -> dict[str, tuple[int, int]]:
    """Where the tagged parties stand in the text without tags."""
    spans: dict[str, tuple[int, int]] = {"s": (0, 0), "t": (0, 0)}
    removed = 0
    for tag in TAG.finditer(marked):
        at, party = tag.start() - removed, tag.group().strip("</>")
        spans[party] = (spans[party][0], at) if tag.group()[1] == "/" else (at, at)
        removed += len(tag.group())
    return spans


def root(kind: str) -> str | None:
    """The PLOVER root of a kind, under the name that the set uses."""
    code = ROOT.search(kinds()[kind].get("plover", ""))
    return code.group().replace("RETREAT", "YIELD") if code else None
