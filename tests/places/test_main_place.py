"""What a text is mainly about, as its wording tells it."""

import pytest

from orontes.places.gazetteer import Gazetteer
from orontes.places.locate import locate
from orontes.places.main import main_of

IDLIB, ALEPPO, HAMA = "gn:169389", "gn:170063", "gn:170017"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def main(gazetteer: Gazetteer, text: str, *names: str) -> str | None:
    spans, at = [], 0
    for name in names:
        at = text.index(name, at)
        spans.append((at, at := at + len(name)))
    found = locate(names, gazetteer, text=text, spans=spans)
    place = main_of(text, [(*span, p) for span, p in zip(spans, found, strict=True) if p])
    return place.id if place else None


def test_a_text_is_not_about_where_its_people_came_from(gazetteer: Gazetteer) -> None:
    text = "A bomb hit buses with evacuees from Saraqib and Idlib at a halt near Aleppo in Syria."
    assert main(gazetteer, text, "Saraqib", "Idlib", "Aleppo", "Syria") == ALEPPO


def test_a_caption_is_not_what_a_text_is_about(gazetteer: Gazetteer) -> None:
    lead = "Ten people died in air strikes on Hama, Syria."
    names = ("Idlib", "Hama", "Syria")
    picture = "Men run past a wall in Idlib on Monday"
    assert main(gazetteer, f"{picture} (AFP photo). {lead}", *names) == HAMA
    assert main(gazetteer, f"{picture}. {lead}", *names) == IDLIB


def test_a_capital_that_acts_is_its_government(gazetteer: Gazetteer) -> None:
    text = "Shells fell on Saraqib despite promises. Damascus promised calm in Syria."
    assert main(gazetteer, text, "Saraqib", "Damascus", "Syria") == "gn:164816"
    text = "Damascus promised calm. The guns went on near Hama, and in Hama itself, in Syria."
    assert main(gazetteer, text, "Damascus", "Hama", "Hama", "Syria") == HAMA


def test_names_of_one_list_weigh_alike(gazetteer: Gazetteer) -> None:
    text = "Shells fell on Idlib and Hama in Syria. A woman died in Hama."
    assert main(gazetteer, text, "Idlib", "Hama", "Syria", "Hama") == HAMA
