"""Where the trained reader sees the violence of a sentence happen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orontes.encoder.predicates import predicates
from orontes.encoder.verbs import places
from orontes.incidents.cues import kinds
from orontes.model.claim import Claim

LEAST = 0.2


@dataclass(frozen=True, slots=True)
class Ground:
    """Code points that name the place of an act of ``kind``, and how likely they do."""

    start: int
    end: int
    kind: str
    score: float


def grounds(
    text: str, sentences: Sequence[tuple[int, int]], claims: Sequence[Claim]
) -> Iterator[Ground]:
    """The places of every word that tells of violence, by a claim or by the reader alone."""
    acts = {claim.predicate: (claim.kind, 1.0) for claim in claims}
    for one in predicates(text, LEAST):
        if one.kind.startswith(kinds()):
            acts.setdefault((one.start, one.end), (one.kind, one.score))
    for (start, end), (kind, score) in sorted(acts.items()):
        first, last = next((s for s in sentences if s[0] <= start < s[1]), (0, 0))
        if end <= last:
            for span in places(text[first:last], start - first, end - first):
                yield Ground(first + span.start, first + span.end, kind, span.score * score)
