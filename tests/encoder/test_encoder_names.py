"""Where the name of a place ends in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orontes.encoder.names import named
from orontes.encoder.spans import Bounded


def told(text: str, marked: str) -> str:
    start = text.index(marked)
    found = named(text, Bounded(start, start + len(marked), 0.9))
    return text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "marked", "name"),
    [
        ("Shells fell in Taftanaz district overnight.", "Taftanaz district", "Taftanaz"),
        ("Shells fell in Taftanaz District overnight.", "Taftanaz", "Taftanaz District"),
        ("Rebels hold Abu al-Duhur Air Base now.", "Abu al-Duhur Air", "Abu al-Duhur Air Base"),
        ("Families left the Hass farms at dawn.", "Hass farms", "Hass"),
        ("They met in Taftanaz Tuesday at noon.", "Taftanaz", "Taftanaz"),
        ("The city was quiet.", "city", "city"),
    ],
)
def test_a_noun_in_capitals_belongs_to_the_name(text: str, marked: str, name: str) -> None:
    assert told(text, marked) == name


@given(st.text(alphabet="Aa bcity CityDistrict", max_size=40), st.data())
def test_a_name_bounded_once_is_bounded_for_good(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    once = named(text, Bounded(start, data.draw(st.integers(start, len(text))), 0.5))
    assert start == once.start <= once.end <= len(text)
    assert named(text, once) == once
