"""What the encoder reads: chunks that lose nothing, pieces that know where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orontes.encoder.chunks import chunks
from orontes.encoder.pairs import marked
from orontes.encoder.pieces import MARKS, pieces, tokenizer

REPORT = (
    "Rebels entered Khan Shaykhun at dawn. The army said it had left the town. "
    "At least nine people were killed.\n\nAid groups asked for access to Morek."
)
TEXT = st.text(alphabet=st.sampled_from('ab C.d,!?\n\t"”)é’ -7Ω'), max_size=600)


@given(TEXT)
def test_chunks_together_are_the_whole_text(text: str) -> None:
    found = chunks(text, size=20)
    assert "".join(text[start:end] for start, end in found) == text


def test_a_chunk_holds_whole_sentences_where_they_fit() -> None:
    for start, end in chunks(REPORT, size=20):
        assert REPORT[start:end].strip()[-1] in ".!?"


def test_a_sentence_too_long_to_read_at_once_is_cut_between_words() -> None:
    text = "a village and another village " * 200
    found = chunks(text)
    assert len(found) > 1
    assert all(text[end - 1] == " " for _, end in found)


@given(TEXT)
def test_every_piece_stands_where_it_says(text: str) -> None:
    found = pieces(text, longest=10_000)
    for start, end, word in zip(found.start, found.end, found.word, strict=True):
        if word >= 0:
            assert text[start:end].strip()


def test_marks_hug_the_words_that_they_mark() -> None:
    start = REPORT.index("entered")
    found = pieces(REPORT, [(start, "<v>"), (start + len("entered"), "</v>")])
    opening, closing = found.marks["<v>"], found.marks["</v>"]
    assert found.ids[opening] == MARKS["<v>"]
    between = found.ids[opening + 1 : closing]
    assert tokenizer().decode(between) == "entered"


def test_a_pair_is_read_with_the_sentences_that_hold_it() -> None:
    one, other = REPORT.index("The army"), REPORT.index("nine people")
    found = marked(REPORT, (one, one + 8), (other, other + 11))
    words = tokenizer().decode(found.ids)
    assert "entered" not in words and "morek" not in words
    assert set(found.marks) == {"<s>", "</s>", "<t>", "</t>"}


@pytest.mark.parametrize("longest", [12, 30])
def test_marks_survive_the_cutting_of_a_long_text(longest: int) -> None:
    at = REPORT.index("killed")
    found = pieces(REPORT, [(at, "<v>"), (at + 6, "</v>")], longest)
    assert set(found.marks) == {"<v>", "</v>"} and len(found.ids) <= longest
