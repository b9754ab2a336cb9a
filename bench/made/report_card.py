"""How well claims of made reports were joined, in one line."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.made.align import aligned
from bench.made.score import Score, b_cubed, pairwise
from bench.made.telling import Made, Mention
from bench.made.voices import counted_right
from orontes.actors.registry import Registry
from orontes.events.join import join
from orontes.model.claim import Claim
from orontes.model.event import Event
from orontes.model.told import Told
from orontes.reports.copies import roots, shingles


@dataclass(frozen=True, slots=True)
class Card:
    """``mentions`` is the share of true mentions with a claim in some event; ``denials`` the share
    of denying claims that stand at the event which they deny, ``origins`` that of events whose
    independent origins were counted right."""

    claims: int
    mentions: float
    pairs: Score
    cubed: Score
    denials: float
    origins: float

    def __str__(self) -> str:
        return (
            f"mentions read {self.mentions:.3f}  claims {self.claims}  pairwise {self.pairs}"
            f"  B³ {self.cubed}  denials placed {self.denials:.2f}"
            f"  origins right {self.origins:.2f}"
        )


def card(claims: Sequence[Claim], reports: Sequence[Made]) -> Card:
    events = join(told_of(claims, reports), registry=Registry.load())
    spoken = aligned(claims, reports)
    truth = {claim: mention.happening.id for claim, mention in spoken.items()}
    found = {claim: event.id for event in events for claim in event.claims}
    return Card(
        claims=len(found.keys() & truth.keys()),
        mentions=reached(claims, reports, found, spoken),
        pairs=pairwise(found, truth),
        cubed=b_cubed(found, truth),
        denials=denials(claims, events, truth),
        origins=counted_right(events, spoken, {one.id: one.doc for one in claims}, reports),
    )


def told_of(claims: Sequence[Claim], reports: Sequence[Made]) -> list[Told]:
    """The claims with their reports, copies linked as the case links them."""
    sources = {report.id: report.source for report in reports}
    links = roots([(report.source, shingles(report.text)) for report in reports])
    return [Told(one, sources[one.doc], sources[links.get(one.doc, one.doc)]) for one in claims]


def reached(
    claims: Sequence[Claim],
    reports: Sequence[Made],
    found: dict[str, str],
    spoken: dict[str, Mention],
) -> float:
    wanted = {(r.id, m.start) for r in reports for m in r.mentions if m.role != "denial"}
    joined = [one for one in claims if one.id in found and one.id in spoken]
    return len(wanted & {(one.doc, spoken[one.id].start) for one in joined}) / len(wanted)


def denials(claims: Sequence[Claim], events: Sequence[Event], truth: dict[str, str]) -> float:
    against: dict[str, list[Event]] = {}
    for event in events:
        for claim in event.denied_by:
            against.setdefault(claim, []).append(event)
    denied = [one.id for one in claims if one.stance == "denied" and one.id in truth]
    right = [one for one in denied if rightly(against.get(one, []), truth, truth[one])]
    return len(right) / len(denied) if denied else 1.0


def rightly(events: Sequence[Event], truth: dict[str, str], wanted: str) -> bool:
    """Whether each event, and there is one, holds a claim of the true one."""
    return bool(events) and all(
        any(truth.get(claim) == wanted for claim in event.claims) for event in events
    )
