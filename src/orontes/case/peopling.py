"""The actors of a case: who they are, and what its users add about them."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from orontes.actors.listing import actor_rows
from orontes.actors.near import HOW, matches
from orontes.actors.sheet import sheet
from orontes.case.asking import at_of, known_of
from orontes.case.entering import (
    checked,
    entry_row,
    identity,
    merging,
    taking_back,
    unknown_names,
)
from orontes.case.filling import Filling
from orontes.case.opened import Time
from orontes.events.keys import fold
from orontes.events.known import known_by
from orontes.model.entry import Entry
from orontes.model.names import ActorName
from orontes.model.rows import instant
from orontes.model.tie import Tie, tie_row
from orontes.model.told import Told
from orontes.picture.ties import claimed_side, key, ties
from orontes.picture.toll import begun

Row = dict[str, Any]


class Peopling(Filling):
    """The registry with time, asked; and added to by rows that can be taken back."""

    def actors(self, at: Time = None, known: Time = None) -> list[Row]:
        """Actors by how many claims name them, with their sides and roles on that day.

        ``told`` says in words how claims tie them to others.
        """
        day, registry = at_of(at), self._registry
        told = self._counted(at, known)
        found = ties(told, registry, day)
        rows = []
        for row in actor_rows(told, registry, day):
            own = [one for one in found if called(row) in (key(one.actor), key(one.target))]
            side = None if row["side"] else claimed_side(called(row), found, registry, day)
            rows.append(
                row
                | {"claimed_side": side.side if side else None}
                | {"told": [in_words(one) for one in own]}
            )
        return rows

    def ties(self, at: Time = None, known: Time = None) -> list[Tie]:
        """What claims tell of how actors stand to each other: backs, joins, breaks with…"""
        return ties(self.told(), self._registry, at_of(at), known_of(known))

    def find_actors(self, text: str) -> list[Row]:
        """Actors that a text may mean: by id, name in any script, part, near spelling or side."""
        registry, told = self._registry, self.told()
        counted = {row["id"] or row["actor"]: row["claims"] for row in actor_rows(told, registry)}
        rows = []
        for one in matches(text, registry, unknown_names(told)):
            known = registry.get(one.id) if one.id else None
            rows.append(
                {
                    "actor": one.name,
                    "id": one.id,
                    "fits": one.fits,
                    "how": one.how,
                    "kind": known.kind if known else None,
                    "side": registry.side(known.id) if known else None,
                    "claims": counted.get(one.id or one.name, 0),
                }
            )
        best = {how: place for place, how in enumerate(HOW)}
        return sorted(rows, key=lambda row: (best[row["how"]], -row["claims"]))

    def actor(self, name: str, at: Time = None, known: Time = None) -> Row:
        """All that is known of one actor, by its id or name; docs/actors.md has the shape."""
        day, registry = at_of(at), self._registry
        found = identity(name, registry, self.path)
        told = self._counted(at, known)
        naming = [one for one in told if found in {a.id for a in parties(one)}]
        published = [one.known for one in naming if one.known]
        tied = [one for one in ties(told, registry, day) if found in (one.actor.id, one.target.id)]
        return sheet(found, registry, day) | {
            "told": [tie_row(one) | {"says": in_words(one)} for one in tied],
            "claims": [one.claim.id for one in naming],
            "first": instant(min(published, default=None)),
            "last": instant(max(published, default=None)),
            "rows": [row for row in self.actor_entries() if found in (row["about"], row["into"])],
        }

    def add_actor(self, entry: Entry) -> int:
        """Put down an actor, or more about one; the case revision that it makes.

        Raises WrongCall for what cannot be.
        """
        return self._put(checked(entry, self._registry, self.path))

    def merge_actors(self, name: str, into: str, why: str, user: str, source: str = "") -> int:
        """Make an id, or a name of the claims, one actor with another."""
        about, called_, head = merging(name, into, self.told(), self._registry, self.path)
        return self._put(Entry("merge", about, source, why, user, now(), into=head, name=called_))

    def undo_actor_entry(self, number: int, why: str, user: str) -> int:
        """Take back a row; an undo, taken back, lets the row count again."""
        taking_back(number, self._file.entries(), self.path)
        return self._put(Entry("undo", str(number), "", why, user, now()))

    def actor_entries(self) -> list[Row]:
        """Every row that users added about actors, the first first."""
        entries = self._file.entries()
        return [entry_row(one, entries) for one in entries]

    def _put(self, entry: Entry) -> int:
        revision = self._file.add_entry(replace(entry, made=now()))
        self._derive()
        return revision

    def _counted(self, at: Time, known: Time) -> list[Told]:
        day = at_of(at)
        return [one for one in known_by(self.told(), known_of(known)) if begun(one, day)]


def called(row: Row) -> str:
    """The key of a listed actor among the ties."""
    return str(row["id"] or f"name:{fold(row['actor'])}")


def parties(told: Told) -> tuple[ActorName, ...]:
    return (*told.claim.actor, *told.claim.target, *told.claim.said_by)


def in_words(tie: Tie) -> str:
    """As in "Turkey backs Syrian opposition (3 claims, first 2024-11-27, by Meridian)"."""
    count = len(tie.claims)
    first = f", first {tie.first:%Y-%m-%d}" if tie.first else ""
    denied = f"; {len(tie.denied)} deny it" if tie.denied else ""
    return f"{tie.says} ({count} claim{'s' * (count > 1)}{first}, by {', '.join(tie.by)}{denied})"


def now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
