from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ActorName:
    """An actor as a report names it; ``id`` is its entry in the registry, once resolved."""

    name: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as a report names it, with what the gazetteer says once resolved.

    ``id`` is ``gn:<GeoNames id>`` or ``facility:…``; ``lat`` and ``lon`` are WGS 84 degrees.
    ``kind`` is the level of what was found: settlement, admin1, admin2, country, region, facility.
    ``facility`` types a facility (hospital, airport, …); where only its town could be found,
    ``kind`` is ``settlement`` and the coordinates are the town's.
    """

    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    kind: str | None = None
    country: str | None = None
    facility: str | None = None
    town: str | None = None


class Lexicon(Protocol):
    """What the reader of claims may ask about a name before it is resolved."""

    def is_place(self, name: str) -> bool: ...

    def is_actor(self, name: str) -> bool: ...

    def is_people(self, name: str) -> bool: ...

    def is_wide(self, name: str) -> bool:
        """Whether a place name is that of a country or a larger region."""
        ...
