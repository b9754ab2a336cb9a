"""Look-up in the compiled gazetteer."""

import sqlite3
import threading
from dataclasses import replace
from functools import cache, lru_cache
from math import cos, radians
from pathlib import Path
from typing import Any

from orontes.places.compile import default_path, ensure
from orontes.places.distance import KM_PER_DEGREE, km_between
from orontes.places.likeness import LEAST, likeness
from orontes.places.names import fold, skeleton
from orontes.places.place import Place
from orontes.places.turn import Progress
from orontes.vocabulary.load import table

COLUMNS = (
    "place.id, place.name, lat, lon, kind, place.country, admin1, population, facility, admin2,"
    " capital"
)
LARGE = 10_000
HUGE = 300_000
SURE = frozenset({"country", "admin1", "region"})
KINDS = {
    "country": 4,
    "region": 3,
    "admin1": 2,
    "settlement": 2,
    "admin2": 1,
    "facility": 0,
    "feature": -1,
}


@cache
def not_places() -> frozenset[str]:
    return frozenset(table("places/names")["not_places"]["words"].split())


@cache
def metonyms() -> frozenset[str]:
    return frozenset(table("places/names")["metonyms"]["names"].split("|"))


@cache
def common_words() -> frozenset[str]:
    return frozenset(table("places/people")["common"]["words"].split())


@cache
def person_names() -> frozenset[str]:
    people = table("places/people")["people"]
    return frozenset(people["given"].split()) | frozenset(people["family"].split())


def place_of(row: tuple[Any, ...]) -> Place:
    *columns, capital = row
    return replace(Place(*columns), capital=True) if capital else Place(*columns)


class Gazetteer:
    """Places by name. Open it with :meth:`open`; it is read-only, and each thread has its own
    connection."""

    def __init__(self, path: Path) -> None:
        self._uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._local = threading.local()
        self._found = lru_cache(maxsize=20_000)(self._look_up)
        self.is_place = lru_cache(maxsize=50_000)(self._is_place)

    @classmethod
    def open(cls, path: Path | None = None, progress: Progress | None = None) -> "Gazetteer":
        """The gazetteer at ``path`` (default: the user's cache), compiled first if it is absent or
        was compiled from other data than this installation's."""
        path = path or default_path()
        ensure(path, progress)
        return cls(path)

    @property
    def _db(self) -> sqlite3.Connection:
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is None:
            db = self._local.db = sqlite3.connect(self._uri, uri=True)
        return db

    def get(self, identity: str) -> Place | None:
        row = self._db.execute(f"SELECT {COLUMNS} FROM place WHERE id = ?", (identity,)).fetchone()
        return place_of(row) if row else None

    def find(self, name: str) -> list[Place]:
        """Every place of that name in any spelling known, the weightiest first."""
        return [place for place, _ in self._found(fold(name))]

    def ranked(self, name: str) -> tuple[tuple[Place, bool], ...]:
        """As :meth:`find`, each with whether the name is only its alternate."""
        return self._found(fold(name))

    def _look_up(self, folded: str) -> tuple[tuple[Place, bool], ...]:
        rows = self._db.execute(
            f"SELECT {COLUMNS}, other FROM name JOIN place ON place.id = name.id WHERE folded = ?",
            (folded,),
        )
        found = [(place_of(row[:-1]), bool(row[-1])) for row in rows]
        return tuple(
            sorted(found, key=lambda f: (-KINDS.get(f[0].kind, 0), -f[0].population, f[0].id))
        )

    def country_of_people(self, name: str) -> Place | None:
        """The country of a demonym ("Syrian"), which is no name of a place."""
        row = self._db.execute("SELECT id FROM demonym WHERE folded = ?", (fold(name),)).fetchone()
        return self.get(row[0]) if row else None

    def is_people(self, name: str) -> bool:
        """Whether the name is a demonym, and the usual name of no place."""
        return self.country_of_people(name) is not None and all(
            other for _, other in self.ranked(name)
        )

    def alike(self, name: str, country: str) -> list[tuple[Place, float]]:
        """Places of one Arabic-speaking country whose name may be romanised so: of the same
        skeleton, and with vowels much alike, each with how much."""
        bones = skeleton(name)
        if len(bones.replace(" ", "")) < 3:
            return []
        rows = self._db.execute(
            f"SELECT {COLUMNS}, folded FROM bones JOIN place ON place.id = bones.id"
            " WHERE skeleton = ? AND bones.country = ?",
            (bones, country),
        )
        found: dict[Place, float] = {}
        for row in rows:
            place = place_of(row[:-1])
            found[place] = max(found.get(place, 0.0), likeness(row[-1], name))
        like = [(place, much) for place, much in found.items() if much >= LEAST]
        return sorted(like, key=lambda one: (-one[0].population, one[0].id))

    def near(
        self, lat: float, lon: float, km: float, country: str | None = None, kind: str | None = None
    ) -> list[Place]:
        """Places within ``km`` of a point, the nearest first."""
        high = km / KM_PER_DEGREE
        wide = high / max(0.01, cos(radians(lat)))
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?",
            (lat - high, lat + high, lon - wide, lon + wide),
        )
        found = [
            (km_between(lat, lon, place.lat, place.lon), place)
            for place in map(place_of, rows)
            if country in (None, place.country) and kind in (None, place.kind)
        ]
        return [place for off, place in sorted(found, key=lambda f: (f[0], f[1].id)) if off <= km]

    def within(self, box: tuple[float, float, float, float], least: int) -> list[Place]:
        """Settlements of at least ``least`` people between south, west, north and east, the largest
        first."""
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"
            " AND kind = 'settlement' AND population >= ? ORDER BY population DESC, id",
            (box[0], box[2], box[1], box[3], least),
        )
        return [place_of(row) for row in rows]

    def _is_place(self, name: str) -> bool:
        """Whether a capitalised phrase, out of any context, is likelier a place than not."""
        folded = fold(name)
        words = folded.split()
        short = len(folded) < 4 and not name.replace(".", "").isupper()
        no_place = folded in metonyms() or all(word in not_places() for word in words)
        if short or not words or no_place or self.is_people(name):
            return False
        found = self.find(name)
        if name.isupper() and len(folded) < 6:
            return any(p.kind == "country" for p in found)
        if len(words) == 1 and folded in common_words():
            return False
        if len(words) == 1 and folded in person_names():
            mains = [place for place, other in self.ranked(name) if not other]
            return any(p.kind in SURE or p.population >= HUGE for p in mains)
        if any(p.kind in SURE or p.id.startswith("orontes:") for p in found):
            return True
        return any(p.population >= least(p, words) for p in found)


def least(place: Place, words: list[str]) -> int:
    """How large a place must be to be meant by its bare name: less in countries at war."""
    if len(words) > 1 or place.country in at_war():
        return 1 if len(words) > 1 or len(words[0]) > 4 else LARGE
    return LARGE


@cache
def at_war() -> frozenset[str]:
    return frozenset(table("places/names")["at_war"]["countries"].split())
