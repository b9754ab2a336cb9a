"""Whose ground it is: who takes, holds or loses which place, and how much of it."""

import tomllib
from pathlib import Path

import pytest

import orontes
from orontes.model.claim import Claim

CASES = tomllib.loads(Path(__file__).with_name("territory.toml").read_text(encoding="utf-8"))
ROWS = [
    pytest.param(text, told, id=f"{topic}: {text[:60]}")
    for topic, rows in CASES.items()
    for text, told in rows.items()
]


def told_of_ground(text: str) -> list[str]:
    """Each territory claim as ``kind stance place (extent) by actors from targets``."""
    return sorted(
        row(claim)
        for claim in orontes.read(text, "2022-03-28")
        if claim.kind.startswith("territory.")
    )


def row(claim: Claim) -> str:
    parts = [claim.kind.removeprefix("territory.")]
    parts += [claim.stance] * (claim.stance not in {"asserted", "attributed"})
    parts += [claim.place.name] if claim.place else []
    parts += [f"({claim.extent})"] * bool(claim.extent)
    for word, names in (("by", claim.actor), ("from", claim.target)):
        if names:
            parts += [word, " + ".join(name.name for name in names)]
    return " ".join(parts)


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_ground_is_read_as_it_is_told(text: str, told: list[str]) -> None:
    assert told_of_ground(text) == sorted(told)


def test_a_web_address_is_no_place() -> None:
    link = "https://map.example.org/en/2022/3-march-kherson-explosions-in-kherson"
    for text in (
        f"Shelling of Kharkiv district this morning at {link} today",
        f"Clashes at {link}",
    ):
        for claim in orontes.read(text, "2022-03-28"):
            named = (claim.place, claim.origin, claim.destination, *claim.actor, *claim.target)
            assert all(one is None or one.name.strip() for one in named)
            assert all(one is None or "example" not in one.name for one in named)
