"""Standing relations between the entities of a text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orontes.encoder.chunks import BREAK
from orontes.encoder.entities import Entity
from orontes.encoder.parties import relations

TIED = frozenset({"Organisation", "Person", "Location", "MilitaryPlatform", "Nationality"})
SYMMETRIC = frozenset(
    {"CoLocated", "FightingAgainst", "AlliesOf", "CommWith", "IsSynonymOf", "Apart"}
)
LEAST = 0.5

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation from ``source`` to ``target``, code points of two entities."""

    relation: str
    source: Span
    target: Span
    score: float


def ties(text: str, found: Sequence[Entity], least: float = LEAST) -> list[Tie]:
    """Relations between entities of one sentence; a symmetric one is told once."""
    out: dict[tuple[str, Span, Span], Tie] = {}
    for source, target in pairs(text, found):
        likely = relations(text, source, target)
        best = max(likely, key=lambda name: likely[name], default="none")
        if best == "none" or likely[best] < least:
            continue
        one, other = source, target
        if best in SYMMETRIC:
            one, other = sorted((source, target))
        known = out.get((best, one, other))
        if known is None or known.score < likely[best]:
            out[best, one, other] = Tie(best, one, other, likely[best])
    return list(out.values())


def pairs(text: str, found: Sequence[Entity]) -> Iterator[tuple[Span, Span]]:
    """Pairs of entities that stand apart within one sentence, in both orders."""
    ends = [match.start() for match in BREAK.finditer(text)]
    spans = sorted({(one.start, one.end) for one in found if one.type in TIED})
    for one in spans:
        for other in spans:
            apart = one[1] <= other[0] or other[1] <= one[0]
            low, high = min(one[0], other[0]), max(one[0], other[0])
            if apart and not any(low < end < high for end in ends):
                yield one, other
