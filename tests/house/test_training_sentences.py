"""The sentences that the reader is trained on can be read, and their labels are known."""

from orontes.encoder.labels import KINDS, ROOTS, SLOTS, STANCES, TYPES
from training.tasks.pairs import untagged
from training.tasks.read import own_lines
from training.tasks.sentences import parse, sentence_round


def test_every_marked_sentence_is_read() -> None:
    lines = own_lines("k*.txt")
    assert len(lines) > 3000
    for line in lines:
        text, claims = parse(line)
        assert "[" not in text and "|" not in text
        for claim in claims:
            assert claim.kind in KINDS and claim.stance in STANCES
            assert {name for name, *_ in claim.slots} <= set(SLOTS)
            start, end = sentence_round(text, claim.span)
            assert start <= claim.span[0] < claim.span[1] <= end


def test_marks_stand_where_the_words_do() -> None:
    text, [claim] = parse(
        "[Rebels|1.actor] [took|1=territory.capture] [Wau|1.place], he said.\t1 attributed"
    )
    assert text == "Rebels took Wau, he said."
    assert text[slice(*claim.span)] == "took" and claim.stance == "attributed"
    assert [(name, text[a:b]) for name, a, b in claim.slots] == [
        ("actor", "Rebels"),
        ("place", "Wau"),
    ]


def test_pairs_and_types_have_known_labels() -> None:
    for line in own_lines("pairs*.tsv"):
        root, _, sentence = line.partition("\t")
        text, spans = untagged(sentence)
        assert root in ROOTS and "<" not in text
        assert all(start < end for start, end in spans.values())
    assert {line.partition("\t")[0] for line in own_lines("types*.tsv")} == set(TYPES)
