"""Who took a place from whom, and whether by force: read from the claims of a text."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from orontes.actors.registry import Registry
from orontes.actors.roles import OFFICIAL
from orontes.model.claim import Claim
from orontes.model.names import ActorName

Taking = Literal["government", "non-state", "peaceful"]
REAL = frozenset({"asserted", "attributed"})
PEACEFUL = frozenset({"territory.handover", "territory.withdraw"})
EARLIER = re.compile(r"\bhad(?:\s+been)?(?:\s+\w+ly)?\s*$|\b(?:re)?captured\s+by\b", re.IGNORECASE)
STATE = OFFICIAL | {"foreign-state", "external-forces"}


def taking(text: str, claims: Sequence[Claim]) -> Taking | None:
    """How ground changed hands last in a text: taken by government forces or by others, or
    without a fight; None where the claims do not tell.

    What "had been" taken before is the story so far. ACLED's three sub-event types of territory
    part along the same line (ACLED codebook, strategic developments and battles).
    """
    told = [claim for claim in claims if claim.stance in REAL and not is_earlier(text, claim)]
    takes = [claim for claim in told if claim.kind == "territory.capture"]
    for claim in takes:
        if side := side_of(claim.actor) or other_side(side_of(claim.target)):
            return side
    return "peaceful" if not takes and any(c.kind in PEACEFUL for c in told) else None


def other_side(side: Taking | None) -> Taking | None:
    if side is None:
        return None
    return "non-state" if side == "government" else "government"


def is_earlier(text: str, claim: Claim) -> bool:
    return bool(EARLIER.search(text[max(0, claim.predicate[0] - 24) : claim.predicate[0]]))


def side_of(actors: Iterable[ActorName]) -> Taking | None:
    """Whether the first actor that anything is known of serves a government."""
    registry = Registry.load()
    for actor in actors:
        role = registry.role(actor.id) if actor.id else None
        role = role or registry.role_of_name(actor.name)
        if role:
            return "government" if role in STATE else "non-state"
    return None
