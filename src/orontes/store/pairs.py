"""Which claims analysts hold to be of one event, and which not, where their words agree."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from orontes.model.judgement import Standing

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Claims of one event (``together``) and of different ones (``apart``); no two contradict."""

    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()


class Sets:
    """Claims in sets that grow together, and the sets that must not."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._barred: set[frozenset[str]] = set()

    def find(self, claim: str) -> str:
        while (above := self._above.get(claim, claim)) != claim:
            claim = above
        return claim

    def join(self, one: str, other: str) -> bool:
        """False, and nothing done, where the two are held apart."""
        a, b = self.find(one), self.find(other)
        if frozenset({a, b}) in self._barred:
            return False
        self._above[b] = a
        self._barred = {frozenset(a if each == b else each for each in p) for p in self._barred}
        return True

    def part(self, one: str, other: str) -> bool:
        """False, and nothing done, where the two are held together."""
        a, b = self.find(one), self.find(other)
        if a != b:
            self._barred.add(frozenset({a, b}))
        return a != b


def consistent(standings: Sequence[Standing]) -> tuple[Pairs, dict[str, str]]:
    """The pairs of the merges and splits, the later word first; what contradicts it is left out.

    Second, by its id, why a judgement has none of its pairs left.
    """
    sets, lost = Sets(), {}
    together: list[Pair] = []
    apart: list[Pair] = []
    for one in reversed([s for s in standings if s.judgement.verdict in ("merge", "split")]):
        merges = one.judgement.verdict == "merge"
        kept = [p for p in pairs(one) if (sets.join(*p) if merges else sets.part(*p))]
        (together if merges else apart).extend(kept)
        if not kept:
            lost[one.judgement.id] = "by later merges and splits of these claims"
    return Pairs(tuple(together), tuple(apart)), lost


def pairs(one: Standing) -> Iterator[Pair]:
    first, *others = one.claims
    if first:
        yield from ((first, other) for other in distinct(others) if other != first)


def distinct(claims: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(claim for claim in claims if claim))
