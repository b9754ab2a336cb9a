from dataclasses import dataclass
from datetime import date

from orontes.actors.terms import Term


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the registry (``vocabulary/actors/``).

    ``since`` and ``until`` bound its existence; ``countries`` (ISO 3166-1 alpha-2) are where it
    acts, empty for everywhere. ``sides`` and ``roles`` are what the tables state for it alone;
    ask the registry, which knows the parents, for the side and the role on a day. ``home`` is the
    country whose state it is or serves.
    """

    id: str
    name: str
    kind: str
    parent: str | None = None
    sides: tuple[Term, ...] = ()
    roles: tuple[Term, ...] = ()
    countries: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    aliases: tuple[str, ...] = ()
    home: str | None = None

    def existed(self, on: date | None) -> bool:
        return on is None or (
            (self.since is None or self.since <= on) and (self.until is None or on <= self.until)
        )
