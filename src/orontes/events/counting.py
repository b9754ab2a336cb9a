"""The bounds that the accounts of an event give together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from orontes.events.known import NEVER, order
from orontes.events.origins import Voices
from orontes.model.count import Count
from orontes.model.told import Told


def counted(told: Sequence[Told], voices: Mapping[str, Voices]) -> Count | None:
    """Bounds over the latest figure of every voice: the lowest low, the highest high.

    A high that one of them leaves open stays open. Earlier figures of a voice are superseded.
    """
    latest: dict[Voices, list[Told]] = {}
    for one in sorted(told, key=lambda one: (one.root.known or NEVER, one.root.id, order(one))):
        if one.claim.count:
            same = latest.setdefault(voices[one.claim.id], [])
            if same and same[0].root.id != one.root.id:
                same.clear()
            same.append(one)
    figures = [of_report(same) for same in latest.values()]
    return bounded(figures) if figures else None


def of_report(told: Sequence[Told]) -> Count:
    """What one report counts: the number that fits all its figures, else at least the largest.

    Two figures of one sentence count two groups, as in "37 soldiers and dozens of rebels".
    """
    found = {(one.claim.count, one.claim.quote): one.claim.count for one in told}
    figures = list(dict.fromkeys(count for count in found.values() if count))
    if len(figures) == 1:
        return figures[0]
    apart = len({quote for _, quote in found}) == len(found)
    exact = [one for one in figures if one.low == one.high and all(fits(one, o) for o in figures)]
    if apart and exact:
        return exact[0]
    return replace(max(figures, key=lambda one: one.low or 0), high=None, qualifier=None)


def fits(exact: Count, other: Count) -> bool:
    number = exact.low or 0
    return (other.low or 0) <= number and (other.high is None or number <= other.high)


def bounded(figures: Sequence[Count]) -> Count:
    if all(figure == figures[0] for figure in figures):
        return figures[0]
    lows = [figure.low for figure in figures if figure.low is not None]
    highs = [figure.high for figure in figures]
    last = figures[-1]
    return Count(
        low=min(lows, default=None),
        high=None if None in highs else max(high for high in highs if high is not None),
        unit=last.unit,
        measure=last.measure,
        cumulative=last.cumulative,
    )
