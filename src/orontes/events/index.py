"""Events by place and day, so that a strand meets only its neighbours."""

from collections import defaultdict
from datetime import date, timedelta

from orontes.events.known import length
from orontes.events.spot import Key
from orontes.events.strand import Strand
from orontes.model.when import When

INDEXED = 62


class Index:
    """Where and when each event is; ``events`` are in the order in which they were founded."""

    def __init__(self) -> None:
        self.events: list[Strand] = []
        self._by_day: defaultdict[Key, defaultdict[date, set[int]]] = defaultdict(
            lambda: defaultdict(set)
        )
        self._long: defaultdict[Key, set[int]] = defaultdict(set)

    def add(self, strand: Strand) -> None:
        self.events.append(strand)
        self._file(len(self.events) - 1, strand)

    def join(self, number: int, strand: Strand) -> None:
        """The strand becomes part of an event, which is then found wherever the strand would be."""
        event = self.events[number]
        event.take(strand)
        self._file(number, strand)

    def _file(self, number: int, strand: Strand) -> None:
        for key in filed(strand):
            if strand.when is None or length(strand.when) > INDEXED:
                self._long[key].add(number)
                continue
            for day in days_in(strand.when):
                self._by_day[key][day].add(number)

    def near(self, strand: Strand) -> list[int]:
        """The numbers of the events that may be near it in place and time."""
        found: set[int] = set()
        for key in sought(strand):
            found |= self._long.get(key, set())
            days = self._by_day.get(key)
            if days is None:
                continue
            if strand.when is None or length(strand.when) > INDEXED:
                found.update(*days.values())
                continue
            for day in days_in(strand.when, strand.group.apart):
                found |= days.get(day, set())
        return sorted(found)


def filed(strand: Strand) -> list[Key]:
    if strand.group.by == "actor" or not strand.spots:
        return [placeless(strand)]
    keys = [key for spot in strand.spots for key in spot.files()]
    return [*keys, *areas(strand)]


def sought(strand: Strand) -> list[Key]:
    if strand.group.by == "actor" or not strand.spots:
        return [placeless(strand)]
    keys = {key for spot in strand.spots for key in spot.around()}
    wide = any(spot.reach for spot in strand.spots)
    return [*keys, *(areas(strand) if wide else ())]


def areas(strand: Strand) -> list[Key]:
    """An event of some area is sought by its country and the figures that it must share."""
    countries = {spot.country for spot in strand.spots if spot.country}
    figures = [(kind, count.low) for kind, counts in strand.figures.items() for count in counts]
    return [("figure", country, *figure) for country in countries for figure in figures]


def placeless(strand: Strand) -> Key:
    """Without a place, only the same voices telling the same are joined."""
    claim = strand.pieces[0].told.claim
    if strand.group.by == "actor":
        return ("actor", *sorted(strand.actor))
    voices = sorted(voice for piece in strand.pieces for voice in piece.told.voices)
    actors = sorted(actor.id or actor.name.casefold() for actor in claim.actor)
    count = claim.count and (claim.count.low, claim.count.high)
    return ("told", count, *voices, "by", *actors)


def days_in(when: When, slack: int = 0) -> list[date]:
    assert when.earliest
    first = when.earliest - timedelta(slack)
    return [first + timedelta(n) for n in range(length(when) + 2 * slack)]
