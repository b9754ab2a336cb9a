"""Who "the army", "the government", "the rebels" are, by country and day."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from orontes.actors.actor import Actor
from orontes.actors.folding import fold
from orontes.actors.load import TABLES, State, generic, states
from orontes.actors.terms import Term, on_day, undisputed
from orontes.vocabulary.load import table

NEAREST = 3


class Generic:
    """The tables ``generic_*.csv``; where they say nothing, the state's own army and police.

    A phrase is looked up as it stands, then as its class ("regime troops" are ``forces``), then as
    the classes that stand in for that (``phrases.toml``).
    """

    def __init__(self) -> None:
        self._terms: dict[tuple[str, str], list[Term]] = {}
        for country, phrase, term in generic():
            self._terms.setdefault((country, fold(phrase)), []).append(term)
        self._at_war = {country for country, _ in self._terms}

    def find(
        self, phrase: str, countries: Sequence[str], on: date | None, owned: bool = False
    ) -> str | None:
        """The id of the actor that a folded phrase names, None where it names none or several.

        One country answers: the first that has been at war, of the three that the report is most
        about. ``owned`` says that the phrase stood beside the country's name.
        """
        near = countries[:NEAREST]
        country = next((one for one in near if one in self._at_war), near[0] if near else None)
        return self.of(phrase, country, on, owned) if country else None

    def of(self, phrase: str, country: str, on: date | None, owned: bool = False) -> str | None:
        sort = class_of(phrase, owned)
        for key in (phrase, *fallbacks(sort)):
            if known := self._terms.get((country, key)):
                found = on_day(known, on) if on else undisputed(known)
                if found or not on:
                    return found
        return self._state_own(sort, country, owned)

    @staticmethod
    def _state_own(sort: str, country: str, owned: bool) -> str | None:
        state = by_country().get(country)
        bodies = table("actors/phrases")["bodies"]
        if state is None or sort not in bodies or (not owned and bodies[sort]["only_owned"]):
            return None
        return f"{state.actor.id}-{bodies[sort]['suffix']}".removesuffix("-")


def class_of(phrase: str, owned: bool) -> str:
    known = sorts().get(phrase, "")
    return known or (str(table("actors/phrases")["owned"].get(phrase, "")) if owned else "")


@cache
def sorts() -> dict[str, str]:
    """The class of every folded phrase."""
    return {
        fold(phrase): sort
        for sort, phrases in table("actors/phrases")["classes"].items()
        for phrase in phrases.split("|")
    }


@cache
def fallbacks(sort: str) -> tuple[str, ...]:
    others = table("actors/phrases")["instead"].get(sort, "").split()
    return (sort, *others) if sort else ()


@cache
def by_country() -> dict[str, State]:
    return {state.iso2: state for state in states()}


@cache
def by_id() -> dict[str, State]:
    return {state.actor.id: state for state in states()}


def body(identity: str) -> Actor | None:
    """The army, police, rebels or militias of a state that no table names: ``mli-army``."""
    head, _, suffix = identity.partition("-")
    state = by_id().get(head)
    for made in table("actors/phrases")["bodies"].values():
        if state and suffix and made["suffix"] == suffix:
            serves = not made["only_owned"]
            return Actor(
                identity,
                f"{state.adjective} {made['name']}",
                made["kind"],
                parents=(Term(head),) if serves else (),
                countries=frozenset() if serves else frozenset([state.iso2]),
                home=state.iso2 if serves else None,
                source=TABLES,
            )
    return None
