"""What the words of a text name: organisations, persons, places, quantities, weapons, times."""

from dataclasses import dataclass

from orontes.encoder.document import tagged
from orontes.encoder.labels import ENTITIES

LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Entity:
    """Code points and type of a name or noun phrase (the types of re3d, ``ENTITIES``)."""

    start: int
    end: int
    type: str
    score: float


def entities(text: str, least: float = LEAST) -> list[Entity]:
    """The entities of a text in order; one span may have two types."""
    found = [
        Entity(span.start, span.end, kind, span.score)
        for kind in ENTITIES
        for span in tagged(text, "entity", kind, least)
    ]
    return sorted(found, key=lambda one: (one.start, one.end, one.type))
