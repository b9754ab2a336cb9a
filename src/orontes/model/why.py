from dataclasses import dataclass
from typing import Any, Literal

How = Literal["frame", "reader", "grammar", "reference", "heading", "date", "focus", "voice"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report, as code points of its text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Why:
    """Which words of the report led to one value of one slot of a claim, and how.

    ``how`` is one of: frame (the word triggers a frame of the vocabulary), reader (the trained
    reader marked it, as likely as ``likelihood``), grammar (the words stand in the sentence),
    reference (the first words stand for the last: "the city" for "Hama", "two days later" counted
    from another day; words alone were told before), heading (a line that is a date), date (counted
    from the report's date, ``base``; without words where the sentence tells no time), focus (the
    place that the report was about just then), voice (nothing: the report says it as its own).
    """

    slot: str
    value: str
    how: How
    words: tuple[Words, ...] = ()
    likelihood: float | None = None
    base: str | None = None


def why_row(why: Why) -> dict[str, Any]:
    row: dict[str, Any] = {
        "slot": why.slot,
        "value": why.value,
        "how": why.how,
        "words": [{"start": w.start, "end": w.end, "text": w.text} for w in why.words],
    }
    if why.likelihood is not None:
        row["likelihood"] = round(why.likelihood, 3)
    return row | ({"base": why.base} if why.base else {})
