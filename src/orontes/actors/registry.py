"""Actors by id and by name, with their sides and roles."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache

from orontes.actors.actor import Actor
from orontes.actors.finding import Names, is_of_other, pieces, unsponsored
from orontes.actors.folding import fold, is_adjective, is_private, nouns
from orontes.actors.generic import Generic, body, by_country
from orontes.actors.load import actors
from orontes.actors.roles import role_of, role_of_words
from orontes.actors.terms import on_day

FEW = 3


class Registry:
    """The actors of the data files; get it with :meth:`load`.

    ``known`` are the actors where they are not those of the tables alone.
    """

    def __init__(self, known: Iterable[Actor] = ()) -> None:
        tabled = {actor.id: actor for actor in actors()}
        self._tabled = frozenset(tabled)
        self._actors = {actor.id: actor for actor in known} or tabled
        self._names = Names(self._actors.values())
        self._generic = Generic()
        self.is_actor = lru_cache(maxsize=50_000)(self._names.is_actor)

    @classmethod
    def load(cls) -> "Registry":
        return registry()

    def all(self) -> list[Actor]:
        return list(self._actors.values())

    def get(self, identity: str) -> Actor | None:
        return self._actors.get(identity) or body(identity)

    def same(self, identity: str) -> str:
        """The id that stands for an actor, or for ``name:`` and a folded name."""
        return identity

    def is_adjective(self, name: str) -> bool:
        """Whether it is the adjective of a state: Ukrainian, Syrian."""
        return is_adjective(fold(name))

    def countries_of(self, name: str) -> list[str]:
        """Where the actor of that name acts; for a state or its adjective, the state itself."""
        known = self._names.named(fold(name), name.upper(), (), None)
        if known is None:
            return []
        if known.kind == "state":
            return [known.home] if known.home else []
        return sorted(known.countries) if len(known.countries) < FEW else []

    def state_of(self, country: str) -> str | None:
        """The state of an ISO 3166-1 alpha-2 code."""
        state = by_country().get(country)
        return state.actor.id if state else None

    def name(self, identity: str) -> str:
        """The display name of an actor, the id itself for one that the registry lacks."""
        known = self.get(identity)
        return known.name if known else identity

    def side(self, identity: str, on: date | None = None) -> str:
        """The id under which control is told: the actor's own side on that day, else its parent's.

        The army of a state is on the side of who governs it then.
        """
        for actor in self.above(identity, on):
            identity = actor.id
            if own := on_day(actor.sides, on):
                return self.same(own)
            if actor.id not in self._tabled and actor.home:
                governs = self._generic.of("government", actor.home, on)
                return self.side(governs, on) if governs else self.side(actor.parent or identity)
        return identity

    def role(
        self, identity: str, on: date | None = None, countries: Sequence[str] = ()
    ) -> str | None:
        """What the actor is in those countries (``roles.toml``); None if unarmed."""
        actor = self.get(identity)
        return role_of(actor, self.get, on, countries) if actor else None

    def role_of_name(self, name: str) -> str | None:
        """The role that the words of a name give to an actor that :meth:`find` did not know."""
        folded = fold(name)
        if not folded or is_private(folded) or nouns("offices") & set(folded.split()):
            return None
        return role_of_words(folded)

    def above(self, identity: str, on: date | None = None) -> Iterator[Actor]:
        """The actor itself, what it belongs to on that day, what that belongs to…"""
        seen: set[str] = set()
        actor = self.get(identity)
        while actor is not None and actor.id not in seen:
            yield actor
            seen.add(actor.id)
            higher = actor.parent_on(on)
            actor = self.get(higher) if higher else None

    def find(
        self, name: str, countries: Sequence[str] = (), on: date | None = None
    ) -> Actor | None:
        """The actor that a phrase names, None if it names none.

        A whole name first, then a generic phrase of the country ("the army"), then the longest
        known name inside the phrase ("HTS fighters", "Russian warplanes", "UN envoy Pedersen"),
        then what is left without a patron ("Russian-backed separatists").
        """
        folded = fold(name)
        if not folded or is_private(folded):
            return None
        found = self._within(folded, name, countries, on)
        if found is None and (bare := unsponsored(folded)):
            return self._within(bare, name, countries, on)
        return found

    def _within(
        self, folded: str, raw: str, countries: Sequence[str], on: date | None
    ) -> Actor | None:
        words = folded.split()
        owner, rest = self._names.owner(words)
        return (
            self._names.named(folded, raw, countries, on)
            or self._led(words, raw, countries, on)
            or self._generically(folded, owner, countries, on)
            or (self._generically(" ".join(rest), owner, countries, on) if owner else None)
            or self._inside(words, raw, owner, countries, on)
        )

    def _led(
        self, words: Sequence[str], raw: str, countries: Sequence[str], on: date | None
    ) -> Actor | None:
        """As in "HTS-led forces": those of who leads them."""
        leader, led, _ = " ".join(words).replace("-led ", " led ").partition(" led ")
        if not led:
            return None
        return self._names.named(leader, raw, countries, on)

    def _generically(
        self, folded: str, owner: str | None, countries: Sequence[str], on: date | None
    ) -> Actor | None:
        where = [owner] if owner else countries
        identity = self._generic.find(folded, where, on, owner is not None)
        return self.get(identity) if identity else None

    def _inside(
        self,
        words: Sequence[str],
        raw: str,
        owner: str | None,
        countries: Sequence[str],
        on: date | None,
    ) -> Actor | None:
        for piece, rest in pieces(words):
            found = self._names.named(piece, raw, countries, on) or (
                self._generically(piece, owner, countries, on)
                if " " in piece or len(words) < 4
                else None
            )
            if found is not None and not is_of_other(found, rest):
                return found
        return None


@cache
def registry() -> Registry:
    return Registry()
