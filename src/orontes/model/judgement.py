from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Verdict = Literal["accept", "reject", "correct"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an analyst made of the reading of one claim; the claim itself stays as it was read.

    ``changes`` are (slot, value) pairs of a correction, values as in the claim's row.
    """

    claim: str
    verdict: Verdict
    why: str
    user: str
    made: datetime
    changes: tuple[tuple[str, str], ...] = ()
