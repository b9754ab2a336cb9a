"""Phrases taken down to the actor that they name."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from orontes.actors.actor import Actor
from orontes.actors.folding import (
    ACRONYM,
    capitalised,
    capitals,
    fold,
    is_frame,
    nouns,
    without_sponsor,
)
from orontes.actors.load import states

LONGEST = 7
SHORT = 4


class Names:
    """Actors by folded name.

    An acronym of up to three letters must be written in capitals, a longer one with one. A name
    that describes ("Tuareg rebels", "settlers") is good only in the countries of its actor.
    """

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._known: dict[str, list[Actor]] = {}
        self._acronyms: set[str] = set()
        self._plain: set[str] = set()
        self._marks = dict(state_marks())
        for actor in actors:
            for alias in dict.fromkeys((actor.name, *actor.aliases)):
                self._add(actor, alias)

    def _add(self, actor: Actor, alias: str) -> None:
        folded = fold(alias)
        known = self._known.setdefault(folded, [])
        if actor not in known:
            known.append(actor)
        if ACRONYM.fullmatch(alias):
            self._acronyms.add(folded)
        if describes(alias) and actor.countries:
            self._plain.add(folded)

    def of(self, folded: str) -> Sequence[Actor]:
        return self._known.get(folded, ())

    def named(
        self, folded: str, raw: str, countries: Sequence[str], on: date | None
    ) -> Actor | None:
        if folded in self._acronyms and not spelled_as_acronym(folded, raw):
            return None
        known = self.of(folded)
        if folded in self._plain and (countries or raw.islower()):
            known = [actor for actor in known if is_here(actor, countries)]
        return best(known, countries, on)

    def is_actor(self, name: str) -> bool:
        folded = fold(name)
        if folded in self._acronyms:
            return name.strip(". ").isupper() or len(folded) > 4
        return any(actor.kind != "state" for actor in self.of(folded))

    def owner(self, words: Sequence[str]) -> tuple[str | None, list[str]]:
        """The country whose name or adjective the words bear, and the other words."""
        for size in range(min(3, len(words) - 1), 0, -1):
            for start in range(len(words) - size + 1):
                country = self._marks.get(" ".join(words[start : start + size]))
                rest = [*words[:start], *words[start + size :]]
                if country and not stands_for_other(words, start, size):
                    return country, [word for word in rest if word != "of"]
        return None, list(words)


def describes(alias: str) -> bool:
    return alias.rsplit(" ", 1)[-1][:1].islower()


def spelled_as_acronym(folded: str, raw: str) -> bool:
    if len(folded) > SHORT:
        return True
    return folded in (capitals(raw) if len(folded) < SHORT else capitalised(raw))


def state_marks() -> Iterator[tuple[str, str]]:
    for state in states():
        for name in state.names:
            yield fold(name), state.iso2


def stands_for_other(words: Sequence[str], start: int, size: int) -> bool:
    """Whether "Turkish" is said of a patron or a foe: "Turkish-backed", "pro-Turkish"."""
    after, before = words[start + size : start + size + 1], words[max(0, start - 1) : start]
    return bool(set(after) & nouns("hints") or set(before) & nouns("towards"))


def pieces(words: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Parts of a phrase that may be a name, the longest first, with the words beside them.

    Of equally long ones the nearest to the end comes first. A single word counts only where
    nothing but forces, offices and adjectives stand beside it.
    """
    for start, size in windows(len(words)):
        rest = [*words[:start], *words[start + size :]]
        if size == 1 and not all(is_frame(word) for word in rest):
            continue
        if size > 1 and start > 0 and words[start - 1] in nouns("hints"):
            continue
        yield " ".join(words[start : start + size]), rest


def windows(length: int) -> Iterator[tuple[int, int]]:
    for size in range(min(LONGEST, length), 0, -1):
        for start in range(length - size, -1, -1):
            yield start, size


def is_of_other(found: Actor, rest: Sequence[str]) -> bool:
    """Whether a state's adjective stands for somebody else: "Turkish-backed factions"."""
    return found.kind == "state" and bool(nouns("others") & set(rest))


def unsponsored(folded: str) -> str | None:
    """The phrase without its patron, None where it names none."""
    rest = without_sponsor(folded)
    return rest if rest and rest != folded else None


def is_here(actor: Actor, countries: Sequence[str]) -> bool:
    return not actor.countries or not actor.countries.isdisjoint(countries)


def best(known: Sequence[Actor], countries: Sequence[str], on: date | None) -> Actor | None:
    """Of actors of one name the one that exists then and acts in the country of the report.

    Where none acts there, and several elsewhere, the name means nobody.
    """
    here = [actor for actor in known if is_here(actor, countries)]
    pool = here or known
    pool = [actor for actor in pool if actor.existed(on)] or pool
    if not pool or (not here and len({actor.countries for actor in pool}) > 1):
        return None
    return min(pool, key=lambda a: (a.kind == "state", a.countries.isdisjoint(countries), a.id))
