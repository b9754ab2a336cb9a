from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from orontes.events.known import span
from orontes.events.sides import Sides
from orontes.model.names import ActorName, PlaceName
from orontes.model.told import Told
from orontes.vocabulary.load import table


@dataclass(frozen=True, slots=True)
class Say:
    """What one voice says of who holds a place on a day: ``holder`` does, or (not ``favour``) not.

    ``change`` tells that control changed then; ``weight`` is in log-odds. ``voice_kind`` is the
    row of ``[voice]`` in vocabulary/control.toml that gave the weight. ``within``: it is said of
    the province or district that the place lies in; ``again``: the holder had it before;
    ``guessed``: that it happened follows from a later report, the day from none; ``actors`` are
    those that the claim names.
    """

    claim: str
    voice: str
    voice_kind: str
    day: date
    known: datetime | None
    reported: date | None
    holder: str
    favour: bool
    change: bool
    weight: float
    dated: bool
    denial: bool = False
    retold: bool = False
    before: tuple[str, ...] = ()
    within: bool = False
    again: bool = False
    guessed: bool = False
    actors: tuple[ActorName, ...] = ()


@dataclass(frozen=True, slots=True)
class Unrest:
    """Fighting or disputed control at a place; who holds it is not told."""

    claim: str
    kind: str
    day: date
    known: datetime | None
    sides: tuple[str, ...]
    inside: bool


@dataclass(slots=True)
class Dossier:
    """All that is told about who holds one place."""

    key: str
    place: PlaceName
    says: list[Say] = field(default_factory=list)
    unrest: list[Unrest] = field(default_factory=list)
    fallen: list[tuple[Told, date]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Setting:
    """What weighing needs beside the claim: the registry, who fights in this war, and whom."""

    sides: Sides
    belligerents: frozenset[str]
    foes: frozenset[tuple[str, str]]

    def within(self, sides: frozenset[str]) -> "Setting":
        """As much of it as bears on what these sides do and say."""
        foes = frozenset((a, b) for a, b in self.foes if a in sides)
        near = sides | {b for _, b in foes}
        return Setting(self.sides, self.belligerents & near, foes)

    def foe(self, side: str) -> str | None:
        """The one side of the war told to fight this one, None if there are several or none."""
        found = {b for a, b in self.foes if a == side and b in self.belligerents}
        return next(iter(found)) if len(found) == 1 else None


def rules() -> dict[str, dict[str, Any]]:
    return table("control")


def words(name: str) -> tuple[str, ...]:
    return tuple(table("control")["words"][name])


def day_of(told: Told) -> date | None:
    """The day on which a claim counts: the last that it allows; None if nothing dates it."""
    when, _ = span(told)
    return (when.latest or when.earliest) if when else None
