"""What stands between two names and says that one place lies in the other."""

import re
from collections.abc import Sequence
from itertools import pairwise

SORT = r"(?:city|town|village|district|suburb|port|hamlet|township|neighbou?rhood|capital|area)"
SIDE = r"(?:(?:the|nearby|rural|upstate|(?:north|south|east|west|central)\w*)\s+)*"
INSIDE = re.compile(rf"(?:['’]s)?(?:\s+{SORT})?(?:,\s+|,?\s+in\s+|\s+of\s+|\s*\(){SIDE}")
AROUND = re.compile(rf"(?:['’]s?\s+|\s+)(?:[\w-]+\s+){{0,2}}{SORT}(?:\s+of)?\s+|['’]s?\s+")
Span = tuple[int, int]


def inside_next(between: str) -> bool:
    """Whether the name before lies in the one after: "Paris, Texas", "Saraqib in Idlib"."""
    return INSIDE.fullmatch(between) is not None


def inside_last(between: str) -> bool:
    """Whether the name after lies in the one before: "the Syrian city of Hama"."""
    return AROUND.fullmatch(between) is not None


def links(text: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Pairs (inner, outer) of the names' numbers that the text's wording puts in one another."""
    found: list[tuple[int, int]] = []
    numbered = sorted(enumerate(spans), key=lambda item: item[1])
    for (one, (_, end)), (other, (start, _)) in pairwise(numbered):
        between = text[end:start] if start - end < 60 else "\n"
        if inside_next(between):
            found.append((one, other))
        elif inside_last(between):
            found.append((other, one))
    return found
