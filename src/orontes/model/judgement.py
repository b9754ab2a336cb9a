import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, cast

from orontes.model.claim import Claim
from orontes.model.rows import digest

Verdict = Literal["accept", "reject", "correct", "merge", "split", "control", "undo"]
State = Literal["in force", "overruled", "undone", "orphan"]

BY_HAND = "analyst"
"""The reader of a claim that an analyst made: who holds a place, set by hand."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A judged claim as it was read then, by which another reading of its report finds it.

    ``beside`` are the ids of the claims that the same reading made of the same words.
    """

    claim: Claim
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an analyst made of a reading; what was read stays in the case as it was.

    ``claim`` is the claim that is judged, of an undo the judgement undone. ``changes`` are
    (slot, JSON value) pairs: of a correction named and shaped as in a claim's row, of a control
    set by hand place, holder, since and until. ``anchors`` are the claim and, of a merge or split,
    those that it is joined with or parted from.
    """

    claim: str
    verdict: Verdict
    why: str
    user: str
    made: datetime
    changes: tuple[tuple[str, str], ...] = ()
    anchors: tuple[Anchor, ...] = ()

    @property
    def id(self) -> str:
        """A content id: the same judgement has the same id in every case."""
        others = [anchor.claim.id for anchor in self.anchors[1:]]
        parts = (self.verdict, self.claim, *others, json.dumps(self.changes))
        return digest(*parts, self.why, self.user, written(self.made), prefix="j_")

    @classmethod
    def of(
        cls,
        claim: str,
        verdict: str,
        why: str,
        user: str,
        made: str,
        changes: str,
        anchors: tuple[Anchor, ...] = (),
    ) -> "Judgement":
        """From the columns of the case file."""
        moment = datetime.fromisoformat(made).astimezone(UTC)
        pairs = tuple((slot, value) for slot, value in json.loads(changes))
        return cls(claim, cast(Verdict, verdict), why, user, moment, pairs, anchors)


@dataclass(frozen=True, slots=True)
class Standing:
    """A judgement as it counts now.

    ``claims`` are the claims of the newest reading to which it is attached, in the order of its
    anchors; None stands for one that has no successor. ``note`` says why it is overruled, undone
    or an orphan.
    """

    judgement: Judgement
    state: State
    claims: tuple[str | None, ...] = ()
    note: str = ""

    @property
    def attached(self) -> tuple[str, ...]:
        return tuple(claim for claim in self.claims if claim)


def written(made: datetime) -> str:
    """A moment as the case file keeps it, to the microsecond where it has any."""
    return made.astimezone(UTC).isoformat().replace("+00:00", "Z")
