"""The frames are data; this holds them to what the reader understands."""

import pytest

from orontes.claims.frames import FILES, SLOTS, Frame, frames
from orontes.vocabulary.load import kinds, table

PREPOSITIONS = set(
    "about against among around as at between by for from in inside into linking near of on out"
    " outside over through to toward towards under upon with within along across".split()
)
ROLES = PREPOSITIONS | {"agent", "patient", "clause", "dative", "self", "none", "place"}
CLASSES = set(table("word_classes")) | {"person", "name", "org", "pronoun", "goods"}
KEYS = {
    *("kind verbs nouns modifiers_only agent patient agent_words patient_words of_words").split(),
    *("with_words of_class target_class not_agent not_patient not_agent_words needs").split(),
    *("needs_class needs_words some light modifiers compound_words adverbs under").split(),
    *(
        "passive copula strict needs_count first_person holder finite speaker verbal standing"
    ).split(),
    *("speaker_patient of poss amod compound").split(),
    *SLOTS,
}


@pytest.mark.parametrize("name", FILES)
def test_every_key_is_one_that_the_documentation_explains(name: str) -> None:
    for row in table(f"frames/{name}")["frame"]:
        assert set(row) <= KEYS, set(row) - KEYS
        assert row["kind"] in kinds()


@pytest.mark.parametrize("frame", list(frames()), ids=lambda frame: frame.kind)
def test_roles_and_classes_exist(frame: Frame) -> None:
    for slot, roles in frame.roles.items():
        assert set(roles) <= ROLES, (slot, set(roles) - ROLES)
    for role, classes in frame.classes.items():
        assert classes <= CLASSES, (role, classes - CLASSES)
