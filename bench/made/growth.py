"""How the time of joining grows with the number of claims.

``python -m bench.made.growth [SIZE ...]``: perfect claims of many seeds, each seed's weeks after
those of the one before (a longer war) and then all in the same weeks (a denser one).
"""

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bench.made.happening import DAYS
from bench.made.perfect import perfect
from bench.made.report_card import told_of
from bench.made.telling import made
from orontes.actors.registry import Registry
from orontes.events.join import join
from orontes.model.report import Source
from orontes.model.told import Told
from orontes.model.when import When

SIZES = (1_000, 10_000, 100_000)


def told(size: int, apart: int) -> list[Told]:
    """That many claims, the seeds so many days apart."""
    found: list[Told] = []
    seed = 0
    while len(found) < size:
        _, reports = made(seed)
        claims = [claim for report in reports for claim in perfect(report)]
        found += [later(one, seed, seed * apart) for one in told_of(claims, reports)]
        seed += 1
    return found[:size]


def later(one: Told, seed: int, shift: int) -> Told:
    days = timedelta(shift)
    claim = one.claim
    when = claim.when and When(
        moved(claim.when.earliest, days), moved(claim.when.latest, days), claim.when.precision
    )
    name = f"{seed}:{claim.id}"
    claim = replace(claim, id=name, doc=f"{seed}:{claim.doc}", when=when)
    return Told(claim, shifted(one.source, seed, days), shifted(one.root, seed, days))


def moved(day: date | None, days: timedelta) -> date | None:
    return day + days if day else None


def shifted(source: Source, seed: int, days: timedelta) -> Source:
    assert source.published
    published = (datetime.fromisoformat(source.published) + days).isoformat(timespec="minutes")
    return replace(source, id=f"{seed}:{source.id}", published=published)


def row(size: int, apart: int) -> str:
    claims = told(size, apart)
    start = time.perf_counter()
    events = join(claims, registry=Registry.load())
    took = time.perf_counter() - start
    rate = f"{1e6 * took / size:.0f} µs a claim"
    return f"{size:8,} claims  {len(events):7,} events  {took:7.2f} s  {rate}"


def main(sizes: Sequence[int]) -> None:
    for name, apart in (("a longer war", DAYS), ("the same weeks", 0)):
        print(name)
        for size in sizes:
            print(" ", row(size, apart), flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
