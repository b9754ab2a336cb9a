"""A strike, whom it killed, and where exactly: one event."""

from dataclasses import replace

import pytest
from telling import REGISTRY, told, town

from orontes.events.join import join
from orontes.model.event import Event
from orontes.model.names import PlaceName
from orontes.model.told import Told

STRIKE = "strike.shelling"
BOMB = "strike.explosion"


def events_of(*tellings: Told) -> list[Event]:
    return join(tellings, registry=REGISTRY)


def test_the_killed_and_the_injured_belong_to_the_strike_that_hit_them() -> None:
    (event,) = events_of(
        told(STRIKE, "Hama", "army", on="12-05", outlet="A"),
        told("killed", "Hama", on="12-05", outlet="A", killed=12),
        told("toll.injured", "Hama", on="12-05", outlet="A", killed=30),
        told("killed", "Hama", on="12-05", outlet="B", killed=14),
    )
    assert event.kind == STRIKE
    assert event.count is not None and (event.count.low, event.count.high) == (12, 14)
    assert [kind for kind, _ in event.tolls] == ["toll.injured", "toll.killed"]


def test_the_toll_of_another_strike_stays_with_its_own() -> None:
    first, second = (
        [
            told(STRIKE, "Hama", "army", on=day, report=day),
            told("killed", "Hama", on=day, report=day, killed=killed),
        ]
        for day, killed in (("12-04", 4), ("12-05", 30))
    )
    late = told("killed", "Hama", published="12-06", outlet="B", killed=30)
    one, other = events_of(*first, *second, late)
    assert set(one.claims) == {told.claim.id for told in first}
    assert late.claim.id in other.claims


def test_differences_are_named_with_their_claims() -> None:
    mild = told("killed", "Hama", on="12-05", outlet="A", killed=12)
    grave = told("killed", "Hama", on="12-05", outlet="B", killed=(15, None))
    (event,) = events_of(told(STRIKE, "Hama", "army", on="12-05", outlet="A"), mild, grave)
    assert [
        (one.slot, one.values) for one in event.differences if one.slot.startswith("count")
    ] == [("count of toll.killed", (("12", (mild.claim.id,)), ("at least 15", (grave.claim.id,))))]


def test_accounts_that_agree_differ_in_nothing() -> None:
    (event,) = events_of(
        told(STRIKE, "Hama", "army", on="12-05", outlet="A"),
        told(STRIKE, "Hama", "army", on="12-05", outlet="B"),
    )
    assert event.differences == ()


def test_each_side_blames_the_other_for_one_strike_if_the_toll_is_the_same() -> None:
    def blamed(by: str, killed: int) -> list[Told]:
        words = f"{by} shelled Hama, killing {killed}"
        return [
            told(STRIKE, "Hama", by, on="12-05", outlet=by, words=words),
            told("killed", "Hama", on="12-05", outlet=by, killed=killed, words=words),
        ]

    (event,) = events_of(*blamed("army", 17), *blamed("hts", 17))
    assert "actor" in {one.slot for one in event.differences}
    assert len(events_of(*blamed("army", 17), *blamed("hts", 2))) == 2


@pytest.mark.parametrize(
    "place",
    [
        town("Hama", facility="market"),
        PlaceName("Salihin district"),
        PlaceName("Hama", "unit", 35.1, 36.9, "admin1", "SY"),
    ],
    ids=["a market in it", "its district", "its governorate, with the same toll"],
)
def test_a_place_told_more_or_less_exactly_is_one_event(place: PlaceName) -> None:
    words = "A car bomb in the Salihin district of Hama killed 12"
    (event,) = events_of(
        told(BOMB, "Hama", on="12-05", outlet="A"),
        told("killed", "Hama", on="12-05", outlet="A", killed=12),
        told(BOMB, place, on="12-05", outlet="B", words=words),
        told("killed", place, on="12-05", outlet="B", words=words, killed=12),
    )
    assert len(event.claims) == 4


def test_a_governorate_alone_is_no_town() -> None:
    unit = PlaceName("Hama", "unit", 35.1, 36.9, "admin1", "SY")
    assert (
        len(events_of(told(BOMB, "Hama", on="12-05"), told(BOMB, unit, on="12-05", outlet="B")))
        == 2
    )


def test_a_reprint_means_the_yesterday_of_its_original() -> None:
    original = told(STRIKE, "Hama", "army", on="12-04", published="12-05")
    reprint = told(
        STRIKE, "Hama", "army", on="12-05", published="12-06", outlet="B", copy_of=original
    )
    (event,) = events_of(original, reprint)
    assert event.when == original.claim.when
    assert event.sources == 1


def test_a_total_told_with_its_strike_is_the_toll_of_that_strike() -> None:
    words = "The death toll from Thursday's shelling of Hama has risen to 20"
    first = told(STRIKE, "Hama", on="12-05", outlet="A")
    again = told(STRIKE, "Hama", on="12-05", outlet="B", words=words)
    total = told("killed", "Hama", on="12-05", outlet="B", words=words, killed=20, cumulative=True)
    (event,) = events_of(first, again, total)
    assert event.count is not None and event.count.low == 20


def test_two_groups_killed_in_one_sentence_are_at_least_the_larger() -> None:
    words = "37 soldiers and dozens of rebels were killed in Hama"
    soldiers, rebels = (
        told("killed", "Hama", on="12-05", words=words, killed=killed, of=of)
        for killed, of in ((37, "army"), ((24, 99), "hts"))
    )
    (event,) = events_of(told("clash", "Hama", on="12-05", words=words), soldiers, rebels)
    assert event.count is not None and (event.count.low, event.count.high) == (37, None)


def test_the_exact_figure_of_a_report_stands_for_its_rounder_ones() -> None:
    exact = told("killed", "Hama", on="12-05", killed=25, words="Clashes leave 25 dead")
    round_one = told("killed", "Hama", on="12-05", killed=(20, None), words="more than 20 died")
    (event,) = events_of(exact, round_one)
    assert event.count is not None and (event.count.low, event.count.high) == (25, 25)


def test_calm_is_told_against_the_fighting_of_its_day_only() -> None:
    days = [told("clash", "Hama", on=day, report=day) for day in ("12-03", "12-05")]
    denial = told("clash", "Hama", on="12-05", stance="denied", said_by="army", report="d")
    quiet, denied = events_of(*days, denial)
    assert (quiet.denied_by, denied.denied_by) == ((), (denial.claim.id,))


def test_a_headline_has_the_day_of_its_report() -> None:
    report = {"published": "12-09", "outlet": "A"}
    headline = told(STRIKE, "Hama", words="Shells hit Hama", **report)
    sentence = told(STRIKE, "Hama", on="12-05", words="The army shelled Hama on Thursday", **report)
    other = told(STRIKE, "Hama", on="12-08", published="12-08", outlet="B")
    placed = replace(headline.claim, predicate=(0, 1))
    first, _ = events_of(replace(headline, claim=placed), sentence, other)
    assert set(first.claims) == {headline.claim.id, sentence.claim.id}
