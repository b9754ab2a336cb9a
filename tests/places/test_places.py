from pathlib import Path

import pytest

from orontes.errors import OrontesError
from orontes.model.claim import Claim
from orontes.model.names import PlaceName
from orontes.model.report import Report, Source
from orontes.places.compile import build
from orontes.places.gazetteer import Gazetteer
from orontes.places.locate import locate
from orontes.places.names import fold, skeleton
from orontes.places.resolve import resolve


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def ids(gazetteer: Gazetteer, *names: str, countries: tuple[str, ...] = ()) -> list[str | None]:
    return [place.id if place else None for place in locate(names, gazetteer, countries)]


def placed(gazetteer: Gazetteer, name: str) -> PlaceName:
    claim = Claim("r", "strike.air", 0, 1, "x", (0, 1), place=PlaceName(name))
    report = Report(Source("r"), "x")
    place = resolve([claim], report, gazetteer, ["SY"])[0].place
    assert place is not None
    return place


def test_the_report_decides_which_tripoli(gazetteer: Gazetteer) -> None:
    lebanon = locate(["Tripoli", "Beirut", "Lebanon"], gazetteer)[0]
    libya = locate(["Tripoli", "Benghazi", "Libya"], gazetteer)[0]
    assert lebanon is not None and lebanon.country == "LB"
    assert libya is not None and libya.country == "LY"


def test_province_words_ask_for_the_unit(gazetteer: Gazetteer) -> None:
    city, province = locate(["Hama", "Hama province"], gazetteer, ["SY"])
    assert city is not None and city.kind == "settlement"
    assert province is not None and province.kind == "admin1"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khan Sheikhoun", "Khan Shaykhun"),
        ("Deir Ezzor", "Deir ez-Zor"),
        ("Salamiyeh", "Salamiyah"),
        ("Saraqeb", "Saraqib"),
        ("Talbisa", "Talbiseh"),
        ("Ma'arrat al-Nu'man", "Maarrat al-Numan"),
    ],
)
def test_romanisations_of_one_name_meet(gazetteer: Gazetteer, one: str, other: str) -> None:
    first, second = ids(gazetteer, one, other, countries=("SY",))
    assert first is not None and first == second


def test_folding_and_skeleton() -> None:
    assert fold("Ma'arrat al-Nu'man") == "maarrat al numan"
    assert skeleton("Ad-Dana") == skeleton("al-Dana")


def test_a_known_facility_is_the_facility(gazetteer: Gazetteer) -> None:
    place = placed(gazetteer, "Aleppo International Airport")
    assert (place.kind, place.facility) == ("facility", "airport")


def test_an_unknown_facility_is_put_in_its_town(gazetteer: Gazetteer) -> None:
    place = placed(gazetteer, "central Hama prison")
    assert (place.name, place.facility, place.kind) == (
        "central Hama prison",
        "prison",
        "settlement",
    )
    assert place.id == "gn:170017" and place.town is not None


def test_an_unknown_name_stays_without_coordinates(gazetteer: Gazetteer) -> None:
    assert placed(gazetteer, "Umm Zafturi") == PlaceName("Umm Zafturi")


@pytest.mark.parametrize("word", ["General", "March", "Assad", "Officer", "HTS", "Of", ""])
def test_words_and_persons_are_no_places(gazetteer: Gazetteer, word: str) -> None:
    assert not gazetteer.is_place(word)


def test_a_folder_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("x")
    with pytest.raises(OrontesError, match="ORONTES_CACHE"):
        build(blocker / "gazetteer.sqlite")


def test_a_word_for_something_else_is_no_romanisation_of_a_town(gazetteer: Gazetteer) -> None:
    """Katyusha and Qadsayya share their consonants, not their vowels."""
    assert ids(gazetteer, "Katyusha", "Zabad", countries=("SY",)) == [None, None]


def test_the_last_word_of_a_village_is_not_the_village(gazetteer: Gazetteer) -> None:
    """ "Qabtan al-Jabal" was looked up as "al-Jabal", which is spelt like Jableh on the coast."""
    assert ids(gazetteer, "Qabtan al-Jabal", "Aleppo", countries=("SY",))[0] is None


def test_a_guessed_spelling_must_suit_the_other_places(gazetteer: Gazetteer) -> None:
    """A like name far off, in Suwayda, is not the village by Deir ez-Zor."""
    assert ids(gazetteer, "Al-Quriyah", "Syria", countries=("SY",))[0] == "gn:173331"
    assert ids(gazetteer, "Al-Quriyah", "Suwayda", countries=("SY",))[0] == "gn:173331"
    assert ids(gazetteer, "Al-Quriyah", "Mayadin", countries=("SY",))[0] is None
