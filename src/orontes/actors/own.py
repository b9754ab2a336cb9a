"""The registry of one case: the tables, and what its users added to them or made one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from orontes.actors.actor import Actor
from orontes.actors.entries import DEFAULT_KIND, NAME, classes, counting, described, is_name, one_of
from orontes.actors.finding import Names, is_of_other, pieces
from orontes.actors.folding import fold, is_private
from orontes.actors.generic import body
from orontes.actors.registry import Registry, registry
from orontes.model.entry import Entry


class Own(Registry):
    """What the rows of a case amount to; get it with :func:`of_entries`."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        told = counting(entries)
        known = {actor.id: actor for actor in registry().all()}
        for entry in told:
            if entry.verb == "add":
                known[entry.about] = described(found(known, entry.about), entry)
        merges = [(entry.about, entry.into or "") for entry in told if entry.verb == "merge"]
        self._same = classes(merges, known)
        self._called = {e.about: e.name for e in told if e.verb == "merge" and e.name}
        for head in sorted(set(self._same.values())):
            known[head] = self._merged(head, known)
        super().__init__(actor for key, actor in known.items() if key not in self._same)
        self._added = Names(added(told))

    def _merged(self, head: str, known: dict[str, Actor]) -> Actor:
        members = sorted(one for one, into in self._same.items() if into == head)
        actors = [actor for one in members if (actor := found(known, one))]
        own = found(known, head) or Actor(head, head, DEFAULT_KIND)
        return one_of(own, actors, [self._called[one] for one in members if one in self._called])

    def same(self, identity: str) -> str:
        return self._same.get(identity, identity)

    def get(self, identity: str) -> Actor | None:
        return super().get(self.same(identity))

    def merged(self, identity: str) -> list[str]:
        """The ids and names (``name:…``) for which an actor stands."""
        return sorted(one for one, into in self._same.items() if into == identity)

    def recognise(self, name: str, countries: Sequence[str], on: date | None) -> str | None:
        """The id that this case's rows give to a name that the reader did not know.

        A name that was made one with an actor must be the whole name; one that was added may be
        part of a phrase, as in the tables ("fighters of Liwa X").
        """
        folded = fold(name)
        if into := self._same.get(NAME + folded):
            return into
        if not folded or is_private(folded):
            return None
        known = self._added.named(folded, name, countries, on)
        if known is None:
            known = self._part(folded.split(), name, countries, on)
        return self.same(known.id) if known else None

    def _part(
        self, words: Sequence[str], raw: str, countries: Sequence[str], on: date | None
    ) -> Actor | None:
        for piece, rest in pieces(words):
            known = self._added.named(piece, raw, countries, on)
            if known is not None and not is_of_other(known, rest):
                return known
        return None


def found(known: dict[str, Actor], identity: str) -> Actor | None:
    return known.get(identity) or (None if is_name(identity) else body(identity))


def added(told: Iterable[Entry]) -> Iterator[Actor]:
    """The names alone that the rows add, as actors."""
    for entry in told:
        names = (*([entry.name] if entry.name else []), *entry.aliases)
        if entry.verb == "add" and names:
            kind, where = entry.kind or DEFAULT_KIND, frozenset(entry.countries)
            yield Actor(entry.about, names[0], kind, countries=where, aliases=names[1:])


@lru_cache(maxsize=8)
def of_entries(entries: tuple[Entry, ...]) -> Registry:
    """The registry of a case with these rows; without rows, that of the tables."""
    return Own(entries) if entries else registry()
