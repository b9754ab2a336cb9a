"""The registry's data files: actors, states, and who "the army" was in which country and when."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from orontes.actors.actor import Actor
from orontes.actors.terms import Term, day, terms
from orontes.vocabulary.load import table

EVERYWHERE = "*"
TABLES = "tables of Orontes"
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """``names`` are the adjective, the name and the capital: what marks an army as its own."""

    iso2: str
    adjective: str
    names: tuple[str, ...]
    actor: Actor


def rows(name: str) -> Iterator[Row]:
    path = files("orontes.vocabulary").joinpath("actors", f"{name}.csv")
    lines = path.read_text(encoding="utf-8").splitlines()
    yield from csv.DictReader((line for line in lines if not line.startswith("#")), restval="")


def actors() -> Iterator[Actor]:
    """Every actor of the tables, with its names in Arabic and the states behind it."""
    arabic, behind = written_in_arabic(), backers()
    for actor in tabled():
        names = (*actor.aliases, *arabic.get(actor.id, ()))
        yield replace(actor, aliases=names, backers=tuple(behind.get(actor.id, ())))


def tabled() -> Iterator[Actor]:
    for name, countries in table("actors/wars")["countries"].items():
        for row in rows(name):
            yield of_row(row, countries.split(), name)
    yield from (state.actor for state in states())


def written_in_arabic() -> dict[str, tuple[str, ...]]:
    return {row["id"]: tuple(row["names"].split("|")) for row in rows("arabic")}


def backers() -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for row in rows("backers"):
        one = Term(row["backer"], day(row["from"]), day(row["to"]), row["source"])
        found.setdefault(row["id"], []).append(one)
    return found


def of_row(row: Row, war: list[str], file: str) -> Actor:
    own = row["countries"].split()
    where = [] if own == [EVERYWHERE] else own or war
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        parents=terms(row["parent"]),
        sides=terms(row["side"]),
        roles=terms(row["role"]),
        countries=frozenset(where),
        since=day(row["from"]),
        until=day(row["to"]),
        aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
        home=where[0] if row["kind"] == "government" and where else None,
        source=f"{TABLES}, {file}.csv",
    )


@cache
def states() -> tuple[State, ...]:
    return tuple(state_of(row) for row in rows("states"))


def state_of(row: Row) -> State:
    aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
    named = (*aliases, row["adjective"])
    actor = Actor(row["iso3"], row["name"], "state", aliases=named, home=row["iso2"], source=TABLES)
    return State(row["iso2"], row["adjective"], (row["adjective"], row["name"], *aliases), actor)


def generic() -> Iterator[tuple[str, str, Term]]:
    """Country, phrase or class of phrases, and the actor that it names for a time."""
    for region in table("actors/wars")["regions"]:
        for row in rows(f"generic_{region}"):
            yield (
                row["country"],
                row["phrase"],
                Term(row["actor"], day(row["from"]), day(row["to"])),
            )
