"""What the rows that users added to a case amount to: who is who, and what is known of each."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from orontes.actors.actor import Actor
from orontes.actors.terms import Term, overlaid
from orontes.model.entry import Entry

Item = TypeVar("Item")
NAME = "name:"
DEFAULT_KIND = "militia"


def counting(entries: Sequence[Entry]) -> list[Entry]:
    """The rows that tell something and that nobody has taken back."""
    return [one for one in standing(entries) if one.verb != "undo"]


def standing(entries: Sequence[Entry]) -> list[Entry]:
    """The rows that nobody has taken back; an undo that is undone itself takes nothing back."""
    undone: set[str] = set()
    kept: list[Entry] = []
    for one in reversed(entries):
        if str(one.number) not in undone:
            kept.append(one)
            undone |= {one.about} if one.verb == "undo" else set()
    return kept[::-1]


def classes(merges: Iterable[tuple[str, str]], known: Container[str]) -> dict[str, str]:
    """For each id or name that stands for another actor, the id of that actor.

    Of all that were made one, the one stands for the rest that was never merged away itself, of
    several the one that the tables know, then the first in the alphabet: in whatever order they
    were merged.
    """
    pairs = list(merges)
    away = {one for one, into in pairs if one != into}
    return {
        member: head
        for group in grouped(pairs)
        for head in [min(group, key=lambda one: (is_name(one), one in away, one not in known, one))]
        for member in group
        if member != head
    }


def grouped(pairs: Iterable[tuple[str, str]]) -> Iterable[set[str]]:
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = groups.get(one, {one}) | groups.get(other, {other})
        groups |= dict.fromkeys(joined, joined)
    return {id(group): group for group in groups.values()}.values()


def is_name(node: str) -> bool:
    return node.startswith(NAME)


def described(actor: Actor | None, entry: Entry) -> Actor:
    """The actor with what one row adds; ties of the row stand in the place of older ones."""
    old = actor or Actor(
        entry.about, entry.name or entry.about, DEFAULT_KIND, source=told_by(entry)
    )
    tied = bool(entry.parents or entry.backers)
    since, until = (entry.since, entry.until) if tied else (None, None)
    source = told_by(entry)
    renamed = (old.name,) if actor and entry.name and entry.name != old.name else ()
    return replace(
        old,
        name=entry.name or old.name,
        kind=entry.kind or old.kind,
        aliases=united(old.aliases, (*renamed, *entry.aliases)),
        parents=overlaid(old.parents, [Term(p, since, until, source) for p in entry.parents]),
        backers=united(old.backers, [Term(b, since, until, source) for b in entry.backers]),
        countries=old.countries | set(entry.countries),
        since=old.since if tied else entry.since or old.since,
        until=old.until if tied else entry.until or old.until,
    )


def told_by(entry: Entry) -> str:
    """As in "UN report, added by mara": whence a user has it."""
    return f"{entry.source}, added by {entry.user}"


def one_of(head: Actor, members: Sequence[Actor], names: Iterable[str]) -> Actor:
    """The actor that stands for others, with their names; with their ties if it has none itself."""
    everyone = (head, *members)
    lone = not (head.parents or head.sides)
    called = [name for actor in members for name in (actor.name, *actor.aliases)]
    return replace(
        head,
        aliases=united(head.aliases, (*called, *names)),
        parents=first(a.parents for a in everyone) if lone else head.parents,
        sides=first(a.sides for a in everyone) if lone else head.sides,
        roles=first(a.roles for a in everyone) if lone else head.roles,
        backers=united(head.backers, [term for actor in members for term in actor.backers]),
        countries=head.countries.union(*(actor.countries for actor in members)),
    )


def first(found: Iterable[tuple[Term, ...]]) -> tuple[Term, ...]:
    return next((one for one in found if one), ())


def united(old: Sequence[Item], new: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys((*old, *new)))
