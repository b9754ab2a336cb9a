"""A role and a side for every armed actor."""

from datetime import date

import pytest

from orontes.actors.listing import actor_rows
from orontes.actors.registry import Registry
from orontes.actors.roles import UNARMED, interaction
from orontes.model.claim import Claim
from orontes.model.names import ActorName, PlaceName
from orontes.model.report import Source
from orontes.model.told import Told
from orontes.vocabulary.load import table


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


@pytest.mark.parametrize(
    ("name", "country", "day", "role", "side"),
    [
        ("Taliban", "AF", "2010-01-01", "rebel", "taliban"),
        ("Taliban", "AF", "2022-01-01", "state-forces", "taliban"),
        ("RSF", "SD", "2021-01-01", "pro-government-militia", "sdn"),
        ("RSF", "SD", "2024-01-01", "political-militia", "rsf"),
        ("FARDC", "CD", "2024-01-01", "state-forces", "cod"),
        ("Rwandan troops", "CD", "2024-01-01", "external-forces", "rwa"),
        ("Rwandan troops", "RW", "2024-01-01", "state-forces", "rwa"),
        ("Russia", "SY", "2016-01-01", "foreign-state", "rus"),
        ("Wagner mercenaries", "ML", "2022-06-01", "private-company", "rus"),
        ("CODECO", "CD", "2022-01-01", "identity-militia", "codeco"),
        ("VDPs", "BF", "2023-01-01", "pro-government-militia", "bfa"),
        ("Sudanese police", "SD", "2023-05-01", "police", "sdn"),
        ("Thai soldiers", "TH", "2010-05-19", "state-forces", "tha"),
        ("Syrian police", "SY", "2013-05-01", "police", "syr-gov"),
        ("Kachin rebels", "MM", "2024-01-01", "rebel", "mmr-resistance"),
        ("M23 fighters", "CD", "2024-01-01", "rebel", "m23"),
        ("Tigrayan forces", "ET", "2021-07-01", "rebel", "tplf"),
        ("South African Defence Force", "AO", "1987-10-01", "external-forces", "zaf"),
    ],
)
def test_role_and_side_are_those_of_the_country_and_the_day(
    registry: Registry, name: str, country: str, day: str, role: str, side: str
) -> None:
    on = date.fromisoformat(day)
    found = registry.find(name, [country], on)
    assert found is not None
    assert registry.role(found.id, on, [country]) == role
    assert registry.side(found.id, on) == side


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("unknown gunmen", "political-militia"),
        ("a clan militia", "identity-militia"),
        ("foreign mercenaries", "private-company"),
        ("mountain guerrillas", "rebel"),
        ("paratroopers", "state-forces"),
        ("riot police", "police"),
        ("pro-government militias", "pro-government-militia"),
        ("the harbour board", None),
        ("residents", None),
        ("the rebel commander of the sector", None),
    ],
)
def test_the_words_of_an_unknown_name_tell_its_role(
    registry: Registry, name: str, role: str | None
) -> None:
    assert registry.role_of_name(name) == role


def test_a_state_without_a_table_has_an_army_with_a_stable_id(registry: Registry) -> None:
    found = registry.find("Ghanaian troops", ["TG"], date(1994, 2, 1))
    assert found is not None and (found.id, found.name) == ("gha-army", "Ghanaian army")
    assert registry.get("gha-army") == found
    assert registry.get("gha-choir") is None


def test_every_armed_actor_of_the_tables_has_a_role_and_a_side(registry: Registry) -> None:
    for actor in registry.all():
        role = registry.role(actor.id)
        assert (role is None) == (actor.kind in UNARMED and not actor.roles), actor.id
        assert role is None or interaction(role), (actor.id, role)
        terms = [*actor.roles, *actor.sides]
        for day in [one for term in terms for one in (term.since, term.until) if one]:
            assert registry.get(registry.side(actor.id, day)), actor.id
            assert registry.role(actor.id, day) in {*table("actors/roles")["acled"], None}


def test_the_listing_shows_role_and_side(registry: Registry) -> None:
    told = [
        tell("c_1", ("Houthi forces", "houthis"), "2019-08-01"),
        tell("c_2", ("Saudi warplanes", "saudi-forces"), "2019-08-02"),
        tell("c_3", ("Houthi forces", "houthis"), "2019-08-03"),
        tell("c_4", ("tribal fighters", None), "2019-08-03"),
        tell("c_5", ("a committee", None), "2019-08-03"),
    ]
    rows = actor_rows(told, registry)
    assert [(row["actor"], row["role"], row["side"], row["claims"]) for row in rows] == [
        ("Houthis (Ansar Allah)", "rebel", "houthis", 2),
        ("tribal fighters", "identity-militia", None, 1),
        ("Royal Saudi Armed Forces", "external-forces", "yem-gov", 1),
    ]


def tell(identity: str, actor: tuple[str, str | None], published: str) -> Told:
    source = Source(f"r_{identity}", published=published)
    claim = Claim(
        id=identity,
        doc=source.id,
        kind="battle.clash",
        start=0,
        end=10,
        quote="A sentence",
        predicate=(0, 1),
        actor=(ActorName(*actor),),
        place=PlaceName("Taiz", country="YE"),
    )
    return Told(claim, source, source)
