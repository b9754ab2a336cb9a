"""How many were killed, by the rules of those who count."""

from collections.abc import Iterable
from dataclasses import dataclass

from orontes.export.material import Material
from orontes.model.count import Count
from orontes.model.event import Event
from orontes.vocabulary.load import table

KILLED = "toll.killed"


@dataclass(frozen=True, slots=True)
class Deaths:
    """GED's figures: ``low`` ≤ ``best`` ≤ ``high``; the parts sum to ``best``."""

    low: int
    best: int
    high: int
    civilians: int = 0


def killed(event: Event) -> Count | None:
    return dict(event.tolls).get(KILLED) or (event.count if event.kind == KILLED else None)


def figures(event: Event, material: Material) -> list[Count]:
    """Every figure of people killed that the event's claims give."""
    claims = (one.claim for one in material.told(event.claims))
    return [claim.count for claim in claims if claim.kind == KILLED and claim.count]


def conservative(event: Event, material: Material) -> int:
    """The lowest figure reported, vague words by ACLED's table; 0 where no death is told."""
    found = figures(event, material)
    if not found and (count := killed(event)):
        found = [count]
    return min((one_figure(count) for count in found), default=0)


def one_figure(count: Count) -> int:
    rules = table("exports")["acled"]["fatalities"]
    if count.low is None:
        return int(rules["some"])
    for word, pair in rules.items():
        if word != "some" and count.qualifier and word in count.qualifier and pair[0] == count.low:
            return int(pair[1])
    return count.low


def bounds(event: Event, material: Material) -> Deaths | None:
    """None if no figure of people killed is told; an open end counts as the other one."""
    whole = killed(event)
    if whole is None or (whole.low is None and whole.high is None):
        return None
    found = [whole, *figures(event, material)]
    low = min(ends(found, "low"), default=0)
    best = whole.low if whole.low is not None else low
    high = max([*ends(found, "high"), *ends(found, "low"), best])
    civil = civilians(event, found, best)
    return Deaths(low, best, high, civil)


def ends(counts: Iterable[Count], side: str) -> list[int]:
    return [end for count in counts if (end := getattr(count, side)) is not None]


def civilians(event: Event, found: Iterable[Count], best: int) -> int:
    """The civilians among the dead; all of them where violence was aimed at civilians alone."""
    if event.kind in table("exports")["ged"]["one_sided"]:
        return best
    told = [dict(count.groups).get("civilians", 0) for count in found]
    return min(best, max(told, default=0))
