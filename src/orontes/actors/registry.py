"""Actors by name: aliases folded, phrases taken down to the name inside them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from orontes.actors.actor import Actor
from orontes.actors.load import actors, generic, iso2
from orontes.vocabulary.load import table

MARKS = re.compile(r"['’‘`ʼʻʿʾ\"“”.]")
BREAKS = re.compile(r"[^\w]+")
ACRONYM = re.compile(r"[A-Z][A-Z0-9.-]{1,9}$")
LONGEST = 7


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub(r"['’]s\b", "", name))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    words = BREAKS.sub(" ", MARKS.sub("", plain)).split()
    while len(words) > 1 and words[0] in {"the", "a", "an"}:
        words = words[1:]
    return " ".join(words)


@cache
def nouns(key: str) -> frozenset[str]:
    return frozenset(table("actors/nouns")[key].split())


class Registry:
    """The actors of the data files; get it with :meth:`load`."""

    def __init__(self) -> None:
        self._actors = {actor.id: actor for actor in actors()}
        self._by_name: dict[str, list[Actor]] = {}
        self._short: set[str] = set()
        for actor in self._actors.values():
            for alias in (actor.name, *actor.aliases):
                known = self._by_name.setdefault(fold(alias), [])
                if actor not in known:
                    known.append(actor)
                if ACRONYM.fullmatch(alias):
                    self._short.add(fold(alias))
        self._generic = [(where, fold(phrase), actor) for where, phrase, actor in generic()]
        self._state_of = iso2()
        self.is_actor = lru_cache(maxsize=50_000)(self._is_actor)

    @classmethod
    def load(cls) -> "Registry":
        return registry()

    def all(self) -> list[Actor]:
        return list(self._actors.values())

    def get(self, identity: str) -> Actor | None:
        return self._actors.get(identity)

    def is_adjective(self, name: str) -> bool:
        """Whether it is the adjective of a state: Ukrainian, Syrian."""
        return is_adjective(fold(name))

    def countries_of(self, name: str) -> list[str]:
        """Where the actor of that name acts; for a state or its adjective, the state itself."""
        actor = best(self._by_name.get(fold(name), []), (), None)
        if actor is None:
            return []
        if actor.kind == "state":
            return [iso for iso, identity in self._state_of.items() if identity == actor.id]
        return sorted(actor.countries) if len(actor.countries) < 3 else []

    def state_of(self, country: str) -> str | None:
        """The state of an ISO 3166-1 alpha-2 code."""
        return self._state_of.get(country)

    def name(self, identity: str) -> str:
        """The display name of an actor, the id itself for one that the registry lacks."""
        known = self._actors.get(identity)
        return known.name if known else identity

    def side(self, identity: str, on: date | None = None) -> str:
        """The id under which control is told: the actor's own side, else its parent's."""
        seen: set[str] = set()
        while identity not in seen:
            seen.add(identity)
            actor = self._actors.get(identity)
            if actor is None or actor.own_side:
                return actor.own_side or identity if actor else identity
            if actor.parent is None:
                return identity
            identity = actor.parent
        return identity

    def _is_actor(self, name: str) -> bool:
        folded = fold(name)
        if folded in self._short:
            return name.strip(". ").isupper() or len(folded) > 4
        return any(actor.kind != "state" for actor in self._by_name.get(folded, ()))

    def find(
        self, name: str, countries: Sequence[str] = (), on: date | None = None
    ) -> Actor | None:
        """The actor that a phrase names, None if it names none.

        A whole name first, then a generic phrase of the country ("the army"), then the longest
        known name inside the phrase ("HTS fighters", "Russian warplanes", "UN envoy Pedersen").
        """
        folded = fold(name)
        if not folded or is_private(folded):
            return None
        return (
            self._named(folded, name, countries, on)
            or self._generic_actor(folded, countries, on)
            or self._inside(folded, name, countries, on)
        )

    def _named(
        self, folded: str, raw: str, countries: Sequence[str], on: date | None
    ) -> Actor | None:
        known = self._by_name.get(folded, [])
        if (
            folded in self._short
            and len(folded) < 4
            and folded not in {w.casefold() for w in caps(raw)}
        ):
            return None
        return best(known, countries, on)

    def _generic_actor(
        self, folded: str, countries: Sequence[str], on: date | None
    ) -> Actor | None:
        for country in countries[:2]:
            for where, phrase, identity in self._generic:
                if phrase == folded and country in where:
                    actor = self._actors.get(identity)
                    if actor is not None:
                        return actor
        return None

    def _inside(
        self, folded: str, raw: str, countries: Sequence[str], on: date | None
    ) -> Actor | None:
        """Names inside the phrase, the longest first; of equals the one nearest to the end."""
        words = folded.split()
        for start, size in windows(len(words)):
            piece = " ".join(words[start : start + size])
            rest = words[:start] + words[start + size :]
            if size == 1 and not all(is_frame(word) for word in rest):
                continue
            if size > 1 and start > 0 and words[start - 1] in nouns("hints"):
                continue
            found = self._named(piece, raw, countries, on) or (
                self._generic_actor(piece, countries, on) if size > 1 or len(words) < 4 else None
            )
            if found is not None and not self._adjective_of_other(found, piece, rest, countries):
                return found
        return None

    def _adjective_of_other(
        self, found: Actor, piece: str, rest: list[str], countries: Sequence[str]
    ) -> bool:
        """Whether a state's adjective stands for somebody else: "Turkish-backed factions"."""
        return found.kind == "state" and bool(
            {
                "backed",
                "held",
                "led",
                "aligned",
                "controlled",
                "opposition",
                "rebels",
                "insurgents",
                "supported",
                "linked",
                "anti",
                "pro",
            }
            & set(rest)
        )


def windows(length: int) -> Iterator[tuple[int, int]]:
    for size in range(min(LONGEST, length), 0, -1):
        for start in range(length - size, -1, -1):
            yield start, size


def is_frame(word: str) -> bool:
    """A word that may stand beside a name without changing who is meant."""
    return word in nouns("forces") or word in FRAME or word.isdigit() or is_adjective(word)


FRAME = frozenset(
    "s of the in and for un us sunni shiite islamist jihadist elite local allied".split()
)


@cache
def adjectives() -> frozenset[str]:
    from orontes.actors.load import states

    return frozenset(fold(adjective) for _, adjective in states())


def is_adjective(word: str) -> bool:
    return word in adjectives()


def is_private(folded: str) -> bool:
    return folded.split()[-1] in nouns("private")


def caps(raw: str) -> list[str]:
    return [word for word in re.findall(r"[\w.]+", raw) if word.replace(".", "").isupper()]


def best(known: Sequence[Actor], countries: Sequence[str], on: date | None) -> Actor | None:
    """Of actors of one name the one that exists then and acts in the country of the report."""
    if not known:
        return None
    here = [a for a in known if not a.countries or not countries or a.countries & set(countries)]
    pool = [a for a in here or known if a.existed(on)] or here or list(known)
    return min(pool, key=lambda a: (a.kind == "state", not a.countries & set(countries), a.id))


@cache
def registry() -> Registry:
    return Registry()
