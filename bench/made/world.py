"""The wars, towns and parties that made reports tell of."""

import random
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from orontes.places.distance import km_between
from orontes.places.gazetteer import Gazetteer
from orontes.places.place import Place

FOLDER = Path(__file__).parent
WARS = ("syria", "ukraine", "sudan", "yemen", "myanmar", "congo", "somalia")
TOWNS = 9
APART = 15


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who acts or speaks: the registry's id and the names it goes by."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class War:
    name: str
    first: date
    towns: tuple[Place, ...]
    districts: tuple[str, ...]
    outlets: tuple[str, ...]
    monitor: Party
    state: Party
    rebel: Party


@cache
def data(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def party(row: dict[str, Any]) -> Party:
    return Party(row["id"], tuple(row["names"]))


def speakers() -> list[Party]:
    return [Party(key, tuple(names)) for key, names in data("wars")["general"]["speakers"].items()]


def war(name: str, rng: random.Random) -> War:
    """One war with a few of its towns."""
    row = data("wars")[name]
    return War(
        name=name,
        first=date.fromisoformat(row["first"]),
        towns=tuple(rng.sample(towns(name), TOWNS)),
        districts=tuple(row["districts"]),
        outlets=(*row["outlets"], *data("wars")["general"]["agencies"]),
        monitor=party(row["monitor"]),
        state=party(row["state"]),
        rebel=party(row["rebel"]),
    )


@cache
def towns(name: str) -> list[Place]:
    """Settlements with an ASCII name in the war's circle, none close to a larger one, by id."""
    row = data("wars")[name]
    lat, lon = row["centre"]
    found = Gazetteer.open().near(lat, lon, row["km"], row["country"], "settlement")
    large = [place for place in found if place.population >= row["people"] and place.admin1]
    kept: dict[str, Place] = {}
    for place in sorted(large, key=lambda place: (-place.population, place.id)):
        near = (km_between(place.lat, place.lon, o.lat, o.lon) < APART for o in kept.values())
        if place.name.isascii() and not any(near):
            kept.setdefault(place.name, place)
    return sorted(kept.values(), key=lambda place: place.id)
