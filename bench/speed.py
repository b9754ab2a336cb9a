"""Reading speed as a share of the bare spaCy pipeline: same texts, one process, one core.

``python -m bench.speed [FILE.jsonl]``: rows with a "text"; the bundled dispatches by default.
"""

import json
import os
import sys
import time
from pathlib import Path

ROUNDS = 3


def texts(source: Path | None) -> list[str]:
    if source:
        lines = source.read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["text"] for line in lines if line.strip()]
    from orontes.demo import dispatches
    from orontes.model.report import Report
    from orontes.reports.gather import gather

    return [item.text for item in gather([dispatches()]) if isinstance(item, Report)]


def main() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    from orontes.claims.parse import pipeline
    from orontes.model.report import Report, Source
    from orontes.reading import read_report

    given = texts(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    words = sum(len(text.split()) for text in given)
    read_report(Report(Source("warm", published="2024-12-06"), given[0]))
    bare = ours = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for text in given:
            pipeline()(text)
        bare = min(bare, time.perf_counter() - start)
        start = time.perf_counter()
        for text in given:
            read_report(Report(Source("r", published="2024-12-06"), text))
        ours = min(ours, time.perf_counter() - start)
    print(
        f"{words} words; bare spaCy {words / bare:.0f} words/s; reading {words / ours:.0f} words/s"
    )
    print(f"reading speed {bare / ours:.2f} of the bare pipeline")


if __name__ == "__main__":
    main()
