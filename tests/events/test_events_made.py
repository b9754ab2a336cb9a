"""Made reports: enough of them, the same for a seed, and joined as they were made."""

from bench.made.perfect import perfect
from bench.made.report_card import card
from bench.made.score import b_cubed, pairwise
from bench.made.telling import made


def test_a_seed_always_makes_the_same_reports_and_enough_of_them() -> None:
    events, reports = made(7)
    assert made(7) == (events, reports)
    assert made(8)[1] != reports
    assert len(reports) >= 400
    assert len({one.happening.id for report in reports for one in report.mentions}) >= 120


def test_every_mention_stands_where_the_truth_says() -> None:
    _, reports = made(7)
    for report in reports:
        ends = [0, *(one.end for one in report.mentions)]
        assert all(m.start >= end for m, end in zip(report.mentions, ends, strict=False))
        for one in report.mentions:
            told = report.text[one.start : one.end]
            assert told == (one.text if one.role == "headline" else f"{one.text}.")


def test_perfect_claims_are_joined_as_they_were_told() -> None:
    _, reports = made(7)
    claims = [claim for report in reports for claim in perfect(report)]
    found = card(claims, reports)
    assert found.mentions == 1
    assert found.cubed.f1 > 0.95
    assert found.origins > 0.9


def test_scores_of_a_grouping_worked_out_by_hand() -> None:
    truth = {"a": "1", "b": "1", "c": "1", "d": "2"}
    found = {"a": "x", "b": "x", "c": "y", "d": "y"}
    assert pairwise(found, truth).precision == 1 / 2
    assert pairwise(found, truth).recall == 1 / 3
    assert b_cubed(found, truth).precision == (1 + 1 + 1 / 2 + 1 / 2) / 4
    assert b_cubed(found, truth).recall == (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4
    assert b_cubed(truth, truth).f1 == pairwise(truth, truth).f1 == 1
