"""Every kind of the vocabulary is recognised in sentences of our own, and its traps are not."""

import tomllib
from pathlib import Path

import pytest

import orontes
from orontes.vocabulary.load import kinds

SENTENCES = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
TOLD = {"asserted", "attributed"}


def pairs(section: str) -> list[tuple[str, str]]:
    return [(kind, text) for kind, texts in SENTENCES[section].items() for text in texts]


def test_every_kind_of_the_vocabulary_has_a_sentence() -> None:
    assert set(SENTENCES["kinds"]) == set(kinds())


@pytest.mark.parametrize(("kind", "text"), pairs("kinds"))
def test_a_plain_sentence_is_read_as_its_kind(kind: str, text: str) -> None:
    found = orontes.read(text, published="2024-12-06")
    assert kind in {claim.kind for claim in found if claim.stance in TOLD}


@pytest.mark.parametrize(("kind", "text"), pairs("traps"))
def test_plans_fears_denials_and_conditions_are_never_told_as_done(kind: str, text: str) -> None:
    found = orontes.read(text, published="2024-12-06")
    assert kind not in {claim.kind for claim in found if claim.stance in TOLD}
