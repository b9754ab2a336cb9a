"""Who, where, when, how many, on whose word."""

import pytest

import orontes
from orontes.model.claim import Claim


def first(text: str, kind: str, published: str = "2024-12-06") -> Claim:
    found = [claim for claim in orontes.read(text, published) if claim.kind == kind]
    assert found, f"no {kind} in {text!r}"
    return found[0]


def names(found: object) -> list[str]:
    return [item.name for item in found]  # type: ignore[attr-defined]


def test_a_claim_carries_its_sentence_verbatim() -> None:
    text = "It was quiet. The army withdrew from Hama on Thursday. Nobody spoke."
    claim = first(text, "territory.withdraw")
    assert (
        text[claim.start : claim.end] == claim.quote == "The army withdrew from Hama on Thursday."
    )
    assert text[slice(*claim.predicate)] == "withdrew"


def test_coordinated_actors_are_two() -> None:
    text = "The United States and the European Union called for a ceasefire."
    assert names(first(text, "statement.call").actor) == ["United States", "European Union"]


def test_coordinated_towns_are_one_claim_each() -> None:
    found = orontes.read("Rebels captured the towns of Rastan, Talbiseh and Saraqib.", "2024-12-06")
    taken = [c.place.name for c in found if c.kind == "territory.capture" and c.place]
    assert sorted(taken) == ["Rastan", "Saraqib", "Talbiseh"]


@pytest.mark.parametrize(
    "text",
    [
        "Opposition forces captured Hama.",
        "Hama was captured by opposition forces.",
        "The capture of Hama by opposition forces shocked the region.",
        "Opposition forces took control of Hama.",
        "Hama fell to opposition forces.",
    ],
)
def test_active_passive_and_nominal_tell_the_same(text: str) -> None:
    claim = first(text, "territory.capture")
    assert names(claim.actor) == ["opposition forces"] or names(claim.actor) == [
        "Opposition forces"
    ]
    assert claim.place is not None and claim.place.name == "Hama"
    assert claim.place.id == "gn:170017"


def test_the_city_is_the_city_told_of() -> None:
    text = "Fighting raged around Homs. Rebels entered the city at dawn."
    place = first(text, "territory.advance").place
    assert place is not None and place.name == "Homs"


def test_its_forces_are_those_of_their_owner() -> None:
    text = "The Syrian army said its troops had withdrawn from Hama."
    assert names(first(text, "territory.withdraw").actor) == ["Syrian army"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mayor said that rebels captured Hama.", "mayor"),
        ("Rebels captured Hama, the Syrian Observatory said.", "Syrian Observatory"),
        ("According to the Syrian army, rebels captured Hama.", "Syrian army"),
        ("The monitor reported the capture of Hama by rebels.", "monitor"),
        ("The army confirmed in a post that rebels had captured Hama.", "army"),
    ],
)
def test_what_somebody_says_is_credited_to_them(text: str, speaker: str) -> None:
    claim = first(text, "territory.capture")
    assert speaker in names(claim.said_by)[0]
    assert claim.stance == "attributed"


def test_a_quotation_over_two_sentences_keeps_its_speaker() -> None:
    text = (
        '"We hold Hama," commander Hassan Ghani said. "We captured Rastan. We call on all to rise."'
    )
    claim = first(text, "territory.capture")
    assert "Hassan Ghani" in names(claim.said_by)[0]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army denied that rebels had captured Hama.", "denied"),
        ("Rebels may capture Hama.", "possible"),
        ("The army plans to recapture Aleppo.", "planned"),
        ("If rebels capture Hama, Homs will be next.", "hypothetical"),
        ("Rebels captured Hama.", "asserted"),
        ("Rebels captured Idlib in 2015.", "past"),
        ("The rumour that rebels had captured Hama was false, residents said.", "denied"),
        ("It is inadmissible to let rebels capture Hama, Lavrov said.", "hypothetical"),
        ("Allowing rebels to capture Hama would be unthinkable.", "hypothetical"),
        ("The army would not allow rebels to capture Hama.", "hypothetical"),
        ("The army did not let rebels capture Hama.", "denied"),
        ("The army refused to let rebels capture Hama.", "denied"),
        ("The army did not deny that rebels had captured Hama.", "possible"),
        ("The truce allowed rebels to capture Hama.", "asserted"),
        ("It is unacceptable that rebels have captured Hama.", "asserted"),
    ],
)
def test_how_far_the_report_stands_behind_it(text: str, stance: str) -> None:
    assert first(text, "territory.capture").stance == stance


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The army denied that rebels had captured Hama.", "army"),
        ("Reports that Hama had fallen were denied by the Syrian army.", "Syrian army"),
        ("The monitor said the army denied that rebels had captured Hama.", "army"),
        ("The governor rejected claims that rebels had captured Hama.", "governor"),
    ],
)
def test_a_denial_is_on_the_word_of_the_one_who_denies(text: str, speaker: str) -> None:
    claim = first(text, "territory.capture")
    assert (names(claim.said_by), claim.stance) == ([speaker], "denied")
    assert speaker not in names(claim.actor)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in Doha. Fighters took control of government buildings.",
        "The ministry said in Doha that fighters had taken control of two villages.",
        "The envoy told reporters in Doha that fighters had seized territory.",
        "Envoys of Russia and Iran spoke. Fighters took control of territory.",
    ],
)
def test_where_it_is_said_is_not_what_was_taken(text: str) -> None:
    assert first(text, "territory.capture").place is None


def test_where_news_of_a_deed_is_reported_from_is_where_it_was_done() -> None:
    text = "Fighting was reported in Rastan. Fighters took control of the town."
    place = first(text, "territory.capture").place
    assert place is not None and place.name == "Rastan"


def test_days_are_those_of_the_report() -> None:
    when = first("Rebels captured Hama on Thursday.", "territory.capture").when
    assert when is not None and str(when.earliest) == "2024-12-05" and when.precision == "day"


def test_a_day_that_is_not_told_is_that_of_the_story_or_the_report() -> None:
    untold = first("Rebels captured Hama.", "territory.capture").when
    assert untold is not None and untold.precision == "context"
    assert (str(untold.earliest), str(untold.latest)) == ("2024-12-05", "2024-12-06")
    carried = first("Rebels captured Hama on Tuesday. Warplanes bombed Homs.", "strike.air").when
    assert carried is not None and str(carried.latest) == "2024-12-03"


def test_a_toll_has_its_bounds_groups_and_counter() -> None:
    text = (
        "The Syrian Observatory for Human Rights said over 700 people, including 111 civilians,"
        " had been killed since the offensive began."
    )
    claim = first(text, "toll.killed")
    assert claim.count is not None
    assert (claim.count.low, claim.count.high) == (700, None)
    assert dict(claim.count.groups) == {"civilians": 111}
    assert claim.count.cumulative
    assert claim.said_by[0].id == "sohr"


def test_a_siege_keeps_its_sides() -> None:
    assert first("Rebels surrounded Hama on three sides.", "territory.encircle").sides == 3


def test_control_in_an_adjective_is_a_claim() -> None:
    claim = first("Shells hit government-held Taiz.", "territory.hold")
    assert claim.place is not None and claim.place.name == "Taiz"


def test_outskirts_and_parts_are_no_capture_of_the_whole() -> None:
    claim = first("Rebels captured parts of Homs.", "territory.capture")
    assert claim.extent == "part"


def test_an_unknown_place_keeps_its_name() -> None:
    claim = first("Rebels captured the village of Umm Zafturi.", "territory.capture")
    assert claim.place is not None
    assert (claim.place.name, claim.place.id, claim.place.lat) == ("Umm Zafturi", None, None)


def test_victims_never_become_actors() -> None:
    claim = first("Gunmen abducted a local doctor in Homs.", "civilians.abduct")
    assert [actor.id for actor in claim.target] == [None]


def test_text_in_capitals_is_read() -> None:
    text = "SAN SALVADOR, 3 JAN 90 -- THREE SOLDIERS WERE KILLED DURING CLASHES IN USULUTAN."
    assert first(text, "toll.killed", "1990-01-03").count is not None


def test_reading_twice_gives_the_same() -> None:
    text = "Rebels captured Hama on Thursday. At least 20 people were killed."
    assert orontes.read(text, "2024-12-06") == orontes.read(text, "2024-12-06")


def test_weapon_and_reason_are_kept() -> None:
    strike = first("Russian warplanes bombed Idlib with cluster munitions.", "strike.air")
    assert "warplane" in strike.weapon and "munition" in strike.weapon
    text = "Troops withdrew from Hama to avoid prolonged urban combat."
    assert first(text, "territory.withdraw").reason == "to avoid prolonged urban combat"


def test_a_named_operation_is_the_campaign() -> None:
    text = "The factions seized Tell Rifaat in an operation it calls Dawn of Freedom."
    assert first(text, "territory.capture").campaign == "Dawn of Freedom"
    text = "Turkey captured Manbij in Operation Peace Spring."
    assert first(text, "territory.capture").campaign == "Operation Peace Spring"


def test_peoples_are_no_places() -> None:
    claim = first("The strike killed four Ukrainian soldiers in Lutsk.", "toll.killed")
    assert claim.place is not None and claim.place.name == "Lutsk"


def test_it_is_the_place_told_of() -> None:
    claim = first("The navy attacked Snake Island and captured it.", "territory.capture")
    assert claim.place is not None and claim.place.name == "Snake Island"


def test_it_was_reported_credits_nobody() -> None:
    claim = first("It was reported that rebels captured Hama.", "territory.capture")
    assert (claim.said_by, claim.stance) == ((), "attributed")
