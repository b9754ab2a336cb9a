from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from orontes.model.told import Told
from orontes.model.when import When, days_of

NEVER = datetime.max.replace(tzinfo=UTC)


def order(told: Told) -> tuple[datetime, str]:
    """By (known, id); undated reports come last."""
    return told.known or NEVER, told.claim.id


def known_by(told: Iterable[Told], known: datetime | None) -> list[Told]:
    """What had been published by ``known``, in order; without ``known`` undated reports count."""
    return sorted(
        (one for one in told if known is None or (one.known and one.known <= known)), key=order
    )


def published(told: Told) -> tuple[date, date] | None:
    """First and last day on which the report, or the one that it copies, may have appeared."""
    printed = told.root.published or told.source.published
    return days_of(printed) if printed else None


def span(told: Told, lag: int = 0) -> tuple[When | None, bool]:
    """The days that a claim tells of, and whether it dates itself.

    An undated claim, or one dated by context, tells of its days of publication and the ``lag``
    days before them. What has happened has happened by publication, so an open or later end is cut
    there.
    """
    when, days = told.claim.when, published(told)
    if when is None or when.precision == "context" or (when.earliest or when.latest) is None:
        return (When(days[0] - timedelta(lag), days[1], "range"), False) if days else (None, False)
    last = when.latest
    if days and (last is None or last > days[1]) and not (when.earliest or days[1]) > days[1]:
        last = days[1]
    return When(when.earliest, last, when.precision), True


def length(when: When) -> int:
    """Days in a span; a very large number if an end is open."""
    if when.earliest is None or when.latest is None:
        return 10_000
    return (when.latest - when.earliest).days + 1
