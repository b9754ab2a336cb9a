"""One claim as joining sees it, its copies with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from orontes.events.groups import Group
from orontes.events.keys import fold, where
from orontes.events.known import order, span
from orontes.events.quarters import Names, spot_of
from orontes.events.sides import Sides, resolved, side_of, sides_of
from orontes.events.spot import Spot
from orontes.model.count import Count
from orontes.model.names import ActorName
from orontes.model.told import Told
from orontes.model.when import When

LONG_WORD = 4


@dataclass(frozen=True)
class Piece:
    """A claim with what joining compares; ``tellings`` are it and what only repeats it.

    ``when`` of a claim that does not date itself reaches to its publication. Who was killed
    and by whom is left to the claim of what was done.
    """

    tellings: tuple[Told, ...]
    group: Group
    when: When | None
    dated: bool
    actor: frozenset[str]
    target: frozenset[str]
    words: frozenset[str]
    spot: Spot | None

    @classmethod
    def of(cls, tellings: Sequence[Told], group: Group, sides: Sides, towns: Names) -> "Piece":
        claim = tellings[0].claim
        when, dated = days(tellings[0], group)
        on = when.latest if when else None
        done = () if claim.kind in group.counting else (claim.actor, claim.target)
        actor, target = (parties(names, on, group, sides) for names in done or ((), ()))
        return cls(
            tellings=tuple(tellings),
            group=group,
            when=when,
            dated=dated,
            actor=actor,
            target=target,
            words=frozenset(w for w in fold(claim.about or "").split() if len(w) >= LONG_WORD),
            spot=spot_of(tellings[0], towns),
        )

    @property
    def told(self) -> Told:
        return self.tellings[0]

    @property
    def kind(self) -> str:
        return self.told.claim.kind

    @property
    def figure(self) -> tuple[str, Count] | None:
        count = self.told.claim.count
        return (self.kind, count) if count and (count.low or count.high) else None

    @cached_property
    def leans(self) -> bool:
        """Whether its sentence names neither day nor place, and so goes on with the story."""
        place = where(self.told.claim)
        return not self.dated and (place is None or place.name not in self.sentence)

    @cached_property
    def sentence(self) -> str:
        return self.told.claim.quote

    @cached_property
    def place_in_text(self) -> tuple[object, ...]:
        claim = self.told.claim
        return (*order(self.told)[:1], claim.doc, *claim.predicate, claim.id)


def days(told: Told, group: Group) -> tuple[When | None, bool]:
    """The span in which it was, and whether the claim itself tells it.

    What goes on with a story is of the story's day, or of a later one up to publication.
    """
    when, dated = span(told, group.lag)
    story = told.claim.when
    if when and story and not dated and story.earliest and story.earliest == story.latest:
        return When(
            min(story.earliest, when.earliest or story.earliest), when.latest, "range"
        ), False
    return when, dated


def parties(
    actors: tuple[ActorName, ...], on: date | None, group: Group, sides: Sides
) -> frozenset[str]:
    if group.by == "actor":
        return frozenset(side_of(actor, on, sides) for actor in actors)
    return resolved(sides_of(actors, on, sides))


def pieces(told: Iterable[Told], group: Group, sides: Sides, towns: Names) -> list[Piece]:
    """Each claim once: what a report and its copies say in the same words is one piece.

    A copy's "yesterday" is that of the report that it repeats.
    """
    found: dict[object, list[Told]] = {}
    undated: dict[object, list[Told]] = {}
    for one in sorted(told, key=lambda one: (one.source.id != one.root.id, order(one))):
        words = said(one)
        same = found.get((words, one.claim.when))
        if same is None and one.source.id != one.root.id:
            same = undated.get(words)
        if same is None:
            same = found[words, one.claim.when] = []
            undated.setdefault(words, same)
        same.append(one)
    return [Piece.of(same, group, sides, towns) for same in found.values()]


def said(told: Told) -> tuple[object, ...]:
    claim = told.claim
    words = (claim.quote, claim.predicate[0] - claim.start, claim.about)
    slots = (claim.actor, claim.target, where(claim), claim.count, claim.said_by)
    return (told.root.id, claim.kind, claim.stance, *words, *slots)
