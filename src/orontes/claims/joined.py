"""Frames and the trained reader joined: each checks the other, each adds what the other lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orontes.encoder.predicates import Predicate
from orontes.model.claim import Claim

NEW = 0.6
"""A predicate this likely makes a claim where no frame does."""
SEEN = 0.02
"""The least likelihood that one of them was meant, to be kept in mind at all."""
OTHER = 0.7
"""A frame's claim is dropped where its own word this likely carries another kind …"""
RATIO = 4
"""… and this many times likelier than the kind of the frame, there or near."""
NEAR = 40


@dataclass(frozen=True, slots=True)
class Judged:
    """Frames' claims that stand, and predicates that they do not tell."""

    kept: list[Claim]
    added: list[Predicate]


def judge(claims: Sequence[Claim], seen: Sequence[Predicate]) -> Judged:
    """Join what frames and the trained reader found in one sentence."""
    kept = [claim for claim in claims if stands(claim, seen)]
    added = [one for one in seen if one.score >= NEW and not is_told(one, kept)]
    return Judged(kept, added)


def stands(claim: Claim, seen: Sequence[Predicate]) -> bool:
    near = list(beside(claim, seen))
    own = max((one.score for one in near if one.kind == claim.kind), default=0.0)
    rival = max(
        (one.score for one in near if one.kind != claim.kind and covers(one, claim)), default=0.0
    )
    return rival < OTHER or own >= rival / RATIO


def beside(claim: Claim, seen: Sequence[Predicate]) -> Iterator[Predicate]:
    start, end = claim.predicate
    for one in seen:
        if one.start < end + NEAR and start < one.end + NEAR:
            yield one


def covers(one: Predicate, claim: Claim) -> bool:
    return one.start < claim.predicate[1] and claim.predicate[0] < one.end


def is_told(one: Predicate, kept: Sequence[Claim]) -> bool:
    """Whether a frame's claim of the same kind has its word near this one."""
    return any(
        claim.kind == one.kind
        and one.start < claim.predicate[1] + NEAR
        and claim.predicate[0] < one.end + NEAR
        for claim in kept
    )
