"""What analysts hold to be one event, or not to be: pairs that joining must keep to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from orontes.events.strand import Strand

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Links:
    """``sets`` names the set of each claim that is paired, ``barred`` the sets of other events."""

    sets: Mapping[str, str] = field(default_factory=dict)
    barred: frozenset[frozenset[str]] = frozenset()

    @classmethod
    def of(cls, together: Sequence[Pair], apart: Sequence[Pair]) -> "Links":
        """Pairs of claim ids, none of which contradicts another, also not through a third claim.

        What is apart from one claim is apart from all that are together with it.
        """
        sets = {claim: claim for pair in (*together, *apart) for claim in pair}
        for one, other in together:
            old, new = sets[other], sets[one]
            sets = {claim: new if name == old else name for claim, name in sets.items()}
        return cls(sets, frozenset(frozenset({sets[one], sets[other]}) for one, other in apart))

    def named(self, strand: Strand) -> set[str]:
        """The sets to which claims of a strand belong."""
        if not self.sets:
            return set()
        told = (one.claim.id for piece in strand.pieces for one in piece.tellings)
        return {self.sets[claim] for claim in told if claim in self.sets}

    def part(self, one: Strand, other: Strand) -> bool:
        """Whether the two must not become one event."""
        if not self.barred:
            return False
        mine, its = self.named(one), self.named(other)
        return any(frozenset({a, b}) in self.barred for a in mine for b in its)

    def gathered(self, strands: Iterable[Strand]) -> list[Strand]:
        """Strands with claims of one set as one; the first of them stays."""
        if not self.sets:
            return list(strands)
        found: dict[int, Strand] = {}
        homes: dict[str, int] = {}
        for number, strand in enumerate(strands):
            names = self.named(strand)
            same = sorted({homes[name] for name in names if name in homes})
            home = same[0] if same else number
            for other in same[1:]:
                join(found[home], found.pop(other))
            if same:
                join(found[home], strand)
            else:
                found[number] = strand
            moved = {name: home for name, at in homes.items() if at in same}
            homes |= moved | dict.fromkeys(names, home)
        return list(found.values())


def join(event: Strand, other: Strand) -> None:
    event.take(other)
    event.denied += [one for one in other.denied if one not in event.denied]


NONE = Links()
