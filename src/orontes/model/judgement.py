import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, cast

Verdict = Literal["accept", "reject", "correct"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an analyst made of the reading of one claim; the claim itself stays as it was read.

    ``changes`` are (slot, JSON value) pairs of a correction, named and shaped as in a claim's row.
    """

    claim: str
    verdict: Verdict
    why: str
    user: str
    made: datetime
    changes: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(
        cls, claim: str, verdict: str, why: str, user: str, made: str, changes: str
    ) -> "Judgement":
        """From the columns of the case file."""
        moment = datetime.fromisoformat(made).astimezone(UTC)
        pairs = tuple((slot, value) for slot, value in json.loads(changes))
        return cls(claim, cast(Verdict, verdict), why, user, moment, pairs)
