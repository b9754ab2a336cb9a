"""Trunk roads that reports name ("the M5"), as the places that they pass, in order."""

import csv
import re
from functools import cache
from importlib.resources import files

from orontes.model.names import PlaceName

NUMBER = re.compile(r"\b([A-Z]{1,2})[ -]?(\d{1,3})\b")


@cache
def roads() -> dict[str, tuple[PlaceName, ...]]:
    path = files("orontes.vocabulary").joinpath("places", "roads.csv")
    lines = path.read_text(encoding="utf-8").splitlines()
    found: dict[str, tuple[PlaceName, ...]] = {}
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        point = (float(row["lat"]), float(row["lon"]))
        town = PlaceName(row["name"], row["id"], *point, "settlement", row["country"])
        found[row["road"]] = (*found.get(row["road"], ()), town)
    return found


def road_of(name: str) -> str | None:
    """The road that a name is: "the M5", "M-5 highway"."""
    numbers = named_in(name.upper())
    rest = re.sub(r"(?i)\b(the|highway|motorway|road)\b", "", NUMBER.sub("", name.upper()))
    return numbers[0] if len(numbers) == 1 and not rest.strip() else None


def named_in(text: str) -> list[str]:
    """The known roads whose numbers a text holds."""
    numbers = dict.fromkeys(letter + digits for letter, digits in NUMBER.findall(text))
    return [number for number in numbers if number in roads()]
