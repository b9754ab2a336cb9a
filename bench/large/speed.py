"""How fast a large case answers: ``python -m bench.large.speed [CLAIMS ...] [--places N]``.

Of each size: loading the claims and computing one map from scratch; then, in the same process, the
map of other days at a known already asked, and at one never asked; and what adding one report costs
beside its reading. No reader is run but for that one report.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median, quantiles

from bench.large.case import fill
from bench.large.war import DAYS, FIRST
from orontes.case import Case
from orontes.model.report import Report, Source
from orontes.reading import read_report

SIZES = (10_000, 50_000, 200_000)
ASKED = 20
REPORT = "5 January 2025\n\nRebels captured {town} on Saturday. At least 12 people were killed.\n"


def timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def spread(times: list[float]) -> str:
    return f"p50 {median(times):.3f}, p95 {quantiles(times, n=20)[-1]:.3f} s"


def asked(case: Case, known: list[str | None], draw: Random) -> list[float]:
    days = [FIRST + timedelta(draw.randrange(DAYS)) for _ in known]
    return [
        timed(lambda day=day, then=then: case.control(day, then))  # type: ignore[misc]
        for day, then in zip(days, known, strict=True)
    ]


def some_known(draw: Random) -> str:
    start = datetime.combine(FIRST, datetime.min.time())
    return (start + timedelta(draw.randrange(DAYS), draw.randrange(86_400))).isoformat() + "Z"


def adding(path: Path, town: str) -> float:
    """Seconds of adding one report beside those of reading it."""
    file, text = path.with_suffix(".txt"), REPORT.format(town=town)
    file.write_text(text, encoding="utf-8")
    report = Report(Source("r", published="2025-01-05"), text)
    read_report(report)
    reading = timed(lambda: read_report(report))
    return timed(lambda: Case.open(path).add([file])) - reading


def measured(path: Path, claims: int, places: int) -> None:
    making = timed(lambda: fill(path, claims, places))
    print(f"{claims:,} claims on {places:,} places: made in {making:.0f} s")
    case, draw = Case.open(path), Random(0)
    loading = timed(case.told)
    scratch = loading + timed(lambda: case.control(date(2024, 6, 1)))
    print(f"  from scratch   {scratch:.2f} s, of which loading {loading:.2f}")
    again = asked(case, [None] * ASKED, draw)
    print(f"  another day    {spread(again)}; {median(again) / scratch:.3f} of from scratch")
    same = case.control(date(2024, 3, 1)), case.control(date(2024, 3, 1))
    repeated = [timed(lambda: case.control(date(2024, 3, 1))) for _ in range(ASKED)]
    assert same[0] == same[1]
    print(f"  the same day   {spread(repeated)}; {median(repeated) / scratch:.3f}")
    other = asked(case, [some_known(draw) for _ in range(ASKED)], draw)
    print(f"  another known  {spread(other)}; {median(other) / scratch:.3f}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    first, one = adding(path, "Hama"), adding(path, "Homs")
    print(f"  first report   {first:.2f} s beside its reading: all reports are linked")
    print(f"  one report     {one:.2f} s beside its reading; {one / scratch:.3f}")
    print(f"  memory         {memory:.2f} GB; file {path.stat().st_size / 1e6:.0f} MB", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.large.speed")
    parser.add_argument("sizes", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--places", type=int, default=5_000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for claims in args.sizes:
            measured(Path(folder) / f"{claims}.gpkg", claims, args.places)


if __name__ == "__main__":
    main()
