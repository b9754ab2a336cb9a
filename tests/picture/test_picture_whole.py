"""What holds of every part of the picture, whatever is told: events, control, changes, ways,
positions. Of tolls: test_toll_invariants.py."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import REGISTRY, day, instant, told
from test_routes import GRAPH, NUMBER, POINTS, START, held, place

from orontes.events.join import join
from orontes.model.told import Told
from orontes.picture.changes import changes
from orontes.picture.control import history
from orontes.picture.positions import positions, routes
from orontes.picture.routes.captures import changed_ways
from orontes.picture.routes.connection import connection, standing
from orontes.picture.routes.siege import encirclement

GROUND = ("capture", "capture", "withdraw", "hold", "clash", "encircle")
SAID = ("statement.call", "statement.condemn", "relation.back")
WAYS = ("route.cut", "route.open", "route.threaten")
NEVER = ("denied", "planned", "possible", "hypothetical")
DAYS = [f"12-{number:02}" for number in range(1, 8)]
LAST = held("Gate", "army", "12-09")
"""Ends the time told of, so that no other claim moves it."""
Ask = Callable[[Sequence[Told], str], object]


@st.composite
def one(draw: st.DrawFn, stances: tuple[str, ...] = ("asserted", "attributed", "denied")) -> Told:
    kind = draw(st.sampled_from((*GROUND, *GROUND, *SAID, *WAYS)))
    names = draw(st.permutations(list(POINTS)))
    by, of = draw(st.sampled_from((("hts", "army"), ("army", "hts"), ("sdf", None), (None, None))))
    on = draw(st.sampled_from(DAYS))
    return told(
        kind,
        place(names[0]),
        by,
        of,
        on,
        published=draw(st.sampled_from([d for d in DAYS if d >= on])),
        outlet=draw(st.sampled_from(("A", "B", "C"))),
        said_by=draw(st.sampled_from((None, None, "sohr", "army"))),
        stance=draw(st.sampled_from(stances)),
        route=tuple(place(name) for name in names[:2]) if kind in WAYS else (),
    )


def listed(max_size: int) -> st.SearchStrategy[list[Told]]:
    return st.lists(one(), max_size=max_size, unique_by=lambda item: item.claim.id)


def end(known: str) -> object:
    return instant(f"{known}T23:59:59")


def sheets(tellings: Sequence[Told], known: str) -> object:
    now = standing(GRAPH, tellings, day("12-07"), end(known), REGISTRY)
    return (
        connection(now, NUMBER["Capital"], NUMBER["Port"]),
        [encirclement(now, number) for number in NUMBER.values()],
    )


ASKS: dict[str, Ask] = {
    "events": lambda t, known: join(t, end(known), REGISTRY),
    "history": lambda t, known: history(t, None, end(known), REGISTRY),
    "changes": lambda t, known: changes(t, None, None, end(known), REGISTRY),
    "told ways": lambda t, known: routes(t, None, end(known)),
    "derived ways": lambda t, known: changed_ways(GRAPH, t, None, None, end(known), REGISTRY),
    "sheets": sheets,
    "positions": lambda t, known: positions(t, None, end(known)),
}
asked = pytest.mark.parametrize("name", ASKS)


@asked
@settings(max_examples=40, deadline=None)
@given(tellings=listed(10), known=st.sampled_from(DAYS))
def test_a_report_changes_no_answer_for_a_time_before_it(
    name: str, tellings: list[Told], known: str
) -> None:
    case = [*START, *tellings]
    before = [item for item in case if item.known and item.known <= end(known)]
    assert ASKS[name](case, known) == ASKS[name](before, known)


@asked
@settings(max_examples=40, deadline=None)
@given(tellings=listed(10), shuffler=st.randoms(use_true_random=False))
def test_the_order_of_adding_never_matters(
    name: str, tellings: list[Told], shuffler: random.Random
) -> None:
    case = [*START, *tellings]
    shuffled = list(case)
    shuffler.shuffle(shuffled)
    assert ASKS[name](shuffled, "12-07") == ASKS[name](case, "12-07")


@settings(max_examples=60, deadline=None)
@given(listed(10))
def test_wires_printed_again_raise_nothing(tellings: list[Told]) -> None:
    case = [*START, *tellings, LAST]
    again = [*case, *(copy_of(item) for item in tellings)]
    assert beliefs(again) == beliefs(case)
    assert changed(again) == changed(case)
    plain, more = (
        [(e.kind, e.place, e.sources, e.confidence) for e in join(t, None, REGISTRY)]
        for t in (case, again)
    )
    assert more == plain


@settings(max_examples=60, deadline=None)
@given(listed(10), st.lists(one(("planned", "possible", "hypothetical")), max_size=6))
def test_plans_and_possibilities_take_no_place(tellings: list[Told], plans: list[Told]) -> None:
    case = [*START, *tellings, LAST]
    assert changed([*case, *plans]) == changed(case)
    assert beliefs([*case, *plans]) == beliefs(case)
    assert len(join([*case, *plans], None, REGISTRY)) == len(join(case, None, REGISTRY))


@settings(max_examples=60, deadline=None)
@given(st.lists(one(NEVER), max_size=8))
def test_denied_and_planned_claims_never_capture(tellings: list[Told]) -> None:
    case = [*START, *tellings]
    assert changes(case, None, None, None, REGISTRY) == []
    assert changed_ways(GRAPH, case, None, None, None, REGISTRY) == []
    assert {event.kind for event in join(case, None, REGISTRY)} <= {"territory.hold"}


@settings(max_examples=60, deadline=None)
@given(st.lists(one(NEVER), max_size=8))
def test_a_denied_capture_gives_no_place_to_the_one_who_did_not_take_it(
    tellings: list[Told],
) -> None:
    rows = history([*START, *tellings], None, None, REGISTRY)
    assert {row.holder for row in rows} <= {"gov", "unknown"}


def beliefs(case: list[Told]) -> list[tuple[object, ...]]:
    rows = history(case, None, None, REGISTRY)
    return [(r.place, r.holder, r.since, r.until, r.probability, r.contested) for r in rows]


def changed(case: list[Told]) -> list[tuple[object, ...]]:
    rows = changed_ways(GRAPH, case, None, None, None, REGISTRY)
    return [(r.state, r.places, r.actor, r.target, r.when, r.why) for r in rows]


def copy_of(item: Told) -> Told:
    source = replace(
        item.source, id=f"copy of {item.source.id}", publisher="Copyist", published="2024-12-09"
    )
    claim = replace(item.claim, id=f"d{item.claim.id}", doc=source.id)
    return Told(claim, source, item.root)
