"""MUC-4: who did what to whom, as mentions in chunks; incident types of the document."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from orontes.encoder.chunks import chunks
from orontes.encoder.labels import INCIDENTS, ROLES
from orontes.encoder.pieces import pieces
from training.example import IGNORE, Example, blank, paint
from training.tasks.read import training

MOST = 5


def examples(gold: Path, held: int | None) -> Iterator[Example]:
    for row, known in training(gold, "muc4", held):
        flags = incident_flags(known["templates"])
        found = {role: mentions(row["text"], known["roles"].get(role, [])) for role in ROLES}
        spans = chunks(row["text"])[: MOST if any(flags) else 2]
        for start, end in spans:
            part = pieces(row["text"][start:end])
            tags = blank(part, "role")
            for column, role in enumerate(ROLES):
                inside = [(a - start, b - start) for a, b in found[role] if start <= a < end]
                paint(tags, part, column, inside)
            yield Example(
                part.ids, {"role": tags}, flags={"incident": flags}, group=f"muc4:{row['id']}"
            )


def incident_flags(templates: list[dict[str, Any]]) -> list[int]:
    """1 for a type of a required template, ignored where only optional ones have it."""
    must = {kind for one in templates if not one.get("optional") for kind in one["type"][:1]}
    may = {kind for one in templates if one.get("optional") for kind in one["type"][:1]}
    return [1 if kind in must else IGNORE if kind in may else 0 for kind in INCIDENTS]


def mentions(text: str, entities: list[list[str]]) -> list[tuple[int, int]]:
    """Every place in the text where a mention of an entity stands, longest first."""
    taken: list[tuple[int, int]] = []
    words = sorted({mention for entity in entities for mention in entity}, key=len, reverse=True)
    for mention in words:
        parts = [re.escape(part) for part in mention.split()]
        if not parts:
            continue
        pattern = r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            if not any(a < match.end() and match.start() < b for a, b in taken):
                taken.append(match.span())
    return sorted(taken)
