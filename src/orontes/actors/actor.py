from dataclasses import dataclass
from datetime import date

from orontes.actors.terms import Term, on_day


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the registry (``vocabulary/actors/``, or a case's own).

    ``since`` and ``until`` bound its existence; ``countries`` (ISO 3166-1 alpha-2) are where it
    acts, empty for everywhere. ``parents`` are what it belongs to (one at a time), ``backers`` the
    states that stand behind it. ``sides`` and ``roles`` are what is stated for it alone; ask the
    registry, which knows the parents, for the side and the role on a day. ``home`` is the country
    whose state it is or serves; ``source`` says whence the entry is.
    """

    id: str
    name: str
    kind: str
    parents: tuple[Term, ...] = ()
    sides: tuple[Term, ...] = ()
    roles: tuple[Term, ...] = ()
    countries: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    aliases: tuple[str, ...] = ()
    home: str | None = None
    backers: tuple[Term, ...] = ()
    source: str = ""

    @property
    def parent(self) -> str | None:
        """The last parent."""
        return self.parent_on(None)

    def parent_on(self, on: date | None) -> str | None:
        return on_day(self.parents, on)

    def existed(self, on: date | None) -> bool:
        return on is None or (
            (self.since is None or self.since <= on) and (self.until is None or on <= self.until)
        )
