"""Ten outlets with one agency's word are one source."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import REGISTRY, told

from orontes.events.join import join
from orontes.model.event import Event
from orontes.model.told import Told


def only(*tellings: Told) -> Event:
    (event,) = join(tellings, registry=REGISTRY)
    return event


def capture(outlet: str, **more: object) -> Told:
    return told("capture", "Hama", "hts", on="12-05", outlet=outlet, **more)


def test_what_a_monitor_told_one_agency_is_one_word_however_it_travels() -> None:
    event = only(
        capture("AFP", said_by="sohr"),
        capture("BBC", said_by=("sohr", "afp")),
        capture("Gazette", said_by="bbc"),
        capture("Courier", said_by="afp"),
        capture("Sohr Daily", said_by="sohr"),
    )
    assert event.sources == 1


def test_an_agency_on_its_own_word_is_a_source_beside_those_whom_it_credits() -> None:
    own = capture("AFP", report="own")
    assert only(own, capture("BBC", said_by="afp")).sources == 1
    assert only(own, capture("BBC", said_by=("sohr", "afp"))).sources == 2


def test_a_sentence_that_cites_somebody_through_an_agency_rests_on_him() -> None:
    words = "Rebels seized Hama, AFP reported, citing witnesses"
    cited = capture("BBC", said_by="afp", words=words)
    assert only(cited, capture("Gazette", said_by="?witnesses")).sources == 1


def test_all_that_a_report_says_rests_on_those_whom_it_credits() -> None:
    headline = capture("Gazette", report="1", words="Rebels take Hama")
    sentence = capture("Gazette", report="1", said_by="sohr", words="Rebels took Hama, SOHR said")
    assert only(headline, sentence, capture("Courier", said_by="sohr")).sources == 1


@pytest.mark.parametrize("name", ["AFP", "afp"])
def test_an_agency_is_the_same_as_publisher_and_as_speaker(name: str) -> None:
    assert only(capture(name), capture("BBC", said_by="afp")).sources == 1


OUTLETS = ("AFP", "BBC", "Gazette", "Courier")
CREDITS = (None, "sohr", "afp", "bbc", ("sohr", "afp"), "?witnesses", "army")
accounts = st.lists(
    st.tuples(st.sampled_from(OUTLETS), st.sampled_from(CREDITS)), min_size=1, max_size=6
)


@settings(max_examples=80, deadline=None)
@given(accounts, st.lists(st.integers(0, 5), min_size=1, max_size=8))
def test_duplicate_wires_never_raise_the_number_of_origins(
    given_accounts: list[tuple[str, object]], again: list[int]
) -> None:
    first = [
        capture(outlet, said_by=credit, report=str(number))
        for number, (outlet, credit) in enumerate(given_accounts)
    ]
    wires = [
        capture(
            f"Reprinter {number}",
            said_by=given_accounts[index % len(first)][1],
            published="12-06",
            copy_of=first[index % len(first)],
        )
        for number, index in enumerate(again)
    ]
    assert only(*first, *wires).sources == only(*first).sources


@settings(max_examples=80, deadline=None)
@given(accounts)
def test_there_are_never_more_origins_than_reports(
    given_accounts: list[tuple[str, object]],
) -> None:
    reports = [
        capture(outlet, said_by=credit if credit != ("sohr", "afp") else "sohr", report=str(n))
        for n, (outlet, credit) in enumerate(given_accounts)
    ]
    assert 1 <= only(*reports).sources <= len(reports)
