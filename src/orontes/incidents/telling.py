"""Whether a text tells of violent incidents at all, and of which types."""

from collections.abc import Mapping, Sequence
from math import log, log1p

from orontes.encoder.incidents import TYPE_LEAST, parties, types
from orontes.incidents.weighing import Figures, chance
from orontes.model.claim import Claim
from orontes.reading import read
from orontes.vocabulary.load import table

FEWEST = 0.05
EDGE = 1e-4


def told_types(text: str, claims: Sequence[Claim] | None = None) -> list[str]:
    """The types of the incidents that a text tells of; none where it likely tells of none.

    ``claims`` are those of the text, if read before. Where no type is likely by itself, a text
    that tells of an incident has the likeliest.
    """
    scores = types(text)
    if not tells(figures(text, scores, read(text) if claims is None else claims)):
        return []
    likely = [kind for kind, score in scores.items() if score >= TYPE_LEAST]
    return likely or [max(scores, key=lambda kind: scores[kind])]


def tells(figures: Figures) -> bool:
    return chance("telling", figures) >= float(table("incidents")["telling_least"])


def figures(text: str, scores: Mapping[str, float], claims: Sequence[Claim]) -> Figures:
    """What speaks for an incident: its surest type, victim and target, and claims of harm."""
    surest = {
        role: max((one.score for one in known), default=FEWEST)
        for role, known in parties(text).items()
    }
    harmful = tuple(table("incidents")["harmful"])
    return {
        "bias": 1,
        "incident": odds(max(scores.values())),
        "victim": odds(surest["Victim"]),
        "target": odds(surest["Target"]),
        "harm": log1p(sum(claim.kind.startswith(harmful) for claim in claims)),
    }


def odds(chance: float) -> float:
    """Natural logarithm of the odds, within bounds."""
    inside = min(max(chance, EDGE), 1 - EDGE)
    return log(inside / (1 - inside))
