"""Whether a text tells of a violent incident, and of which type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orontes.encoder.incidents import parties, roles
from orontes.incidents import told_types
from orontes.incidents.telling import tells

BOMB = (
    "TUNIS, 14 MAR 87 (AWP) -- [TEXT] TWO SHOPKEEPERS WERE KILLED YESTERDAY WHEN A BOMB THAT "
    "GUERRILLAS HAD PLANTED EXPLODED AT A MARKET IN SFAX."
)
TALKS = (
    "TUNIS, 14 MAR 87 (AWP) -- [TEXT] THE MINISTER OF TRADE SAID THAT TALKS ON FISHING RIGHTS "
    "WILL BEGIN ON 20 MARCH. BOTH SIDES EXPECT AN AGREEMENT BEFORE THE SUMMER."
)
ODDS = st.floats(-9, 9)


def test_a_bomb_at_a_market_is_a_bombing() -> None:
    assert told_types(BOMB) == ["BOMBING"]


def test_talks_on_fishing_tell_of_no_incident() -> None:
    assert told_types(TALKS) == []


def test_a_claim_of_harm_tips_a_doubtful_text() -> None:
    doubtful = {"bias": 1.0, "incident": -1.0, "victim": -1.0, "target": -1.0, "harm": 0.0}
    assert not tells(doubtful)
    assert tells(doubtful | {"harm": 1.1})


@given(ODDS, ODDS, ODDS, st.floats(0, 4), st.sampled_from(["incident", "victim", "target", "harm"]))
def test_more_evidence_never_takes_an_incident_away(
    incident: float, victim: float, target: float, harm: float, more: str
) -> None:
    found = {"bias": 1.0, "incident": incident, "victim": victim, "target": target, "harm": harm}
    if tells(found):
        assert tells(found | {more: found[more] + 1})


@pytest.mark.parametrize("text", [BOMB, TALKS])
def test_the_roles_told_are_the_surest_of_the_parties(text: str) -> None:
    for role, known in roles(text).items():
        assert known == parties(text)[role][: len(known)]
