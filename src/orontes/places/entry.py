"""A row of what the gazetteer is compiled from, and our own tables."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from orontes.places.names import fold
from orontes.places.place import Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A place, its folded main names, its other folded names, and its demonyms."""

    place: Place
    names: frozenset[str]
    others: frozenset[str] = frozenset()
    demonyms: frozenset[str] = frozenset()


def table(name: str) -> Iterator[dict[str, str]]:
    path = files("orontes.vocabulary").joinpath("places", name)
    lines = path.read_text(encoding="utf-8").splitlines()
    yield from csv.DictReader(line for line in lines if not line.startswith("#"))


def clean(names: set[str | None]) -> frozenset[str]:
    """Latin names of two letters or more, folded."""
    found = (fold(name) for name in names if name and latin(name))
    return frozenset(name for name in found if len(name) > 1 and name.isascii())


def latin(name: str) -> bool:
    return (
        name.isascii() or max(name) < "\u0250" or any("a" <= char.lower() <= "z" for char in name)
    )
