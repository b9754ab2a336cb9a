from datetime import date

import pytest

from orontes.actors.registry import Registry

DAY = date(2024, 12, 5)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry.load()


@pytest.mark.parametrize(
    ("name", "country", "actor", "side"),
    [
        ("President Bashar al-Assad’s regime", "SY", "syr-gov", "syr-gov"),
        ("rebels", "SY", "syr-opposition", "syr-opposition"),
        ("HTS fighters", "SY", "hts", "syr-opposition"),
        ("Turkish-backed factions", "SY", "sna", "sna"),
        ("the army", "SY", "syr-army", "syr-gov"),
        ("the army", "SD", "saf", "sdn"),
        ("the junta", "MM", "mmr-junta", "mmr-junta"),
        ("Houthi forces", "YE", "houthis", "houthis"),
        ("Ukraine's army", "UA", "ukr-army", "ukr"),
        ("Iranian leaders", "SY", "irn", "irn"),
        ("UN envoy Geir Pedersen", "SY", "un", "un"),
        ("the Syrian Observatory for Human Rights", "SY", "sohr", "sohr"),
        ("US officials", "SY", "usa", "usa"),
    ],
)
def test_a_phrase_names_its_actor(
    registry: Registry, name: str, country: str, actor: str, side: str
) -> None:
    found = registry.find(name, [country], DAY)
    assert found is not None and found.id == actor
    assert registry.side(found.id, DAY) == side


@pytest.mark.parametrize(
    "name", ["residents", "a local doctor", "five civilians", "it", "local elders"]
)
def test_private_persons_are_nobody(registry: Registry, name: str) -> None:
    assert registry.find(name, ["SY"], DAY) is None


def test_the_data_hold_together(registry: Registry) -> None:
    known = {actor.id for actor in registry.all()}
    assert len(known) == len(registry.all())
    for actor in registry.all():
        assert actor.parent is None or actor.parent in known, actor.id
        assert actor.since is None or actor.until is None or actor.since <= actor.until, actor.id
        assert registry.side(actor.id)
