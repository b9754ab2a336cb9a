"""Who "the government", "the rebels", "the army" are, by country and day."""

from datetime import date

import pytest

from orontes.actors.load import generic
from orontes.actors.registry import Registry
from orontes.actors.resolve import resolve
from orontes.model.claim import Claim
from orontes.model.names import ActorName, PlaceName
from orontes.model.report import Report, Source
from orontes.model.when import When


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


@pytest.mark.parametrize(
    ("phrase", "country", "day", "side"),
    [
        ("government forces", "SY", "2013-05-01", "syr-gov"),
        ("government forces", "SY", "2025-06-01", "syr-opposition"),
        ("the regime", "LY", "2011-05-01", "lby-gaddafi"),
        ("the rebels", "LY", "2011-05-01", "lby-ntc"),
        ("government forces", "LY", "2019-06-01", "lby-gna"),
        ("eastern forces", "LY", "2019-06-01", "lby-lna"),
        ("the government", "AF", "2000-07-01", "taliban"),
        ("the opposition", "AF", "2000-07-01", "northern-alliance"),
        ("the government", "AF", "2010-07-01", "afg-republic"),
        ("insurgents", "AF", "2010-07-01", "taliban"),
        ("the government", "AF", "2022-07-01", "taliban"),
        ("rebel forces", "ET", "1989-03-01", "eprdf"),
        ("government troops", "ET", "1989-03-01", "eth-derg"),
        ("rebel forces", "ET", "2021-07-01", "tplf"),
        ("government troops", "ET", "2021-07-01", "eth"),
        ("separatists", "UA", "2014-08-01", "dnr-lnr"),
        ("Russian-backed separatists", "UA", "2014-08-01", "dnr-lnr"),
        ("the guerrillas", "SV", "1989-11-12", "fmln"),
        ("the guerrillas", "PE", "1988-04-02", "shining-path"),
        ("the rebels", "CD", "1997-03-15", "afdl"),
        ("Rwandan-backed rebels", "CD", "2024-12-15", "m23"),
        ("jihadists", "ML", "2022-06-01", "jnim"),
        ("the junta", "MM", "2022-06-01", "mmr-junta"),
        ("the junta", "NE", "2024-06-01", "ner"),
        ("the rebels", "LK", "2008-10-01", "ltte"),
        ("Serb forces", "BA", "1993-04-16", "vrs"),
        ("Serb forces", "XK", "1999-01-15", "yug"),
        ("the army", "TH", "2010-05-19", "tha"),
    ],
)
def test_a_generic_phrase_means_who_it_was_there_and_then(
    registry: Registry, phrase: str, country: str, day: str, side: str
) -> None:
    on = date.fromisoformat(day)
    found = registry.find(phrase, [country], on)
    assert found is not None
    assert registry.side(found.id, on) == side


@pytest.mark.parametrize(
    "phrase",
    [
        "government forces",
        "the rebels",
        "the regime",
        "the army",
        "police",
        "loyalists",
    ],
)
def test_without_a_country_it_means_nobody(registry: Registry, phrase: str) -> None:
    assert registry.find(phrase, [], date(2024, 12, 5)) is None


def test_a_war_lends_its_rebels_to_no_other_country(registry: Registry) -> None:
    assert registry.find("rebels", ["GH"], date(2015, 1, 1)) is None
    assert registry.find("bandits", ["CO"], date(2022, 1, 1)) is None
    assert registry.find("rebels", ["LR", "SY"], date(2015, 1, 1)) is None
    found = registry.find("pro-government forces", ["YE"], date(2019, 1, 1))
    assert found is not None and found.id == "yem-gov"


def test_without_a_day_only_what_never_changed_is_known(registry: Registry) -> None:
    assert registry.find("the government", ["AF"], None) is None
    found = registry.find("the army", ["SD"], None)
    assert found is not None and found.id == "saf"


def test_the_country_that_is_named_goes_before_the_report_s(registry: Registry) -> None:
    found = registry.find("the Malian army", ["SY"], date(2013, 1, 20))
    assert found is not None and found.id == "fama"


def claim(actor: str, country: str | None, when: When | None, said_by: str = "") -> Claim:
    place = PlaceName("the town", country=country) if country else None
    speaker = (ActorName(said_by),) if said_by else ()
    return Claim(
        id="c_1",
        doc="r_1",
        kind="territory.capture",
        start=0,
        end=10,
        quote="A sentence",
        predicate=(0, 1),
        actor=(ActorName(actor),),
        place=place,
        when=when,
        said_by=speaker,
    )


def test_the_day_of_the_claim_goes_before_the_day_of_the_report(registry: Registry) -> None:
    report = Report(Source("r_1", published="2022-08-15"), "A sentence")
    then = When.on(date(2020, 8, 14))
    first, second = resolve(
        [claim("government forces", "AF", then, "the government"), claim("the army", "AF", None)],
        report,
        registry,
        ["AF"],
    )
    assert first.actor[0].id == "ansf"
    assert first.said_by[0].id == "taliban"
    assert second.actor[0].id == "taliban"


def test_the_country_of_the_claim_s_place_goes_before_the_report_s_others(
    registry: Registry,
) -> None:
    report = Report(Source("r_1", published="2021-05-01"), "A sentence")
    (found,) = resolve([claim("the army", "TD", None)], report, registry, ["LY", "TD"])
    assert found.actor[0].id == "tcd-army"


def test_every_line_names_an_actor_and_no_two_overlap(registry: Registry) -> None:
    held: dict[tuple[str, str], list[tuple[date, date]]] = {}
    for country, phrase, term in generic():
        assert registry.get(term.value), term.value
        assert registry.state_of(country), country
        span = (term.since or date.min, term.until or date.max)
        assert span[0] <= span[1], (country, phrase)
        for first, last in held.setdefault((country, phrase), []):
            assert span[1] < first or last < span[0], (country, phrase, span)
        held[country, phrase].append(span)
