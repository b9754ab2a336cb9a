from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Actor:
    """An entry of the registry (``vocabulary/actors/``).

    ``since`` and ``until`` bound its existence; ``countries`` (ISO 3166-1 alpha-2) are where it
    acts, empty for everywhere.
    """

    id: str
    name: str
    kind: str
    parent: str | None = None
    own_side: str | None = None
    countries: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    aliases: tuple[str, ...] = ()

    def existed(self, on: date | None) -> bool:
        if on is None:
            return True
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)
