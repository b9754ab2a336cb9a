"""Claims with the actors that their case knows, whatever the reader knew when it read them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from orontes.actors.own import Own
from orontes.actors.resolve import day_of
from orontes.model.claim import Claim
from orontes.model.names import ActorName
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.model.when import days_of


def recognised(told: Sequence[Told], registry: Own) -> list[Told]:
    """The claims with the ids that the case's rows give; names stay as the reports wrote them.

    Names that the reader did not know get an id, ids that were made one become one. It mends the
    reading, so it holds at every ``known``.
    """
    return [replaced(one, registry) for one in told]


def replaced(told: Told, registry: Own) -> Told:
    claim = told.claim
    printed = told.source.published
    published = days_of(printed)[1] if printed else None
    here = [claim.place.country] if claim.place and claim.place.country else []
    party = partial(meant, registry=registry, here=here, on=day_of(claim) or published)
    mended: Claim = replace(
        claim,
        actor=tuple(map(party, claim.actor)),
        target=tuple(map(party, claim.target)),
        said_by=tuple(map(party, claim.said_by)),
    )
    return told if mended == claim else replace(told, claim=mended)


def meant(name: ActorName, registry: Own, here: Sequence[str], on: date | None) -> ActorName:
    known = registry.same(name.id) if name.id else registry.recognise(name.name, here, on)
    return name if known == name.id else replace(name, id=known)


def held_by(row: Control, registry: Own) -> Control:
    """A row of the initial table with its holder as the case knows it."""
    if row.holder.startswith("name:"):
        known = registry.recognise(row.holder_name, (), row.since)
    else:
        known = registry.same(row.holder)
    if known in (None, row.holder):
        return row
    side = registry.side(known, row.since)
    return replace(row, holder=side, holder_name=registry.name(side))
