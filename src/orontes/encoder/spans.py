"""Tags of word pieces to spans of the text: whole words, runs cut where a new one begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from orontes.encoder.model import Array
from orontes.encoder.pieces import Pieces

JOINING = frozenset("-–'’./&")


@dataclass(frozen=True, slots=True)
class Bounded:
    """Code points of a run of words, and how likely its surest word belongs to it."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    begin: float
    inside: float

    @property
    def any(self) -> float:
        return self.begin + self.inside


def words(found: Pieces, likely: Array, column: int) -> list[Word]:
    """A word takes the tags of its first piece."""
    out: list[Word] = []
    last = -1
    for k, word in enumerate(found.word):
        if word < 0:
            continue
        if word == last:
            out[-1] = Word(out[-1].start, found.end[k], out[-1].begin, out[-1].inside)
        else:
            begin, inside = float(likely[k, column, 1]), float(likely[k, column, 2])
            out.append(Word(found.start[k], found.end[k], begin, inside))
        last = word
    return out


def spans(
    text: str, found: Pieces, likely: Array, column: int, least: float = 0.5, cut: float = 0.5
) -> list[Bounded]:
    """Runs of words likelier than ``least``, cut at words that begin one with ``cut`` or more."""
    out: list[Bounded] = []
    before: Word | None = None
    for word in joined(text, words(found, likely, column)):
        if word.any < least:
            before = None
            continue
        share = word.begin / max(word.any, 1e-6)
        if before is not None and share < cut:
            out[-1] = Bounded(out[-1].start, word.end, max(out[-1].score, word.any))
        else:
            out.append(Bounded(word.start, word.end, word.any))
        before = word
    return out


def joined(text: str, found: Sequence[Word]) -> list[Word]:
    """Words parted only by a hyphen or an apostrophe as one, by the surest of them."""
    out: list[Word] = []
    k = 0
    while k < len(found):
        word = found[k]
        while (
            k + 2 < len(found)
            and text[found[k + 1].start : found[k + 1].end] in JOINING
            and word.end == found[k + 1].start
            and found[k + 1].end == found[k + 2].start
            and not possessive(text, found[k + 1], found[k + 2])
        ):
            part = found[k + 2]
            surest = max(word, part, key=lambda one: one.any)
            begin = word.begin if word.any >= 0.5 else surest.begin
            word = Word(word.start, part.end, begin, max(0.0, surest.any - begin))
            k += 2
        out.append(word)
        k += 1
    return out


def possessive(text: str, mark: Word, after: Word) -> bool:
    return text[mark.start : mark.end] in "'’" and text[after.start : after.end] == "s"
