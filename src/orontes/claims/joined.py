"""Frames and the trained reader joined: frames go first, the other adds what they miss."""

from collections.abc import Sequence

from orontes.encoder.predicates import Predicate
from orontes.model.claim import Claim
from orontes.vocabulary.load import table

NEW = 0.6
"""No predicate less likely is asked for."""
CHANGES = frozenset({"territory.capture", "territory.handover", "territory.withdraw"})
GROUND = CHANGES | {"territory.hold", "territory.contest"}
NEAR = 40


def added(claims: Sequence[Claim], seen: Sequence[Predicate]) -> list[Predicate]:
    """The predicates of a sentence that none of the frames' claims tells."""
    return [one for one in seen if one.score >= least(one.kind) and not is_told(one, claims)]


def bands(kind: str) -> list[list[float]]:
    """Scores of the trained reader with how often it was right from there on, rising."""
    if kind in CHANGES:
        return list(table("learnt")["change"])
    return list(table("learnt")["territory" if kind.startswith("territory.") else "other"])


def least(kind: str) -> float:
    """The score below which the trained reader adds nothing of a kind."""
    return bands(kind)[0][0]


def sure(kind: str, score: float) -> float:
    """How likely a claim is right that was added with a score."""
    return max(right for start, right in bands(kind) if start <= score)


def is_told(one: Predicate, claims: Sequence[Claim]) -> bool:
    """Whether a frame has claimed its word, or the same kind near it; of ground, any kind."""
    return any(
        covers(one, claim) or (is_alike(one, claim) and is_near(one, claim)) for claim in claims
    )


def is_alike(one: Predicate, claim: Claim) -> bool:
    return claim.kind == one.kind or (claim.kind in GROUND and one.kind in GROUND)


def covers(one: Predicate, claim: Claim) -> bool:
    return one.start < claim.predicate[1] and claim.predicate[0] < one.end


def is_near(one: Predicate, claim: Claim) -> bool:
    return one.start < claim.predicate[1] + NEAR and claim.predicate[0] < one.end + NEAR
