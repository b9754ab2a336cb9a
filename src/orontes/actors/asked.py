"""Whom a question means by an actor: that actor itself, and all that belong to it."""

from datetime import date

from orontes.actors.folding import fold
from orontes.actors.near import matches
from orontes.actors.registry import Registry
from orontes.model.names import ActorName


class Asked:
    """An actor, side or coalition by id, name or words of a name ("hts", "opposition").

    It means every actor so called and all that belong to one on the day asked of; an unresolved
    name is meant where it has the words.
    """

    def __init__(self, text: str, registry: Registry) -> None:
        found = [(one.how, one.id) for one in matches(text, registry) if one.id]
        full = {known for how, known in found if how in ("id", "name")}
        self.ids = frozenset(full or {known for how, known in found if how == "part"})
        self._registry = registry
        self._text = fold(text)

    def means(self, actor: ActorName, on: date | None = None) -> bool:
        return self._text in fold(actor.name) or bool(actor.id and self.has(actor.id, on))

    def has(self, identity: str, on: date | None = None) -> bool:
        """Whether the actor with that id is meant, belongs to it or is on its side."""
        return bool(self.ids & {*self._over(identity, on), self._registry.side(identity, on)})

    def belongs(self, identity: str, on: date | None = None) -> bool:
        """Whether whom the question means belongs to the actor with that id, or is on its side."""
        return any(
            identity in (*self._over(one, on), self._registry.side(one, on)) for one in self.ids
        )

    def _over(self, identity: str, on: date | None) -> list[str]:
        return [actor.id for actor in self._registry.above(identity, on)] or [identity]
