from dataclasses import dataclass
from typing import Literal

Measure = Literal["flow", "stock", "casualties"]


@dataclass(frozen=True, slots=True)
class Count:
    """How many, as the report bounds it; the rules are in the vocabulary's ``numbers.toml``.

    ``groups`` are named parts of the whole ("including 111 civilians"), never a second count.
    ``cumulative`` marks a running total ("since the offensive began").
    """

    low: int | None
    high: int | None
    qualifier: str | None = None
    unit: str = "people"
    measure: Measure | None = None
    groups: tuple[tuple[str, int], ...] = ()
    cumulative: bool = False
