"""What belongs to a predicate in its sentence: the place of its event, who did it, to whom."""

from dataclasses import dataclass
from functools import lru_cache

from orontes.encoder import model
from orontes.encoder.labels import SLOTS
from orontes.encoder.names import named
from orontes.encoder.pieces import pieces
from orontes.encoder.spans import Bounded, spans

PLACE_LEAST = 0.6
SLOT_LEAST = 0.5
KEPT = 256


@dataclass(frozen=True)
class Told:
    """Spans by slot, and how likely each stance is, for one predicate of a sentence."""

    slots: dict[str, tuple[Bounded, ...]]
    stances: dict[str, float]


@lru_cache(KEPT)
def told(sentence: str, start: int, end: int) -> Told:
    """The slots and the stance of the predicate that stands at ``start`` to ``end``."""
    found = pieces(sentence, [(start, "<v>"), (end, "</v>")])
    states = model.states(found)
    likely = model.tags("slot", states, found.marks["<v>"])
    slots = {
        slot: tuple(spans(sentence, found, likely, column, SLOT_LEAST))
        for column, slot in enumerate(SLOTS)
    }
    slots["place"] = tuple(spans(sentence, found, likely, SLOTS.index("place"), PLACE_LEAST))
    return Told(slots, model.classes("stance", states, found.marks))


def places(sentence: str, start: int, end: int) -> tuple[Bounded, ...]:
    """Names of the places where the predicate's event happened; none where it is not told."""
    return tuple(named(sentence, span) for span in told(sentence, start, end).slots["place"])
