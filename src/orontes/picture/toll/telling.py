"""Which claims count people at (``at``, ``known``), and for which stretch of time."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from orontes.events.known import known_by, length, published, span
from orontes.model.claim import Claim
from orontes.model.told import Told
from orontes.model.when import When
from orontes.picture.toll.rules import days, rules, says, words

COUNTS = ("asserted", "attributed")


def counting(
    told: Iterable[Told], kinds: Iterable[str], at: date | None, known: datetime | None
) -> list[Told]:
    """Claims of these kinds that count at (``at``, ``known``), in order of publication."""
    wanted = frozenset(kinds)
    return [
        one
        for one in known_by(told, known)
        if one.claim.kind in wanted and one.claim.stance in COUNTS and counted_by_then(one, at)
    ]


def counted_by_then(told: Told, at: date | None) -> bool:
    """A running total that reaches beyond the day is no count of that day."""
    when, _ = span(told)
    count = told.claim.count
    if at and count and count.cumulative and when and when.latest and when.latest > at:
        return False
    return begun(told, at)


def begun(told: Told, at: date | None) -> bool:
    when, _ = span(told)
    return at is None or when is None or when.earliest is None or when.earliest <= at


def is_running(told: Told) -> bool:
    """Whether a figure adds up several happenings rather than telling of one.

    "The toll rose to 15" is the newest figure of one incident; "since 27 November" is not.
    """
    claim, (when, dated) = told.claim, span(told)
    if claim.count is None or not claim.count.cumulative:
        return False
    long = dated and when is not None and length(when) > days("longest_incident")
    return claim.campaign is not None or long or says("campaign", claim.quote)


def is_period(told: Told) -> bool:
    """Whether a figure tells of a longer time than an incident lasts, or of "the past week"."""
    when, dated = span(told)
    if told.claim.count is None or is_running(told):
        return False
    own = told.claim.when
    closed = dated and own is not None and own.latest is not None and own.earliest is not None
    return back(told) > 1 or (
        closed and when is not None and length(when) > days("longest_incident")
    )


def back(told: Told) -> int:
    """Days before its report from which on a figure counts, by its words; else 0."""
    quote = told.claim.quote.casefold()
    return max((size for phrase, size in rules("spans").items() if phrase in quote), default=0)


def begin(told: Told) -> date | None:
    """The first day that a running total counts; None where it is not told."""
    when, dated = span(told)
    size, shown = back(told), published(told)
    if size and shown and not (dated and when and length(when) > 1):
        return shown[1] - timedelta(size)
    return when.earliest if dated and when else None


def until(told: Told) -> date | None:
    """The day of which a figure speaks: the last that it allows, else that of publication."""
    when, _ = span(told)
    shown = published(told)
    return (when and (when.latest or when.earliest)) or (shown[1] if shown else None)


def is_named(claim: Claim) -> bool:
    """Whether the sentence itself names the claim's place."""
    place = claim.place
    return place is not None and (place.name in claim.quote or bool(place.facility))


def tells_of_none(claim: Claim) -> bool:
    """As in "no civilians were killed", which counts nobody."""
    if claim.count is not None:
        return False
    quote = claim.quote.casefold()
    whom = [re.escape(actor.name.casefold()) for actor in claim.target] or [r"\w+"]
    return any(
        re.search(rf"\b{none} (?:{'|'.join(whom)})\b", quote) for none in words("none")
    ) or bool(re.search(r"\b(?:nobody|no one|no-one)\b", quote))


def spanning(told: Iterable[Told]) -> When | None:
    """From the first day to the last of several running totals."""
    told = list(told)
    ends = [day for one in told if (day := until(one))]
    starts = [day for one in told if (day := begin(one))]
    if not ends:
        return None
    first, last = min(starts, default=None), max(ends)
    return When(first, last, "day" if first == last else "range")
