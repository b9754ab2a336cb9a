"""How the places of one report are told apart, in the words of reports."""

import pytest

from orontes.model.claim import Claim
from orontes.model.names import PlaceName
from orontes.model.report import Report, Source
from orontes.places.candidates import candidates
from orontes.places.enclosing import parents_in
from orontes.places.facilities import facility_of, town_of
from orontes.places.gazetteer import Gazetteer
from orontes.places.locate import locate
from orontes.places.main import main_of
from orontes.places.resolve import resolve


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def country(gazetteer: Gazetteer, *names: str) -> str | None:
    place = locate(names, gazetteer)[0]
    return place.country if place else None


def placed(gazetteer: Gazetteer, name: str, text: str = "", *context: str) -> PlaceName:
    claim = Claim("r", "strike.air", 0, 1, "x", (0, 1), place=PlaceName(name))
    place = resolve([claim], Report(Source("r"), text), gazetteer, context=context)[0].place
    assert place is not None
    return place


def test_a_name_after_a_comma_says_which_one_is_meant(gazetteer: Gazetteer) -> None:
    assert country(gazetteer, "Paris") == "FR"
    assert country(gazetteer, "Paris, Texas") == "US"


def test_the_next_name_may_be_the_unit_that_holds_the_first(gazetteer: Gazetteer) -> None:
    springfield = locate(["Springfield", "Ill."], gazetteer)[0]
    assert springfield is not None and springfield.admin1 == "Illinois"


def test_the_text_may_say_what_a_place_lies_in(gazetteer: Gazetteer) -> None:
    text = "Clashes reached Saraqib in southern Idlib province, and Birmingham, Alabama."
    names = ["Saraqib", "Birmingham", "Hama"]
    assert parents_in(text, names, gazetteer) == ["Idlib", "Alabama", None]


def test_names_of_no_claim_help_to_choose(gazetteer: Gazetteer) -> None:
    assert placed(gazetteer, "Tripoli", "", "Benghazi", "Misrata").country == "LY"
    assert placed(gazetteer, "Tripoli", "", "Beirut", "Sidon").country == "LB"


def test_the_report_keeps_its_own_wording(gazetteer: Gazetteer) -> None:
    place = placed(gazetteer, "northern Aleppo countryside", "", "Syria")
    assert (place.name, place.id) == ("northern Aleppo countryside", "gn:170063")


def test_a_demonym_is_no_place_of_a_claim(gazetteer: Gazetteer) -> None:
    assert placed(gazetteer, "Syrian") == PlaceName("Syrian")
    assert not gazetteer.is_place("Syrian")


def test_a_demonym_still_tells_the_country(gazetteer: Gazetteer) -> None:
    assert country(gazetteer, "Syrian") == "SY"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Hama’s military airport", "airport"),
        ("Menagh airbase", "base"),
        ("Zamzam camp", "camp"),
        ("Bab al-Hawa crossing", "crossing"),
        ("Tishreen Dam", "bridge"),
    ],
)
def test_facilities_of_our_own_table_are_found(gazetteer: Gazetteer, name: str, kind: str) -> None:
    place = placed(gazetteer, name)
    assert (place.kind, place.facility) == ("facility", kind)


def test_the_airport_named_after_its_town_comes_before_a_nearer_airfield(
    gazetteer: Gazetteer,
) -> None:
    place = placed(gazetteer, "Damascus airport", "", "Syria")
    assert place.id == "orontes:icao-osdi" and place.town == "Damascus"


def test_facility_words_leave_the_town() -> None:
    assert facility_of("central Hama prison") == "prison"
    assert town_of("central Hama prison") == "hama"
    assert facility_of("Hama") is None


@pytest.mark.parametrize("word", ["March", "Nancy Pelosi", "Northern", "Fighters", "Syrian", "us"])
def test_words_persons_and_peoples_are_no_places(gazetteer: Gazetteer, word: str) -> None:
    assert not gazetteer.is_place(word)


@pytest.mark.parametrize("name", ["Hama", "Jordan", "UK", "Green Zone", "West Bank", "Talbiseh"])
def test_places_are_places(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.is_place(name)


def located(gazetteer: Gazetteer, text: str, *names: str) -> list[str | None]:
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    found = locate(names, gazetteer, text=text, spans=spans)
    return [place.admin1 if place else None for place in found]


def test_the_words_between_two_names_say_which_lies_in_which(gazetteer: Gazetteer) -> None:
    text = "The mayor of Athens, Georgia, met a guest from Tbilisi."
    assert located(gazetteer, text, "Athens", "Georgia") == ["Georgia", "Georgia"]
    assert located(gazetteer, "the Texas town of Paris", "Texas", "Paris") == ["Texas", "Texas"]


def test_a_bare_name_is_the_town_and_not_the_province_round_it(gazetteer: Gazetteer) -> None:
    assert [place.kind for place in locate(["Hama", "Syria"], gazetteer) if place] == [
        "settlement",
        "country",
    ]


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("N.Y.", "gn:5128638"),
        ("Canadians", "gn:6251999"),
        ("Texans", "gn:4736286"),
        ("Syria's Deir Ezzor", "gn:170794"),
        ("Harare City Council", "gn:890299"),
        ("Plymouth Co.", "gn:4871708"),
        ("Adiyaman", "gn:325330"),
    ],
)
def test_names_as_newspapers_write_them(gazetteer: Gazetteer, name: str, identity: str) -> None:
    assert identity in {option.place.id for option in candidates(name, gazetteer)}


def main(gazetteer: Gazetteer, text: str, *names: str) -> str | None:
    starts = [text.index(name) for name in names]
    spans = [(start, start + len(name)) for start, name in zip(starts, names, strict=True)]
    found = locate(names, gazetteer, text=text, spans=spans)
    place = main_of(text, [(*span, p) for span, p in zip(spans, found, strict=True) if p])
    return place.id if place else None


def test_the_headline_says_what_a_text_is_about(gazetteer: Gazetteer) -> None:
    text = "Shells hit Idlib. BEIRUT (Reuters) - Syria said so. Aleppo was calm. Aleppo slept."
    assert main(gazetteer, text, "Idlib", "BEIRUT", "Syria", "Aleppo") == "gn:169389"


def test_a_dateline_is_not_what_a_text_is_about(gazetteer: Gazetteer) -> None:
    text = "Damascus, SANA - Two shells fell near Saraqib in Syria."
    assert main(gazetteer, text, "Damascus", "Saraqib", "Syria") == "gn:164816"


def test_a_text_that_names_countries_only_is_about_one(gazetteer: Gazetteer) -> None:
    assert main(gazetteer, "Talks on Syria end.", "Syria") == "gn:163843"
    assert main(gazetteer, "Talks end.") is None
