"""What a text says a place lies in: "Saraqib in Idlib province", "Paris, Texas"."""

import re
from collections.abc import Sequence

from orontes.places.gazetteer import Gazetteer

BETWEEN = r"(?:['’]s)?(?:\s+(?:city|town|village|district))?(?:,|\s+in|\s+of|,\s+in)\s+(?:the\s+)?"
SIDE = r"(?:(?:north|south|east|west|central)\w*\s+)?"
PARENT = r"((?:[A-Z][\w.'’-]*)(?:\s[A-Z][\w.'’-]*){0,3})"
UNITS = frozenset({"country", "admin1", "admin2"})


def parents_in(text: str, names: Sequence[str], gazetteer: Gazetteer) -> list[str | None]:
    """For each name the unit or country that the text puts it in, None where it says nothing."""
    known = {name: parent_in(text, name, gazetteer) for name in dict.fromkeys(names)}
    return [known[name] for name in names]


def parent_in(text: str, name: str, gazetteer: Gazetteer) -> str | None:
    if name not in text:
        return None
    for match in re.finditer(rf"\b{re.escape(name)}{BETWEEN}{SIDE}{PARENT}", text):
        words = match[1].split()
        for length in range(len(words), 0, -1):
            parent = " ".join(words[:length]).rstrip(".")
            if any(place.kind in UNITS for place in gazetteer.find(parent)[:3]):
                return parent
    return None
