"""``python -m bench made-events`` and ``score-events``."""

import json
from collections.abc import Iterable
from pathlib import Path

from bench.made.perfect import perfect
from bench.made.report_card import card
from bench.made.telling import Made, Mention, made
from orontes.model.claim import Claim
from orontes.model.report import Report
from orontes.reading import read_report


def write(seed: int, folder: Path) -> str:
    """``reports.jsonl`` as ``orontes add`` reads it, and ``truth.jsonl``: sentence and event."""
    events, reports = made(seed)
    folder.mkdir(parents=True, exist_ok=True)
    rows = [
        {"id": r.id, "publisher": r.publisher, "published": r.published, "text": r.text}
        for r in reports
    ]
    truth = [truth_row(report, one) for report in reports for one in report.mentions]
    for name, lines in (("reports", rows), ("truth", truth)):
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in lines)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return f"{len(reports)} reports of {len(events)} events in {folder}"


def truth_row(report: Made, one: Mention) -> dict[str, object]:
    event = one.happening
    return {
        "doc": report.id,
        "start": one.start,
        "end": one.end,
        "event": event.id,
        "kind": event.kind,
        "place": event.town.id,
        "day": event.day.isoformat(),
        "role": one.role,
    }


def score(seeds: Iterable[int]) -> Iterable[str]:
    """For each seed, with read and with perfect claims, how much was read and how well joined."""
    for seed in seeds:
        events, reports = made(seed)
        yield f"seed {seed}: {len(reports)} reports of {len(events)} events"
        for name, reader in (("read", read_made), ("perfect", perfect)):
            claims = [claim for report in reports for claim in reader(report)]
            yield f"  {name:8}{card(claims, reports)}"


def read_made(report: Made) -> list[Claim]:
    return read_report(Report(report.source, report.text))
