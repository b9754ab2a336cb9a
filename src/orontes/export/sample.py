"""A blind coding sheet: claims to be checked against their sentences, in no order of ours."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import zip_longest
from typing import Any

from orontes.brief.wording import figure, span
from orontes.errors import WrongCall
from orontes.export.cells import table
from orontes.model.names import ActorName, PlaceName
from orontes.model.told import Told
from orontes.vocabulary.load import kinds

COLUMNS = """item claim kind of meaning quote actor target place from to when count said_by stance
verdict note""".split()
"""``of`` is how many claims of that stratum there are; the coder fills verdict and note."""
BY: dict[str, Callable[[Told], str]] = {
    "kind": lambda one: one.claim.kind,
    "group": lambda one: one.claim.kind.split(".")[0],
    "stance": lambda one: one.claim.stance,
    "publisher": lambda one: one.source.publisher or "",
}
Row = dict[str, Any]


def sheet(told: Sequence[Told], size: int, by: str = "kind") -> str:
    """CSV with ``size`` claims, as many of each stratum as there are, as evenly as that goes.

    Neither confidence, source nor the stratum's order tell the coder what to expect. The same
    claims give the same sheet. Raises WrongCall for what there is not.
    """
    if by not in BY:
        raise WrongCall(f"--by takes {', '.join(BY)}, not {by!r}")
    if size < 1:
        raise WrongCall("--n is how many claims to draw, 1 or more")
    strata = stratified(told, BY[by])
    drawn = list(evenly(list(strata.values())))[:size]
    rows = [
        row(number, one, len(strata[BY[by](one)]))
        for number, one in enumerate(sorted(drawn, key=shuffled), 1)
    ]
    return table(COLUMNS, rows)


def stratified(told: Sequence[Told], key: Callable[[Told], str]) -> dict[str, list[Told]]:
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for one in sorted(told, key=shuffled):
        found[key(one)].append(one)
    return dict(sorted(found.items()))


def shuffled(told: Told) -> str:
    """A fixed order that has nothing to do with what the claim says."""
    return sha256(f"sample {told.claim.id}".encode()).hexdigest()


def evenly(strata: Sequence[Sequence[Told]]) -> Iterator[Told]:
    for one_each in zip_longest(*strata):
        yield from (one for one in one_each if one is not None)


def row(number: int, told: Told, of: int) -> Row:
    claim = told.claim
    return {
        "item": number,
        "claim": claim.id,
        "kind": claim.kind,
        "of": of,
        "meaning": kinds().get(claim.kind, {}).get("meaning", ""),
        "quote": claim.quote,
        "actor": named(claim.actor),
        "target": named(claim.target),
        "place": place(claim.place),
        "from": place(claim.origin),
        "to": place(claim.destination),
        "when": span(claim.when).strip(),
        "count": figure(claim.count) if claim.count else "",
        "said_by": named(claim.said_by),
        "stance": claim.stance,
    }


def named(actors: Sequence[ActorName]) -> str:
    return "; ".join(actor.name for actor in actors)


def place(one: PlaceName | None) -> str:
    return one.name if one else ""
