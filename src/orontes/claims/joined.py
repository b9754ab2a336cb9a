"""Frames and the trained reader joined: frames go first, the other adds what they miss."""

from collections.abc import Sequence

from orontes.encoder.predicates import Predicate
from orontes.model.claim import Claim

NEW = 0.6
"""A predicate this likely makes a claim where no frame does."""
SURE = 0.85
"""What changes who holds a place must be this likely."""
CHANGES = frozenset({"territory.capture", "territory.handover", "territory.withdraw"})
GROUND = CHANGES | {"territory.hold", "territory.contest"}
NEAR = 40


def added(claims: Sequence[Claim], seen: Sequence[Predicate]) -> list[Predicate]:
    """The predicates of a sentence that none of the frames' claims tells."""
    return [one for one in seen if one.score >= least(one.kind) and not is_told(one, claims)]


def least(kind: str) -> float:
    return SURE if kind in CHANGES else NEW


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
