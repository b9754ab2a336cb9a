"""A made war as a case file, without the reader: its claims are written as they are."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from bench.large.war import Read, Town, reports, towns
from orontes.actors.registry import Registry
from orontes.case import Case
from orontes.model.picture import Control
from orontes.reports.copies import shingles
from orontes.store.casefile import CaseFile

BATCH = 500
MADE = "2025-01-01T00:00:00Z"


def fill(path: Path, claims: int, places: int, seed: int = 0) -> Case:
    """A case of about so many claims; every other place is in its initial table."""
    file = CaseFile.create(path)
    file.add_initial(initial(towns(places, seed)[::2]), "made", MADE)
    for batch in batches(reports(claims, places, seed)):
        hashes = [(report.id, shingles(report.text)) for report, _ in batch]
        file.append(batch, MADE, hashes)
    return Case.open(path)


def batches(read: Iterator[Read]) -> Iterator[Sequence[Read]]:
    while batch := list(islice(read, BATCH)):
        yield batch


def initial(known: Sequence[Town]) -> list[Control]:
    registry = Registry.load()
    return [held(town, registry) for town in known]


def held(town: Town, registry: Registry) -> Control:
    place, side = town.place, registry.side(town.holder(0))
    assert place.id
    return Control(
        place=place.name,
        place_id=place.id,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        holder=side,
        holder_name=registry.name(side),
        since=None,
        until=None,
        probability=1.0,
        contested=False,
        basis="initial",
        last_reported=None,
        known_at=None,
        claims=(),
        against=(),
        why="given at the start",
    )
