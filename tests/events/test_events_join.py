import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import REGISTRY, day, instant, told, town

from orontes.events.join import join
from orontes.model.names import PlaceName
from orontes.model.told import Told
from orontes.model.when import When

KINDS = ("capture", "handover", "withdraw", "clash", "killed", "call", "hold", "flee")
VIOLENCE = ("strike.air", "strike.shelling", "civilians.attack", "toll.injured")
PLACES = (
    "Hama",
    "Homs",
    None,
    town("Hama", facility="market"),
    PlaceName("Salihin"),
    PlaceName("Hama", "unit", 35.1, 36.9, "admin1", "SY"),
)
WORDS = ("so it was", "in the Salihin district of Hama it was so")
STANCES = ("asserted", "attributed", "denied", "planned", "possible", "hypothetical", "past")
DAYS = [f"12-{number:02}" for number in range(1, 10)]


@st.composite
def one_told(draw: st.DrawFn) -> Told:
    return told(
        draw(st.sampled_from((*KINDS, *VIOLENCE))),
        draw(st.sampled_from(PLACES)),
        draw(st.sampled_from(("hts", "sna", "army", "?gunmen", None))),
        draw(st.sampled_from(("army", "hts", None))),
        draw(st.sampled_from([*DAYS, None])),
        published=draw(st.sampled_from([*DAYS, None])),
        outlet=draw(st.sampled_from(("A", "B", "C"))),
        said_by=draw(st.sampled_from((None, "sohr", "army"))),
        stance=draw(st.sampled_from(STANCES)),
        killed=draw(st.sampled_from((None, 3, 20, 22))),
        words=draw(st.sampled_from(WORDS)),
    )


tellings = st.lists(one_told(), max_size=14, unique_by=lambda one: one.claim.id)


def events_of(*tellings: Told) -> list:
    return join(tellings, registry=REGISTRY)


def test_one_capture_told_by_three_outlets_is_one_event_of_three_sources() -> None:
    (event,) = events_of(
        told("capture", "Hama", "hts", "army", "12-05", outlet="A"),
        told("capture", "Hama", "opposition", on="12-05", outlet="B"),
        told("handover", "Hama", published="12-07", outlet="C"),
    )
    assert event.kind == "territory.capture"
    assert event.when == When.on(day("12-05"))
    assert (event.dated, event.sources, len(event.claims)) == (True, 3, 3)
    assert {actor.id for actor in event.actor} == {"hts", "opposition"}


def test_a_syndicated_copy_is_no_further_source() -> None:
    wire = told("capture", "Hama", "hts", on="12-05", outlet="A")
    copy = told("capture", "Hama", "hts", on="12-05", outlet="B", published="12-06", copy_of=wire)
    (event,) = events_of(wire, copy)
    assert event.sources == 1
    assert len(event.claims) == 2


def test_reports_that_credit_one_speaker_are_one_source() -> None:
    (event,) = events_of(
        told("capture", "Hama", "hts", on="12-05", outlet="A", said_by="sohr"),
        told("capture", "Hama", "hts", on="12-05", outlet="B", said_by="sohr"),
    )
    assert event.sources == 1


@pytest.mark.parametrize(
    "other",
    [
        told("capture", "Homs", "hts", on="12-05", outlet="B"),
        told("capture", "Hama", "army", on="12-05", outlet="B"),
        told("capture", "Hama", "hts", on="12-15", published="12-15", outlet="B"),
        told("clash", "Hama", "hts", on="12-05", outlet="B"),
        told("capture", town("Hama", facility="airport"), "hts", on="12-05", outlet="B"),
    ],
    ids=["another place", "another side", "another week", "another kind", "its airport"],
)
def test_what_differs_stays_apart(other: Told) -> None:
    assert len(events_of(told("capture", "Hama", "hts", on="12-05"), other)) == 2


def test_clashes_of_two_days_are_two_events_and_an_undated_one_joins_the_later() -> None:
    later = told("clash", "Hama", on="12-04", outlet="B")
    undated = told("clash", "Hama", published="12-04", outlet="C")
    first, second = events_of(told("clash", "Hama", on="12-03"), later, undated)
    assert first.claims != second.claims
    assert set(second.claims) == {later.claim.id, undated.claim.id}


def test_an_undated_claim_alone_is_dated_by_its_publication_and_says_so() -> None:
    (event,) = events_of(told("clash", "Hama", published="12-04"))
    assert not event.dated
    assert event.when == When(day("12-03"), day("12-04"), "range")


@pytest.mark.parametrize("stance", ["planned", "possible", "hypothetical", "denied"])
def test_what_is_not_said_to_have_happened_is_no_event(stance: str) -> None:
    assert events_of(told("capture", "Hama", "hts", on="12-05", stance=stance)) == []


def test_background_is_an_event_only_if_dated_to_the_month() -> None:
    vague = told("capture", "Hama", "army", on="1982-01-01", to="1982-12-31", stance="past")
    exact = told("capture", "Hama", "army", on="1982-02-01", to="1982-02-28", stance="past")
    assert events_of(vague) == []
    assert len(events_of(exact)) == 1


def test_a_judgement_of_what_it_means_is_no_event() -> None:
    assert events_of(told("statement.assess", "Hama", "hts", on="12-05")) == []


def test_a_denial_stands_beside_the_event_and_lowers_its_confidence() -> None:
    capture = told("capture", "Hama", "hts", on="12-04")
    denial = told("capture", "Hama", "hts", on="12-04", stance="denied", said_by="army")
    (event,) = events_of(capture, denial)
    assert event.denied_by == (denial.claim.id,)
    assert event.claims == (capture.claim.id,)
    assert event.confidence < events_of(capture)[0].confidence


def test_an_unresolved_place_is_joined_by_its_name() -> None:
    one = told("clash", PlaceName("Al-Qubayr"), on="12-05", outlet="A")
    other = told("clash", PlaceName("al-Qubayr’"), on="12-05", outlet="B")
    (event,) = events_of(one, other)
    assert event.place is not None
    assert event.place.id is None
    assert event.sources == 2


def test_figures_of_one_event_keep_the_lowest_low_and_the_highest_high() -> None:
    (event,) = events_of(
        told("killed", "Hama", on="12-05", outlet="A", published="12-05", killed=20),
        told("killed", "Hama", on="12-05", outlet="B", published="12-06", killed=(24, None)),
        told("killed", "Hama", on="12-05", outlet="A", published="12-07", killed=22),
    )
    assert event.count is not None
    assert (event.count.low, event.count.high) == (22, None)


def test_two_figures_of_one_report_are_two_events() -> None:
    one = told("killed", "Hama", on="12-05", killed=20)
    assert len(events_of(one, told("killed", "Hama", on="12-05", killed=3))) == 2


def test_a_running_total_is_not_the_toll_of_a_day() -> None:
    total = told("killed", "Hama", on="12-05", killed=20, cumulative=True, outlet="B")
    assert len(events_of(told("killed", "Hama", on="12-05", killed=20), total)) == 2


def test_calls_for_different_things_are_different_events() -> None:
    truce = told("call", by="un", on="12-05", about="an immediate ceasefire", outlet="A")
    again = told("call", by="un", on="12-05", about="a ceasefire", outlet="B")
    aid = told("call", by="un", on="12-05", about="access for convoys", outlet="B")
    assert sorted(len(event.claims) for event in events_of(truce, again, aid)) == [1, 2]


@settings(max_examples=60, deadline=None)
@given(tellings, st.randoms(use_true_random=False))
def test_the_order_of_input_changes_nothing(tellings: list[Told], shuffler: random.Random) -> None:
    shuffled = list(tellings)
    shuffler.shuffle(shuffled)
    assert events_of(*shuffled) == events_of(*tellings)


@settings(max_examples=60, deadline=None)
@given(tellings, st.sampled_from(DAYS))
def test_what_is_published_later_is_not_known(tellings: list[Told], last: str) -> None:
    known = instant(f"{last}T23:59:59")
    before = [one for one in tellings if one.known and one.known <= known]
    assert join(tellings, known, REGISTRY) == join(before, None, REGISTRY)


@settings(max_examples=60, deadline=None)
@given(tellings, tellings, st.sampled_from(DAYS))
def test_a_report_that_is_added_later_changes_nothing_known_before(
    tellings: list[Told], added: list[Told], last: str
) -> None:
    known = instant(f"{last}T23:59:59")
    ids = {one.claim.id for one in tellings}
    late = [
        one for one in added if one.claim.id not in ids and (one.known is None or one.known > known)
    ]
    assert join([*late, *tellings], known, REGISTRY) == join(tellings, known, REGISTRY)


@settings(max_examples=60, deadline=None)
@given(tellings)
def test_every_claim_that_tells_of_something_is_in_exactly_one_event(tellings: list[Told]) -> None:
    held = [claim for event in events_of(*tellings) for claim in event.claims]
    happened = {
        one.claim.id
        for one in tellings
        if one.claim.kind != "territory.hold"
        and (
            one.claim.stance in ("asserted", "attributed")
            or (one.claim.stance == "past" and one.claim.when)
        )
    }
    assert sorted(held) == sorted(happened)


@settings(max_examples=60, deadline=None)
@given(tellings.filter(bool))
def test_copies_never_add_a_source(tellings: list[Told]) -> None:
    sources = {event.id: event.sources for event in events_of(*tellings)}
    copies = [copied(one) for one in tellings if one.source.published]
    for event in events_of(*tellings, *copies):
        assert event.sources == sources[event.id]


def copied(one: Told) -> Told:
    source = replace(
        one.source, id=f"copy of {one.source.id}", publisher="Copyist", published="2024-12-20"
    )
    claim = replace(one.claim, id=f"d{one.claim.id}", doc=source.id)
    return Told(claim, source, one.root)


def test_ten_thousand_claims_are_joined_within_seconds() -> None:
    draw = random.Random(3)

    def some_day() -> str:
        return f"{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"

    many = [
        told(
            draw.choice(KINDS),
            draw.choice(("Hama", "Homs", "Idlib")),
            draw.choice(("hts", "army")),
            on=f"{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
            if draw.random() < 0.7
            else None,
            published=some_day(),
            outlet=f"outlet {draw.randint(0, 50)}",
            report=str(number),
            killed=draw.randint(1, 50),
        )
        for number in range(10_000)
    ]
    start = time.process_time()
    assert len(events_of(*many)) > 1000
    assert time.process_time() - start < 5
