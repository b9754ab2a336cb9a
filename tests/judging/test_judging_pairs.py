"""Merges and splits that agree, and those that do not; the order of arrival never matters."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from orontes.events.linking import Links
from orontes.model.claim import Claim
from orontes.model.judgement import Anchor, Judgement, Verdict
from orontes.store.docket import docket

NAMES = [f"c_{letter}" for letter in "abcdef"]
CLAIMS = [
    Claim("r_1", "battle.clash", 0, 9, "words", (number, number + 1), id=name)
    for number, name in enumerate(NAMES)
]
START = datetime(2025, 1, 1, tzinfo=UTC)


def said(verdict: Verdict, names: list[str], minute: int) -> Judgement:
    anchors = tuple(Anchor(claim) for name in names for claim in CLAIMS if claim.id == name)
    return Judgement(
        names[0], verdict, "so", "maria", START + timedelta(minutes=minute), (), anchors
    )


words = st.lists(
    st.tuples(
        st.sampled_from(["merge", "split", "accept", "reject"]),
        st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True),
    ),
    max_size=8,
).map(
    lambda rows: [
        said(verdict, names if verdict in ("merge", "split") else names[:1], minute)
        for minute, (verdict, names) in enumerate(rows)
    ]
)


@given(words, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_the_order_of_arrival_never_matters(made: list[Judgement], draw: object) -> None:
    mixed = list(made)
    draw.shuffle(mixed)  # type: ignore[attr-defined]
    assert docket(mixed, CLAIMS) == docket(made, CLAIMS)


@given(words)
@settings(max_examples=200, deadline=None)
def test_what_is_together_is_never_apart(made: list[Judgement]) -> None:
    pairs = docket(made, CLAIMS).pairs
    links = Links.of(pairs.together, pairs.apart)
    assert all(links.sets[one] == links.sets[other] for one, other in pairs.together)
    assert all(links.sets[one] != links.sets[other] for one, other in pairs.apart)
    assert all(len(barred) == 2 for barred in links.barred)


@given(words)
@settings(max_examples=200, deadline=None)
def test_the_last_word_is_always_in_force(made: list[Judgement]) -> None:
    found = docket(made, CLAIMS).standings
    assert len(found) == len(made)
    assert not found or found[-1].state == "in force"


@given(words)
@settings(max_examples=100, deadline=None)
def test_undoing_the_last_word_is_as_if_it_had_not_been_said(made: list[Judgement]) -> None:
    if not made:
        return
    undo = Judgement(made[-1].id, "undo", "no", "omar", START + timedelta(days=1))
    with_undo, without = docket([*made, undo], CLAIMS), docket(made[:-1], CLAIMS)
    assert with_undo.pairs == without.pairs
    assert with_undo.standings[:-2] == without.standings
    again = Judgement(undo.id, "undo", "yes", "omar", START + timedelta(days=2))
    assert docket([*made, undo, again], CLAIMS).pairs == docket(made, CLAIMS).pairs


def test_a_third_claim_carries_a_contradiction() -> None:
    made = [
        said("merge", ["c_a", "c_b"], 1),
        said("merge", ["c_b", "c_c"], 2),
        said("split", ["c_a", "c_c"], 3),
    ]
    states = [one.state for one in docket(made, CLAIMS).standings]
    assert states == ["overruled", "in force", "in force"]
