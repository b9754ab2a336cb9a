"""Whether the independent origins of made events were counted right."""

from collections import defaultdict
from collections.abc import Sequence

from bench.made.telling import AGENCIES, Made, Mention
from orontes.model.event import Event


def true_origins(reports: Sequence[Made]) -> dict[tuple[str, str], frozenset[str]]:
    """For each report (the original, if it is a reprint) and event those on whose word it rests."""
    roots = {report.id: report.copied or report.id for report in reports}
    outlets = {report.id: report.publisher for report in reports}
    credits: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for report in reports:
        for one in report.mentions:
            named = {one.credit.id} if one.credit else set()
            credits[report.id, one.happening.id] |= named
    return {
        (doc, event): frozenset(
            credits[roots[doc], event] or {AGENCIES.get(name := outlets[roots[doc]], name)}
        )
        for doc, event in list(credits)
    }


def counted_right(
    events: Sequence[Event], spoken: dict[str, Mention], docs: dict[str, str], made: Sequence[Made]
) -> float:
    """The share of events, of those that hold one true event's accounts only, whose ``sources``
    is the number of true origins."""
    origins = true_origins(made)
    right = pure = 0
    for event in events:
        told = [
            (docs[claim], spoken[claim].happening.id) for claim in event.claims if claim in spoken
        ]
        if len({happening for _, happening in told}) != 1:
            continue
        voices = frozenset[str]().union(*(origins[pair] for pair in told))
        pure += 1
        right += event.sources == len(voices)
    return right / pure if pure else 1.0
