from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from orontes.events.keys import fold
from orontes.model.names import ActorName


class Listed(Protocol):
    """An entry of the registry, as far as events and picture ask."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def kind(self) -> str: ...

    @property
    def aliases(self) -> tuple[str, ...]: ...


class Sides(Protocol):
    """What events and picture ask of the registry of actors."""

    def side(self, actor_id: str, on: date | None = None) -> str: ...

    def name(self, actor_id: str) -> str: ...

    def get(self, actor_id: str) -> Listed | None: ...

    def find(
        self, name: str, countries: Sequence[str] = (), on: date | None = None
    ) -> Listed | None: ...

    def __hash__(self) -> int: ...


class Unsided:
    """The registry of those who have none: every actor is its own side."""

    def side(self, actor_id: str, on: date | None = None) -> str:
        return actor_id

    def name(self, actor_id: str) -> str:
        return actor_id

    def get(self, actor_id: str) -> Listed | None:
        return None

    def find(
        self, name: str, countries: Sequence[str] = (), on: date | None = None
    ) -> Listed | None:
        return None


def side_of(actor: ActorName, on: date | None, sides: Sides) -> str:
    """The side an actor stood on that day; ``name:…`` where the name was not resolved."""
    return sides.side(actor.id, on) if actor.id else f"name:{fold(actor.name)}"


def sides_of(actors: Iterable[ActorName], on: date | None, sides: Sides) -> tuple[str, ...]:
    """The distinct sides of the actors, sorted."""
    return tuple(sorted({side_of(actor, on, sides) for actor in actors}))


def resolved(names: Iterable[str]) -> frozenset[str]:
    """The sides that are known for certain; an unresolved name could be any side."""
    return frozenset(name for name in names if not name.startswith("name:"))
