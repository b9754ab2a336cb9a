"""The facts of a text's incidents: when, where, how many, and who is blamed."""

import pytest

from orontes.incidents import Toll, blame, facts

TOWN = (
    "TUNIS, 14 MAR 87 (AWP) -- [REPORT] [TEXT] TWO POLICEMEN WERE KILLED AND SEVEN SHOPKEEPERS "
    "WERE WOUNDED YESTERDAY WHEN A BOMB EXPLODED AT A MARKET IN SFAX.\n\n   THE MINISTER SAID "
    "THAT TALKS WILL BEGIN ON 20 MARCH."
)


def days(text: str) -> list[str]:
    return [str(when.latest) for when in facts(text).dates]


def test_yesterday_is_counted_from_the_dateline() -> None:
    assert "1987-03-13" in days(TOWN)


def test_a_day_to_come_is_no_day_of_the_incident() -> None:
    assert "1987-03-20" not in days(TOWN)


def test_an_attack_without_a_time_is_of_the_day_of_the_dateline() -> None:
    text = "TUNIS, 14 MAR 87 -- [TEXT] GUNMEN KILLED A JUDGE OUTSIDE HIS HOME IN SFAX."
    assert days(text) == ["1987-03-14"]


def test_the_town_of_the_attack_is_told_rather_than_that_of_the_dateline() -> None:
    assert "Sfax" in facts(TOWN).places


def test_a_village_that_no_gazetteer_knows_is_told_in_a_text_in_capitals() -> None:
    text = (
        "RABAT, 14 MAR 87 -- [TEXT] GUNMEN KILLED FOUR FARMERS YESTERDAY IN THE HAMLET OF "
        "TIZGUELFANE, NEAR OUARZAZATE."
    )
    assert "Tizguelfane" in facts(text).places


def test_a_city_that_has_the_name_of_its_country_keeps_it_whole() -> None:
    text = (
        "KUWAIT CITY, 14 MAR 87 -- [TEXT] TWO GUARDS WERE KILLED WHEN A BOMB EXPLODED AT A HOTEL "
        "IN KUWAIT CITY YESTERDAY."
    )
    assert facts(text).places == ("Kuwait City",)


def test_the_district_is_told_rather_than_its_city() -> None:
    text = "Shells fell on the Sawaiq district of Hama on 3 December 2024, killing three civilians."
    assert facts(text).places == ("Sawaiq",)


def test_the_country_of_a_group_stands_in_where_no_place_is_named() -> None:
    text = (
        "LONDON, 14 MAR 87 -- [TEXT] THE LTTE KILLED TWO MAYORS. A THIRD MAYOR WAS WOUNDED BY "
        "THE LTTE, A SPOKESMAN SAID."
    )
    assert facts(text).places[0] == "Sri Lanka"


def test_killed_and_injured_are_counted_apart() -> None:
    assert set(facts(TOWN).toll) == {Toll("killed", 2), Toll("injured", 7)}


def test_those_who_kill_are_not_counted_among_the_killed() -> None:
    text = "TUNIS, 14 MAR 87 -- [TEXT] A JUDGE WAS KILLED TODAY IN SFAX BY FOUR MEN ON MOTORCYCLES."
    assert facts(text).toll == ()


def test_the_victims_of_an_assassination_are_counted() -> None:
    text = "TUNIS, 14 MAR 87 -- [TEXT] THE BISHOP CONDEMNED THE ASSASSINATION OF SIX PRIESTS TODAY."
    assert facts(text).toll == (Toll("killed", 6),)


def test_an_empty_text_has_no_facts() -> None:
    assert facts("") == facts("   ")
    assert facts("").dates == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Red Column claimed responsibility for the bomb.", "claimed"),
        ("The police blamed the Red Column for the bomb.", "accused"),
        ("It may have been the Red Column that fired, a witness thought.", "possible"),
        ("The Red Column blew up the bridge.", "fact"),
    ],
)
def test_blame_follows_the_words_around_the_name(text: str, status: str) -> None:
    assert blame(text, ["Red Column"]) == {"Red Column": status}
