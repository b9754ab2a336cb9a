"""Where a judgement belongs once a report has been read anew.

A claim that the new reading makes again has the same id. Another succeeds it if it is of the same
report and kind, its predicate shares words with the old one's, and place, actors and stance do not
speak against it; the one for which most speaks, unless two are equal.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from orontes.model.claim import Claim
from orontes.model.judgement import Anchor
from orontes.model.names import ActorName, PlaceName
from orontes.store.judging import corrected, overlap

AFFIRMED = frozenset({"asserted", "attributed"})
SAME, ALIKE, UNTOLD, OTHER = 3, 2, 1, 0


class Found(NamedTuple):
    """The id of the claim that succeeds a judged one; else None, and why there is none."""

    claim: str | None
    note: str = ""


def reattach(
    anchor: Anchor, now: Sequence[Claim], changes: Iterable[tuple[str, str]] = ()
) -> Found:
    """``now`` are the claims of the anchor's report as read last.

    Of a correction, what has the corrected slots already is found as well: it stays harmless.
    """
    if any(one.id == anchor.claim.id for one in now):
        return Found(anchor.claim.id)
    forms = [anchor.claim, *([corrected(anchor.claim, changes)] if changes else [])]
    ranked: dict[str, tuple[float, ...]] = {}
    for one in now:
        ranks = [rank for form in forms if (rank := likeness(form, one))]
        if ranks and one.id not in anchor.beside:
            ranked[one.id] = max(ranks)
    best = [claim for claim, rank in ranked.items() if rank == max(ranked.values())]
    if not best:
        return Found(None, "no claim of the new reading fits" if now else "no such reading here")
    if len(best) > 1:
        return Found(None, f"{len(best)} claims of the new reading fit: {', '.join(best)}")
    return Found(best[0])


def likeness(old: Claim, new: Claim) -> tuple[float, ...] | None:
    """What speaks for a claim being the old one read again, the weightiest first; None: it is not.

    Two readings that name different places or parties are different claims.
    """
    words = overlap(old, new)
    place, actor = same_place(old.place, new.place), same_names(old.actor, new.actor)
    if old.kind != new.kind or not words or OTHER in (place, actor):
        return None
    if old.stance != new.stance and not {old.stance, new.stance} <= AFFIRMED:
        return None
    target = same_names(old.target, new.target)
    return place, actor, words, target, old.stance == new.stance, old.count == new.count


def same_place(old: PlaceName | None, new: PlaceName | None) -> int:
    if old is None or new is None:
        return SAME if old is new else UNTOLD
    if surface(old.name) == surface(new.name):
        return SAME
    alike = (old.id and old.id == new.id) or within(old.name, new.name)
    return ALIKE if alike else OTHER


def same_names(old: Sequence[ActorName], new: Sequence[ActorName]) -> int:
    if not old or not new:
        return SAME if not old and not new else UNTOLD
    if {surface(one.name) for one in old} == {surface(one.name) for one in new}:
        return SAME
    alike = any((a.id and a.id == b.id) or within(a.name, b.name) for a in old for b in new)
    return ALIKE if alike else OTHER


def surface(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def within(one: str, other: str) -> bool:
    """Whether all words of one name stand in the other: "army" in "Syrian army"."""
    mine, its = set(surface(one).split()), set(surface(other).split())
    return mine <= its or its <= mine
