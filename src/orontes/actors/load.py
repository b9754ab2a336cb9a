"""The registry's data files as actors."""

import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

from orontes.actors.actor import Actor
from orontes.vocabulary.load import table

CONFLICTS = ("syria", "ukraine", "sudan", "iraq", "yemen", "myanmar")


def actors() -> Iterator[Actor]:
    for name in (*CONFLICTS, "organisations"):
        data = table(f"actors/{name}")
        for identity, row in data["actors"].items():
            yield of_row(identity, row, data["countries"])
    yield from (state for state, _ in states())


def of_row(identity: str, row: dict[str, Any], countries: str) -> Actor:
    return Actor(
        id=identity,
        name=row["name"],
        kind=row["kind"],
        parent=row.get("parent"),
        own_side=row.get("side"),
        countries=frozenset(row.get("countries", countries).split()),
        since=day(row.get("from")),
        until=day(row.get("to")),
        aliases=tuple(
            alias.strip() for alias in row.get("aliases", "").split("|") if alias.strip()
        ),
    )


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def states() -> Iterator[tuple[Actor, str]]:
    """Every state with its adjective."""
    path = files("orontes.vocabulary").joinpath("actors", "states.csv")
    lines = path.read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
        actor = Actor(row["iso3"], row["name"], "state", aliases=(*aliases, row["adjective"]))
        yield actor, row["adjective"]


def iso2() -> dict[str, str]:
    """State id by ISO 3166-1 alpha-2 code."""
    path = files("orontes.vocabulary").joinpath("actors", "states.csv")
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["iso2"]: row["iso3"] for row in rows}


def generic() -> Iterator[tuple[frozenset[str], str, str]]:
    """Phrases like "the army" with the countries in which they name an actor, and the actor."""
    for name in CONFLICTS:
        data = table(f"actors/{name}")
        for phrase, identity in data["generic"].items():
            yield frozenset(data["countries"].split()[:1]), phrase, identity
