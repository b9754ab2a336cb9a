"""When a claim happened whose sentence does not say: by the story so far, else by the report."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Span

from orontes.model.claim import Claim
from orontes.model.when import When

REACH = 3
"""So many sentences on, a day that was told still holds."""
LAG = timedelta(days=1)
"""News tells of the day of publication and of the day before."""
TIMELESS = ("relation.", "statement.assess", "territory.hold")
UNREAL = frozenset({"past", "planned", "hypothetical", "possible"})


@dataclass(slots=True)
class Story:
    """The day last told in a report, and how many sentences ago."""

    published: tuple[date, date] | None
    when: When | None = None
    age: int = 0

    def date(self, claims: Sequence[Claim], sentence: Span) -> list[Claim]:
        """The claims of one sentence, those without a time dated by context."""
        here = next((claim.when for claim in claims if tells_day(claim)), None)
        dated = [self.dated(claim, here, sentence) for claim in claims]
        self.age += 1
        if here is not None:
            self.when, self.age = here, 0
        return dated

    def dated(self, claim: Claim, here: When | None, sentence: Span) -> Claim:
        if claim.when is not None or claim.stance in UNREAL or claim.kind.startswith(TIMELESS):
            return claim
        found = here or self.carried(sentence) or self.reported()
        return replace(claim, when=found)

    def carried(self, sentence: Span) -> When | None:
        if self.when is None or self.age >= REACH:
            return None
        return When(self.when.earliest, self.when.latest, "context")

    def reported(self) -> When | None:
        """The day of publication and the one before; longer where only a month is known."""
        if self.published is None:
            return None
        return When(self.published[0] - LAG, self.published[1], "context")


def tells_day(claim: Claim) -> bool:
    happened = claim.stance not in UNREAL
    return claim.when is not None and claim.when.precision == "day" and happened
