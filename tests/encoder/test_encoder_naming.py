"""One party under several names."""

import pytest

from orontes.encoder.naming import parts, same
from orontes.encoder.spans import Bounded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fln", "front de liberation nationale"),
        ("lra", "lord's resistance army"),
        ("col. mensah", "mensah"),
        ("colonel mensah", "gen mensah"),
        ("kofi mensah", "mensah"),
    ],
)
def test_short_forms_titles_and_initials_name_one_party(one: str, other: str) -> None:
    assert same(one, other) and same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("fln", "national liberation front"), ("army", "armed men"), ("kofi", "kofi mensah")],
)
def test_others_stay_apart(one: str, other: str) -> None:
    assert not same(one, other) and not same(other, one)


def test_several_parties_of_one_span_are_told_apart() -> None:
    text = "He saw one officer, two guards and three drivers who had fled."
    found = parts(text, Bounded(7, len(text) - 1, 0.9))
    assert [text[one.start : one.end] for one in found] == [
        "one officer",
        "two guards",
        "three drivers",
    ]
