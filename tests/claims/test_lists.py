"""Names that lost the commas between them, as in texts taken from pages."""

import pytest

from orontes.reading import pages


def places(text: str) -> list[str]:
    return [
        mention.name
        for page in pages(text)
        for mention in page.mentions.all
        if mention.sort == "place"
    ]


def test_a_list_without_commas_is_several_places() -> None:
    text = "Clashes went on between rebels and the army in Daraa Latakia and Homs in Syria."
    assert places(text) == ["Daraa", "Latakia", "Homs", "Syria"]


@pytest.mark.parametrize("name", ["Laila Kiki", "Jordan Dyer", "Barry Douglas"])
def test_a_person_with_the_names_of_places_is_no_list(name: str) -> None:
    assert places(f"{name} said in Damascus that talks would go on.") == ["Damascus"]


def test_a_known_name_stays_whole() -> None:
    assert places("Shells fell on Khan Sheikhoun and Deir ez-Zor.") == [
        "Khan Sheikhoun",
        "Deir ez-Zor",
    ]
