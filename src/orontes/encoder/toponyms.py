"""Which words of a text name places."""

from bisect import bisect_left

from orontes.encoder import model
from orontes.encoder.document import document, tagged
from orontes.encoder.spans import Bounded, words

LEAST = 0.5


def toponyms(text: str) -> list[Bounded]:
    """Spans of place names, in code points, with how likely each is."""
    return list(tagged(text, "toponym", "toponym", LEAST))


class Toponymy:
    """How likely the words of a text name places, asked by code points."""

    def __init__(self, text: str) -> None:
        self.ends: list[int] = []
        self.likely: list[tuple[int, float]] = []
        for chunk in document(text):
            tags = model.tags("toponym", chunk.states)
            for word in words(chunk.pieces, tags, 0):
                self.ends.append(chunk.start + word.end)
                self.likely.append((chunk.start + word.start, word.any))

    def of(self, start: int, end: int) -> float:
        """The likelihood of the likeliest word between two code points."""
        best, k = 0.0, bisect_left(self.ends, start + 1)
        while k < len(self.ends) and self.likely[k][0] < end:
            best = max(best, self.likely[k][1])
            k += 1
        return best
