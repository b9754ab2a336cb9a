from dataclasses import dataclass, field
from datetime import date

from orontes.events.groups import Group
from orontes.events.keys import fold
from orontes.events.known import length, order, span
from orontes.events.sides import Sides, resolved, sides_of
from orontes.model.count import Count
from orontes.model.names import ActorName
from orontes.model.told import Told
from orontes.model.when import When

LONG_WORD = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A claim with what joining compares: its days and its parties."""

    told: Told
    when: When | None
    dated: bool
    actor: frozenset[str]
    target: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, told: Told, group: Group, sides: Sides) -> "Piece":
        claim = told.claim
        when, dated = span(told, group.lag)
        on = when.latest if when else None
        return cls(
            told=told,
            when=when,
            dated=dated,
            actor=parties(claim.actor, on, group, sides),
            target=parties(claim.target, on, group, sides),
            words=frozenset(w for w in fold(claim.about or "").split() if len(w) >= LONG_WORD),
        )


def parties(
    actors: tuple[ActorName, ...], on: date | None, group: Group, sides: Sides
) -> frozenset[str]:
    if group.by == "actor":
        return frozenset(actor.id or f"name:{fold(actor.name)}" for actor in actors)
    return resolved(sides_of(actors, on, sides))


@dataclass(slots=True)
class Cluster:
    """Claims found so far to tell of one event; ``when`` is what their days have in common."""

    group: Group
    pieces: list[Piece]
    when: When | None
    dated: bool
    actor: frozenset[str]
    target: frozenset[str]
    words: frozenset[str]
    denied: list[Told] = field(default_factory=list)

    @classmethod
    def start(cls, piece: Piece, group: Group) -> "Cluster":
        return cls(group, [piece], piece.when, piece.dated, piece.actor, piece.target, piece.words)

    def fits(self, piece: Piece) -> bool:
        return (
            self.near(piece)
            and agree(self.actor, piece.actor)
            and agree(self.target, piece.target)
            and agree(self.words, piece.words)
            and (not self.group.counts or self.counts_fit(piece))
        )

    def near(self, piece: Piece) -> bool:
        """Whether the days agree; a claim without any day joins only its own kind."""
        if self.when is None or piece.when is None:
            return self.when is piece.when
        return self.when.overlaps(piece.when, self.group.apart if piece.dated else 0)

    def counts_fit(self, piece: Piece) -> bool:
        mine = piece.told
        return all(
            same_scope(mine.claim.count, other.told.claim.count)
            and alike(mine.claim.count, other.told.claim.count, mine.root.id == other.told.root.id)
            for other in self.pieces
        )

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.actor, self.target = self.actor | piece.actor, self.target | piece.target
        self.words |= piece.words
        if self.when and piece.when and self.when.overlaps(piece.when):
            self.when = common(self.when, piece.when)
        self.dated = self.dated or piece.dated

    def distance(self, piece: Piece) -> tuple[int, int]:
        """How badly a fitting piece fits: days apart, then how long before its last day."""
        if self.when is None or piece.when is None:
            return 0, 0
        mine, its = self.when.latest or date.max, piece.when.latest or date.max
        apart = 0 if self.when.overlaps(piece.when) else abs((mine - its).days)
        return apart, abs((its - mine).days)


def agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets share a member, or one is not told."""
    return not one or not other or not one.isdisjoint(other)


def same_scope(one: Count | None, other: Count | None) -> bool:
    if one is None or other is None:
        return True
    return (one.cumulative, one.measure, one.unit) == (other.cumulative, other.measure, other.unit)


def alike(one: Count | None, other: Count | None, same_report: bool) -> bool:
    """Whether two figures may count the same people: equal within a report, else within half."""
    if one is None or other is None or (one.low, one.high) == (other.low, other.high):
        return True
    if same_report:
        return False
    small, large = sorted((one.low or one.high or 0, other.low or other.high or 0))
    return small * 2 >= large


def common(one: When, other: When) -> When:
    """The days in both spans, at the precision of the more exact one."""
    starts = [day for day in (one.earliest, other.earliest) if day]
    ends = [day for day in (one.latest, other.latest) if day]
    exact = min((one, other), key=length)
    earliest, latest = max(starts, default=None), min(ends, default=None)
    precision = "day" if earliest and earliest == latest else exact.precision
    return When(earliest, latest, precision)


def exactness(piece: Piece) -> tuple[object, ...]:
    """Exact claims found the clusters that vague ones then join."""
    span_length = length(piece.when) if piece.when else 10_001
    day = (piece.when and (piece.when.earliest or piece.when.latest)) or date.max
    return (not piece.dated, span_length, day, *order(piece.told))
