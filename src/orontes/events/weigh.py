"""How much speaks for two strands telling of one event (joining.toml, ``weights``)."""

from datetime import date

from orontes.events.known import length
from orontes.events.strand import Strand
from orontes.model.when import When
from orontes.vocabulary.load import table


def weigh(strand: Strand, event: Strand) -> int | None:
    """The sum of what agrees less what differs; None where they cannot be one event."""
    parts = (kinds, places, days, sides, matters, counts)
    total = 0
    for part in parts:
        found = part(strand, event)
        if found is None:
            return None
        total += found
    return total


def weight(name: str) -> int:
    return int(table("joining")["weights"][name])


def kinds(one: Strand, other: Strand) -> int | None:
    if not one.group.counting:
        return weight("same_kind")
    if not one.heads or not other.heads:
        return weight("same_kind" if not one.heads and not other.heads else "only_counted")
    if one.heads & other.heads:
        return weight("same_kind")
    if any(one.group.is_generic(a, b) for a in one.heads for b in other.heads):
        return weight("generic_kind")
    return weight("other_kind")


def places(one: Strand, other: Strand) -> int | None:
    near = one.nearness(other)
    if one.group.by == "actor":
        return {"same": 1, "part": 1, "apart": weight("elsewhere")}.get(near or "", 0)
    if near is None:
        return weight("no_place") if not one.spots and not other.spots else None
    if near == "apart" or (near != "same" and not one.group.parts):
        return None
    return weight(f"{near}_place")


def days(one: Strand, other: Strand) -> int | None:
    mine, its = one.when, other.when
    if mine is None or its is None:
        return 0 if mine is its else None
    both = one.dated and other.dated
    if not mine.overlaps(its, one.group.apart if both else 0):
        return None
    if both:
        if not mine.overlaps(its):
            return one.group.off_day
        return weight("same_day" if length(mine) == length(its) == 1 else "near_day")
    return weight("near_day") - min(gap(one, other), gap_before(one, other)) // max(
        1, one.group.lag
    )


def gap(one: Strand, other: Strand) -> int:
    """Days between the last days of two strands."""
    if one.when is None or other.when is None:
        return 0
    return abs((last(one.when) - last(other.when)).days)


def gap_before(one: Strand, other: Strand) -> int:
    """Days between the first days of two strands."""
    if one.when is None or other.when is None:
        return 0
    return abs((first(one.when) - first(other.when)).days)


def first(when: When) -> date:
    return when.earliest or when.latest or date.min


def last(when: When) -> date:
    return when.latest or when.earliest or date.max


def sides(one: Strand, other: Strand) -> int | None:
    """Parties that agree or differ; who fights whom may be told from either end."""
    if one.group.by == "actor":
        return 0
    if one.group.is_mutual(one.heads | other.heads):
        return party(one.parties, other.parties, one)
    done_by = party(one.actor, other.actor, one)
    if one.group.strict and not (one.actor and other.actor):
        return None if party(one.target, other.target, one) is None else done_by
    return done_by


def party(mine: frozenset[str], its: frozenset[str], one: Strand) -> int | None:
    if not mine or not its:
        return 0
    if mine & its:
        return weight("same_party")
    return None if one.group.strict else weight("other_party")


def matters(one: Strand, other: Strand) -> int | None:
    """What a statement is about: the same words, or not told."""
    if one.words and other.words and one.words.isdisjoint(other.words):
        return None
    return 0


def counts(one: Strand, other: Strand) -> int | None:
    if one.roots & other.roots and one.miscounts(other):
        return None
    return one.counted(other)
