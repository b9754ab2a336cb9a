"""Tags of word pieces become spans of whole words."""

import numpy as np

from orontes.encoder.pieces import Pieces, pieces
from orontes.encoder.spans import Bounded, spans

TEXT = "Shells hit Deir ez-Zor, Hama's airport and Taybat al-Imam."


def likely(found: Pieces, begin: list[str], inside: list[str]) -> np.ndarray:
    """Tags that say B for the words that begin a name and I for those inside one."""
    out = np.zeros((len(found.ids), 1, 3), dtype=np.float32)
    out[:, 0, 0] = 1.0
    for k, (start, end) in enumerate(zip(found.start, found.end, strict=True)):
        for words, column in ((begin, 1), (inside, 2)):
            for word in words:
                at = TEXT.index(word)
                if at <= start and end <= at + len(word) and end > start:
                    out[k, 0] = [0.1, 0.0, 0.0]
                    out[k, 0, column] = 0.9
    return out


def named(begin: list[str], inside: list[str]) -> list[str]:
    found = pieces(TEXT)
    return [TEXT[s.start : s.end] for s in spans(TEXT, found, likely(found, begin, inside), 0)]


def test_a_name_of_two_words_is_one_span() -> None:
    assert named(["Deir"], ["ez", "Zor"]) == ["Deir ez-Zor"]


def test_names_that_begin_anew_are_two() -> None:
    assert named(["Deir", "Hama"], ["ez", "Zor"]) == ["Deir ez-Zor", "Hama"]


def test_a_hyphen_inside_a_name_needs_no_tag_of_its_own() -> None:
    assert named(["Taybat"], ["al", "Imam"]) == ["Taybat al-Imam"]


def test_a_possessive_is_not_part_of_a_name() -> None:
    assert named(["Hama"], []) == ["Hama"]


def test_nothing_likely_gives_nothing() -> None:
    assert named([], []) == []


def test_a_span_is_as_sure_as_its_surest_word() -> None:
    found = pieces(TEXT)
    tags = likely(found, ["Taybat"], ["al"])
    [span] = spans(TEXT, found, tags, 0)
    assert isinstance(span, Bounded) and round(span.score, 2) == 0.9
