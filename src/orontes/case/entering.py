"""What a user may add about an actor, checked: one sentence for each way in which it cannot be."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from orontes.actors.actor import Actor
from orontes.actors.entries import NAME, standing
from orontes.actors.folding import fold, is_private, nouns
from orontes.actors.near import matches
from orontes.actors.registry import Registry
from orontes.actors.roles import UNARMED
from orontes.errors import WrongCall
from orontes.model.entry import Entry
from orontes.model.rows import day, instant
from orontes.model.told import Told
from orontes.vocabulary.load import table

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def identity(text: str, registry: Registry, case: Path) -> str:
    """The id of the actor of that id or name. Raises WrongCall if there is none, or several."""
    if known := registry.get(text):
        return known.id
    found = matches(text, registry)
    named = [one.id for one in found if one.how == "name" and one.id]
    if len(named) == 1:
        return named[0]
    if named:
        raise WrongCall(f"several actors are called {text!r}: {', '.join(named)}; name one by id")
    near = [one.id for one in found if one.id][:3]
    hint = f"the nearest are {', '.join(near)}; " if near else ""
    raise WrongCall(
        f"no actor is called {text!r}; {hint}`orontes actors find {case} {text!r}` looks further"
    )


def checked(entry: Entry, registry: Registry, case: Path) -> Entry:
    """The row with its parents and backers as ids. Raises WrongCall for what cannot be."""
    known = registry.get(entry.about)
    if not ID.fullmatch(entry.about):
        raise WrongCall(f"{entry.about!r} is no id; write small letters and hyphens: liwa-x")
    if known is None and not entry.name:
        raise WrongCall(f"{entry.about} is new, so it needs a name; add --name")
    if not entry.source.strip():
        raise WrongCall("say whence it is known; add --source")
    if not any(contents(entry)):
        raise WrongCall(f"nothing is told of {entry.about}; add --alias, --parent, --backer, …")
    kinds = {*table("actors/roles")["kinds"], *UNARMED}
    if entry.kind and entry.kind not in kinds:
        raise WrongCall(f"{entry.kind!r} is no kind of actor; there are {', '.join(sorted(kinds))}")
    for country in entry.countries:
        if registry.state_of(country) is None:
            raise WrongCall(f"{country!r} is no country; write two letters, as in SY")
    if entry.since and entry.until and entry.until < entry.since:
        raise WrongCall(f"--to {entry.until} is before --from {entry.since}")
    for name in (*([entry.name] if entry.name else []), *entry.aliases):
        named(name, known.id if known else entry.about, registry)
    parents = tuple(identity(one, registry, case) for one in entry.parents)
    for parent in parents:
        if entry.about in {one.id for one in registry.above(parent)}:
            raise WrongCall(
                f"{parent} belongs to {entry.about} already; an actor is no part of itself"
            )
    backers = tuple(identity(one, registry, case) for one in entry.backers)
    return replace(entry, parents=parents, backers=backers)


def contents(entry: Entry) -> Sequence[Any]:
    return (
        entry.name, entry.kind, entry.aliases, entry.parents, entry.backers, entry.countries,
        entry.since, entry.until,
    )  # fmt: skip


def named(name: str, actor: str, registry: Registry) -> None:
    """Raises WrongCall if the name is nobody's, a private person's or another actor's."""
    if not fold(name):
        raise WrongCall("a name has letters; this one has none")
    if is_private(fold(name)):
        raise WrongCall(f"{name!r} means private persons, who are no actors")
    others = [one.id for one in called(name, registry) if one.id != actor]
    if others:
        raise WrongCall(
            f"{name!r} is a name of {', '.join(others)}; leave it out, or make them one with"
            " `orontes actors merge`"
        )


def called(name: str, registry: Registry) -> list[Actor]:
    wanted = fold(name)
    return [
        actor
        for actor in registry.all()
        if wanted in {fold(one) for one in (actor.name, *actor.aliases)}
    ]


def merging(
    name: str, into: str, told: Sequence[Told], registry: Registry, case: Path
) -> tuple[str, str | None, str]:
    """What is merged (an id, or ``name:`` and a folded name), its name if it has no id, the head.

    A name of claims for which no table has an actor is taken as that name.
    """
    head = identity(into, registry, case)
    surfaces = {fold(one): one for one in unknown_names(told)}
    if registry.get(name) is None and (surface := surfaces.get(fold(name))):
        if is_private(fold(name)) and not nouns("armed") & set(fold(name).split()):
            raise WrongCall(f"{name!r} means private persons, who are no actors")
        return NAME + fold(name), surface, head
    about = identity(name, registry, case)
    if about == head:
        raise WrongCall(f"{name} and {into} are one actor already: {head}")
    return about, None, head


def unknown_names(told: Sequence[Told]) -> list[str]:
    """Names of the claims that stand for no actor, in the order of the alphabet."""
    parties = (one for t in told for one in (*t.claim.actor, *t.claim.target, *t.claim.said_by))
    named = {fold(one.name): one.name for one in parties if one.id is None}
    return sorted(named.values())


def taking_back(number: int, entries: Sequence[Entry], case: Path) -> None:
    one = next((one for one in entries if one.number == number), None)
    if one is None:
        raise WrongCall(f"there is no row {number}; `orontes actors log {case}` lists them")
    if any(other.verb == "undo" and other.about == str(number) for other in standing(entries)):
        raise WrongCall(
            f"row {number} is taken back already; `orontes actors log {case}` says by whom"
        )


def entry_row(entry: Entry, entries: Sequence[Entry]) -> dict[str, Any]:
    """A row as it is listed; ``counts`` is whether nobody has taken it back."""
    return {
        "row": entry.number,
        "verb": entry.verb,
        "about": entry.about,
        "into": entry.into,
        "name": entry.name,
        "kind": entry.kind,
        "aliases": list(entry.aliases),
        "parents": list(entry.parents),
        "backers": list(entry.backers),
        "countries": list(entry.countries),
        "from": day(entry.since),
        "to": day(entry.until),
        "source": entry.source,
        "why": entry.why,
        "user": entry.user,
        "made": instant(entry.made),
        "counts": entry in standing(entries),
    }
