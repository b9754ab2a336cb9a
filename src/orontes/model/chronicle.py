from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from orontes.model.names import ActorName
from orontes.model.told import Told


@dataclass(frozen=True, slots=True)
class Saying:
    """One control claim: what it says of the place, in words, and who says so.

    ``speakers`` are whom the claim credits; for a denial without one, whom the same sentence tells
    to reject something.
    """

    told: Told
    says: str
    speakers: tuple[ActorName, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One change of holder and the four firsts of its telling; None where no report gives one.

    ``after`` and ``before`` are holders as in a control spell, ``before`` None if none is known.
    Not ``believed``: it is claimed and the place is still held to be with ``before``. ``second`` is
    the first claim that rests on a voice other than those of ``said``.
    """

    place: str
    place_id: str
    day: date | None
    before: str | None
    before_name: str | None
    after: str
    after_name: str
    believed: bool
    said: Saying
    denied: Saying | None = None
    second: Saying | None = None
    admitted: Saying | None = None

    def firsts(self) -> Iterator[tuple[str, Saying | None]]:
        yield "said", self.said
        yield "denied", self.denied
        yield "second", self.second
        yield "admitted", self.admitted


@dataclass(frozen=True, slots=True)
class Chronicle:
    """How who holds a place became known: its claims and its changes, the earliest first."""

    place: str
    place_id: str
    lat: float | None
    lon: float | None
    sayings: tuple[Saying, ...]
    turns: tuple[Turn, ...]
