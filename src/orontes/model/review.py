from dataclasses import dataclass
from datetime import date

from orontes.model.rows import Row, actor_row, instant, place_row
from orontes.model.told import Told


@dataclass(frozen=True, slots=True)
class Effect:
    """What another reading of a claim does to one place or row of the picture.

    ``moved`` is how much, from 0 to 1, times the weight of the place or row; ``words`` one
    readable phrase.
    """

    moved: float
    words: str
    place_id: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A claim that an analyst should look at: its doubt, and what rejecting it would change.

    ``also`` are the claims of copies that say it in the same words; rejected together with it.
    """

    told: Told
    also: tuple[str, ...]
    doubt: float
    reasons: tuple[str, ...]
    consequence: float
    effects: tuple[Effect, ...]

    @property
    def urgency(self) -> float:
        return self.doubt * self.consequence


def doubtful_row(one: Doubtful) -> Row:
    claim, source = one.told.claim, one.told.source
    return {
        "claim": claim.id,
        "kind": claim.kind,
        "place": place_row(claim.place),
        "actor": [actor_row(actor) for actor in claim.actor],
        "stance": claim.stance,
        "doubt": round(one.doubt, 3),
        "reasons": list(one.reasons),
        "consequence": round(one.consequence, 3),
        "urgency": round(one.urgency, 3),
        "would_change": [effect.words for effect in one.effects],
        "quote": claim.quote,
        "publisher": source.publisher,
        "known": instant(one.told.known),
        "also": list(one.also),
    }
