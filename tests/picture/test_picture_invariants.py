import random
import time
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from telling import REGISTRY, day, instant, told

from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.control import control, history
from orontes.picture.view import look

KINDS = ("capture", "handover", "withdraw", "hold", "clash", "contest", "advance", "encircle")
STANCES = ("asserted", "asserted", "attributed", "denied", "planned", "possible", "past")
DAYS = [f"12-{number:02}" for number in range(1, 10)]


@st.composite
def one_told(draw: st.DrawFn, stances: tuple[str, ...] = STANCES) -> Told:
    return told(
        draw(st.sampled_from(KINDS)),
        draw(st.sampled_from(("Hama", "Homs"))),
        draw(st.sampled_from(("hts", "army", "sdf", "?gunmen", None))),
        draw(st.sampled_from(("army", "hts", None))),
        draw(st.sampled_from([*DAYS, None])),
        published=draw(st.sampled_from([*DAYS, "12-05T10:00", None])),
        outlet=draw(st.sampled_from(("A", "B", "C", "D"))),
        said_by=draw(st.sampled_from((None, None, "sohr", "army", "hts"))),
        stance=draw(st.sampled_from(stances)),
    )


tellings = st.lists(one_told(), max_size=12, unique_by=lambda one: one.claim.id)
at_days = st.sampled_from([*DAYS, None])


def held(tellings: list[Told], at: str | None = None, known: str | None = None) -> list:
    return control(
        tellings, day(at) if at else None, instant(f"{known}T23:59:59") if known else None, REGISTRY
    )


@settings(max_examples=80, deadline=None)
@given(tellings, at_days, st.sampled_from(DAYS))
def test_what_is_published_later_never_counts(
    tellings: list[Told], at: str | None, known: str
) -> None:
    last = instant(f"{known}T23:59:59")
    before = [one for one in tellings if one.known and one.known <= last]
    assert held(tellings, at, known) == held(before, at, known)
    assert held(before, at) == held(tellings, at, known)


@settings(max_examples=80, deadline=None)
@given(tellings, at_days, st.randoms(use_true_random=False))
def test_the_order_of_input_changes_nothing(
    tellings: list[Told], at: str | None, shuffler: random.Random
) -> None:
    shuffled = list(tellings)
    shuffler.shuffle(shuffled)
    assert held(shuffled, at) == held(tellings, at)
    assert look(shuffled, None, None, REGISTRY) == look(tellings, None, None, REGISTRY)


@settings(max_examples=80, deadline=None)
@given(tellings)
def test_copies_move_no_belief(tellings: list[Told]) -> None:
    copies = [copied(one) for one in tellings if one.source.published]
    plain = [belief(row) for row in held(tellings, "12-09")]
    assert [belief(row) for row in held([*tellings, *copies], "12-09")] == plain


@settings(max_examples=80, deadline=None)
@given(tellings, st.lists(one_told(("planned", "possible", "hypothetical")), max_size=5))
def test_plans_never_change_the_answer(tellings: list[Told], plans: list[Told]) -> None:
    assert [belief(row) for row in held([*tellings, *plans], "12-09")] == [
        belief(row) for row in held(tellings, "12-09")
    ]


@settings(max_examples=80, deadline=None)
@given(tellings)
def test_spells_follow_one_another_and_carry_their_claims(tellings: list[Told]) -> None:
    known = {one.claim.id for one in tellings}
    spells = history(tellings, None, None, REGISTRY)
    for spell, after in pairwise(spells):
        if spell.place_id == after.place_id:
            assert after.since is None or spell.until == after.since
            assert spell.holder != after.holder
            assert None in (spell.since, after.since) or spell.since < after.since
    for spell in spells:
        assert 0.5 <= spell.probability <= 0.99
        assert spell.claims
        assert set(spell.claims) | set(spell.against) <= known
        assert not set(spell.claims) & set(spell.against) or spell.holder == "unknown"


@settings(max_examples=80, deadline=None)
@given(tellings, st.sampled_from(DAYS))
def test_the_spell_of_a_day_is_in_the_history(tellings: list[Told], at: str) -> None:
    spells = history(tellings, None, None, REGISTRY)
    for row in held(tellings, at):
        there = [spell for spell in spells if spell.place_id == row.place_id]
        begun = [spell.since or (before and before.until) for before, spell in led(there)]
        covering = [
            spell.holder
            for first, spell in zip(begun, there, strict=True)
            if (first is None or first <= day(at))
            and (spell.until is None or day(at) < spell.until)
        ]
        assert covering == [row.holder] or row.holder == "unknown"


def led(spells: list[Control]) -> list[tuple[Control | None, Control]]:
    """Each spell with the one before it; a spell that began on an unknown day follows that one."""
    return list(zip([None, *spells], spells, strict=False))


def belief(row: object) -> tuple[object, ...]:
    return row.place_id, row.holder, row.since, row.until, row.probability, row.contested


def copied(one: Told) -> Told:
    source = replace(
        one.source, id=f"copy of {one.source.id}", publisher="Copyist", published="2024-12-09"
    )
    claim = replace(one.claim, id=f"d{one.claim.id}", doc=source.id)
    return Told(claim, source, one.root)


def test_ten_thousand_claims_are_seen_within_seconds() -> None:
    draw = random.Random(3)

    def some_day() -> str:
        return f"{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"

    many = [
        told(
            draw.choice(KINDS),
            f"Town {draw.randint(1, 120)}",
            draw.choice(("hts", "army")),
            on=some_day(),
            published=some_day(),
            outlet=f"outlet {draw.randint(0, 40)}",
            report=str(number),
        )
        for number in range(10_000)
    ]
    start = time.perf_counter()
    assert len(control(many, None, None, REGISTRY)) == 120
    assert time.perf_counter() - start < 10
