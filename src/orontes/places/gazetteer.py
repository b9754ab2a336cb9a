"""Look-up in the compiled gazetteer."""

import sqlite3
from functools import cache, lru_cache
from pathlib import Path

from orontes.places.compile import Progress, build, default_path
from orontes.places.names import fold, skeleton
from orontes.places.place import Place
from orontes.vocabulary.load import table

COLUMNS = "place.id, place.name, lat, lon, kind, place.country, admin1, population, facility"
LARGE = 10_000
SURE = frozenset({"country", "admin1", "region"})
KINDS = {"country": 4, "region": 3, "admin1": 2, "settlement": 2, "admin2": 1, "facility": 0}


@cache
def not_places() -> frozenset[str]:
    return frozenset(table("places/names")["not_places"]["words"].split())


class Gazetteer:
    """Places by name. Open it with :meth:`open`; it is read-only from then on."""

    def __init__(self, path: Path) -> None:
        uri = f"file:{path}?mode=ro&immutable=1"
        self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self.find = lru_cache(maxsize=20_000)(self._find)
        self.is_place = lru_cache(maxsize=50_000)(self._is_place)

    @classmethod
    def open(cls, path: Path | None = None, progress: Progress | None = None) -> "Gazetteer":
        """The gazetteer at ``path`` (default: the user's cache), compiled first if it is absent."""
        path = path or default_path()
        if not path.exists():
            build(path, progress)
        return cls(path)

    def get(self, identity: str) -> Place | None:
        row = self._db.execute(f"SELECT {COLUMNS} FROM place WHERE id = ?", (identity,)).fetchone()
        return Place(*row) if row else None

    def _find(self, name: str) -> tuple[Place, ...]:
        """Every place of that name in any spelling known, the weightiest first."""
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM name JOIN place ON place.id = name.id WHERE folded = ?",
            (fold(name),),
        )
        found = [Place(*row) for row in rows]
        return tuple(sorted(found, key=lambda p: (-KINDS.get(p.kind, 0), -p.population, p.id)))

    def alike(self, name: str, country: str) -> list[Place]:
        """Places of one Arabic-speaking country whose romanised name has the same skeleton."""
        bones = skeleton(name)
        if len(bones.replace(" ", "")) < 3:
            return []
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM bones JOIN place ON place.id = bones.id"
            " WHERE skeleton = ? AND bones.country = ?",
            (bones, country),
        )
        return sorted((Place(*row) for row in rows), key=lambda p: (-p.population, p.id))

    def near(self, lat: float, lon: float, degrees: float, kind: str) -> list[Place]:
        rows = self._db.execute(
            f"SELECT {COLUMNS} FROM place WHERE kind = ? AND lat BETWEEN ? AND ?"
            " AND lon BETWEEN ? AND ?",
            (kind, lat - degrees, lat + degrees, lon - degrees, lon + degrees),
        )
        found = [Place(*row) for row in rows]
        return sorted(found, key=lambda p: ((p.lat - lat) ** 2 + (p.lon - lon) ** 2, p.id))

    def _is_place(self, name: str) -> bool:
        """Whether a capitalised phrase, out of any context, is likelier a place than not."""
        folded = fold(name)
        words = folded.split()
        short = len(folded) < 4 and not name.replace(".", "").isupper()
        if short or not folded or all(word in not_places() for word in words):
            return False
        found = self.find(name)
        if name.isupper() and len(folded) < 6:
            return any(p.kind == "country" for p in found)
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
