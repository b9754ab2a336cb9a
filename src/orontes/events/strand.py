"""Claims that tell of one happening: of one report at first, of many once they are joined."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from orontes.events.figures import compatible, same_scope
from orontes.events.figures import weight as figure_weight
from orontes.events.groups import Group
from orontes.events.known import length
from orontes.events.piece import Piece
from orontes.events.spot import Nearness, Spot, nearest
from orontes.model.count import Count
from orontes.model.told import Told
from orontes.model.when import When

SPREAD = 3


@dataclass(slots=True)
class Strand:
    """``when`` is what the days of its claims have in common, ``heads`` are its kinds but for
    counts of people."""

    group: Group
    pieces: list[Piece] = field(default_factory=list)
    when: When | None = None
    dated: bool = False
    heads: set[str] = field(default_factory=set)
    actor: frozenset[str] = frozenset()
    target: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    spots: dict[Spot, None] = field(default_factory=dict)
    figures: dict[str, dict[Count, None]] = field(default_factory=dict)
    roots: set[str] = field(default_factory=set)
    denied: list[Told] = field(default_factory=list)

    @classmethod
    def of(cls, pieces: Iterable[Piece], group: Group) -> "Strand":
        made = cls(group)
        for piece in pieces:
            made.add(piece)
        return made

    def add(self, piece: Piece) -> None:
        first = not self.pieces
        self.pieces.append(piece)
        if first or (piece.dated and not self.dated):
            self.when = piece.when
        elif piece.dated == self.dated and self.when and piece.when:
            self.when = common(self.when, piece.when)
        self.dated = self.dated or piece.dated
        if piece.kind not in self.group.counting:
            self.heads.add(piece.kind)
        self.actor, self.target = self.actor | piece.actor, self.target | piece.target
        self.words |= piece.words
        self.roots.add(piece.told.root.id)
        if piece.spot:
            self.spots.setdefault(piece.spot)
        if piece.figure and not (piece.leans and self.counts_more(piece)):
            self.figures.setdefault(piece.figure[0], {}).setdefault(piece.figure[1])

    def counts_more(self, piece: Piece) -> bool:
        """Whether a figure is only a part of what is counted already: "they include two medics"."""
        if piece.figure is None:
            return False
        kind, count = piece.figure
        most = max((known.low or 0 for known in self.figures.get(kind, ())), default=0)
        return (count.low or count.high or 0) < most

    def take(self, other: "Strand") -> None:
        for piece in other.pieces:
            self.add(piece)

    @property
    def parties(self) -> frozenset[str]:
        return self.actor | self.target

    def nearness(self, other: "Strand") -> Nearness | None:
        return nearest(self.spots, other.spots)

    def counted(self, other: "Strand") -> int:
        """How much the figures of the two speak for one event."""
        total = 0
        for kind in self.figures.keys() & other.figures.keys():
            pairs = [(a, b) for a in self.figures[kind] for b in other.figures[kind]]
            total += max((figure_weight(a, b) for a, b in pairs if same_scope(a, b)), default=0)
        return max(total, -SPREAD)

    def miscounts(self, other: "Strand") -> bool:
        """Whether they count the same people otherwise, as no single report would."""
        return any(
            not any(compatible(a, b) for a in self.figures[kind] for b in other.figures[kind])
            for kind in self.figures.keys() & other.figures.keys()
        )


def common(one: When, other: When) -> When:
    """The days in both spans, at the precision of the more exact one; else the first."""
    if not one.overlaps(other):
        return one
    starts = [day for day in (one.earliest, other.earliest) if day]
    ends = [day for day in (one.latest, other.latest) if day]
    exact = min((one, other), key=length)
    earliest, latest = max(starts, default=None), min(ends, default=None)
    precision = "day" if earliest and earliest == latest else exact.precision
    return When(earliest, latest, precision)


def exactness(strand: Strand) -> tuple[object, ...]:
    """Exact strands found the events that vague ones then join."""
    span_length = length(strand.when) if strand.when else 10_001
    day = (strand.when and (strand.when.earliest or strand.when.latest)) or date.max
    vague = not any(not spot.reach and not spot.named for spot in strand.spots)
    first = min(piece.place_in_text for piece in strand.pieces)
    return (vague, not strand.dated, span_length, not strand.heads, day, first)
