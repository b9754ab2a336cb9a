"""Claims of one happening brought together; none is lost, none overwritten."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from orontes.events.coherence import strands
from orontes.events.groups import Group, grouped, makes_event, may_deny
from orontes.events.index import Index
from orontes.events.known import known_by
from orontes.events.linking import NONE, Links
from orontes.events.merge import event_of
from orontes.events.piece import Piece, pieces
from orontes.events.quarters import Names, towns_of
from orontes.events.sides import Sides, Unsided
from orontes.events.strand import Strand, exactness
from orontes.events.weigh import gap, weigh
from orontes.model.event import Event
from orontes.model.told import Told
from orontes.vocabulary.load import table


def join(
    told: Iterable[Told],
    known: datetime | None = None,
    registry: Sides | None = None,
    links: Links = NONE,
) -> list[Event]:
    """The events that the claims known by then tell of, by day, then by first report.

    Claims of a report are gathered first by what they tell of; then each report's account joins
    the event for which most speaks: kind, place as exactly as it is told, days, parties, figures
    (vocabulary/joining.toml says how much). Only events near in place and time are compared.
    What analysts merged or split goes before all that (``links``).
    """
    sides = registry or Unsided()
    counted = [one for one in known_by(told, known) if makes_event(one) or may_deny(one)]
    towns = towns_of(counted)
    found = (
        strand
        for group, claims in grouped(counted).items()
        for strand in joined(claims, group, sides, towns, links)
    )
    return sorted((event_of(one, sides) for one in links.gathered(found)), key=chronological)


def joined(
    told: Sequence[Told], group: Group, sides: Sides, towns: Names, links: Links
) -> list[Strand]:
    """The events of one group of kinds, with the denials that speak against them."""
    index = Index()
    happened = (one for one in told if makes_event(one))
    accounts = by_report(pieces(happened, group, sides, towns), links)
    for account in sorted(links.gathered(accounts), key=exactness):
        number = best(account, index, links)
        if number is None:
            index.add(account)
        else:
            index.join(number, account)
    for piece in pieces((one for one in told if may_deny(one)), group, sides, towns):
        deny(piece, index, links)
    return index.events


def by_report(told: Iterable[Piece], links: Links) -> list[Strand]:
    reports: defaultdict[str, list[Piece]] = defaultdict(list)
    for piece in told:
        reports[piece.told.root.id].append(piece)
    return [strand for report in reports.values() for strand in strands(report, links)]


def best(account: Strand, index: Index, links: Links) -> int | None:
    """The event for which most speaks, the nearest in time among equals; None for a new one."""
    weighed = []
    for number in index.near(account):
        weight = weigh(account, index.events[number])
        if links.part(account, index.events[number]):
            continue
        if weight is not None and weight >= table("joining")["weights"]["least"]:
            weighed.append((weight, -gap(account, index.events[number]), -number))
    return -max(weighed)[-1] if weighed else None


def deny(piece: Piece, index: Index, links: Links) -> None:
    """A denial stands against the events that it fits best."""
    account = Strand.of([piece], piece.group)
    weighed = {
        number: weight
        for number in index.near(account)
        if (weight := weigh(account, index.events[number])) is not None
        and not links.part(account, index.events[number])
    }
    for number, weight in weighed.items():
        if weight == max(weighed.values()):
            index.events[number].denied += piece.tellings


def chronological(event: Event) -> tuple[object, ...]:
    when = event.when
    day = (when and (when.latest or when.earliest)) or date.max
    return day, (when and when.earliest) or date.min, event.kind, event.id
