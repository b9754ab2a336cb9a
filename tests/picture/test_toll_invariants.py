"""What no set of reports may break."""

from dataclasses import replace

from counting import ACTORS, counted, running, tolls
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import instant

from orontes.model.report import Source
from orontes.model.told import Told
from orontes.model.toll import Bounds, Toll
from orontes.picture.toll import displaced, sums

SPEAKERS = st.sampled_from(["sohr", "snhr", "syr-army", "sana", "ocha", "?residents", None])
STANCES = st.sampled_from([None, None, None, "denied", "possible"])


@st.composite
def claims(draw: st.DrawFn) -> Told:
    low = draw(st.integers(0, 60))
    high = draw(st.sampled_from([low, low + 5, None]))
    day = f"12-{draw(st.integers(1, 6)):02}"
    whom = draw(st.sampled_from(["people", "civilians", "fighters", "with civilians"]))
    groups = {whom: low} if whom in ("civilians", "fighters") else {}
    if whom == "with civilians":
        groups = {"civilians": draw(st.integers(0, low))}
    more = {"said_by": draw(SPEAKERS), "groups": groups, "report": str(draw(st.integers(0, 3)))}
    more["stance"] = draw(STANCES)
    if whom == "fighters":
        more["of"] = draw(st.sampled_from(["syr-army", "syr-opposition", "?terrorists"]))
    if draw(st.booleans()):
        return counted((low, high), draw(st.sampled_from(["Idlib", "Homs"])), day, **more)
    return running((low, high), day, **more)


REPORTS = st.lists(claims(), max_size=8, unique_by=lambda one: one.claim.id)


def every(found: list[Toll]) -> list[Bounds]:
    measures = [m for one in found for m in (one.killed, one.injured, one.missing) if m]
    inner = [part.bounds for measure in measures for part in measure.parts]
    mine = [measure.civilians for measure in measures if measure.civilians]
    return [*(measure.whole for measure in measures), *mine, *inner]


def fits(part: Bounds, whole: Bounds) -> bool:
    shut = part.high is not None and (whole.high is None or part.high <= whole.high)
    high = whole.high is None or shut
    return part.low <= whole.low and part.best <= whole.best and high


@settings(max_examples=150, deadline=None)
@given(REPORTS)
def test_low_is_at_most_best_at_most_high_and_parts_within_their_whole(told: list[Told]) -> None:
    found = tolls(*told)
    for bounds in every(found):
        assert 0 <= bounds.low <= bounds.best
        assert bounds.high is None or bounds.best <= bounds.high
    for measure in (one.killed for one in found if one.killed):
        assert measure.civilians is None or fits(measure.civilians, measure.whole)
        assert all(fits(part.bounds, measure.whole) for part in measure.parts)
    for total in sums(found, "side", ACTORS):
        assert total.killed.low <= total.killed.best


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_the_order_of_adding_never_matters(told: list[Told], dice: object) -> None:
    shuffled = list(told)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert tolls(*shuffled) == tolls(*told)
    assert displaced(shuffled) == displaced(told)


def standing(found: list[Toll]) -> list[object]:
    return [(one.scope, one.killed, one.grade, one.sources, one.flags, one.by) for one in found]


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_wires_printed_again_change_nothing(told: list[Told]) -> None:
    copies = [copy_of(one) for one in told]
    assert standing(tolls(*told, *copies)) == standing(tolls(*told))


def copy_of(one: Told) -> Told:
    source = Source(one.source.id + "copy", publisher="Echo", published="2024-12-20",
                    copy_of=one.source.id)  # fmt: skip
    claim = replace(one.claim, doc=source.id, id=one.claim.id + "copy")
    return Told(claim, source, one.root)


@settings(max_examples=60, deadline=None)
@given(REPORTS, REPORTS, st.integers(1, 6))
def test_a_later_report_changes_no_earlier_answer(
    told: list[Told], late: list[Told], day: int
) -> None:
    known = instant(f"12-{day:02}T23:59:59")
    after = [one for one in late if one.known and one.known > known]
    assert tolls(*told, *after, known=known) == tolls(*told, known=known)


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_denied_and_possible_counts_never_count(told: list[Told]) -> None:
    found = tolls(*told)
    never = {one.claim.id for one in told if one.claim.stance in ("denied", "possible")}
    for one in found:
        assert not never & {claim for row in one.counters for claim in row.claims}
    counted_only = tolls(*(one for one in told if one.claim.id not in never))
    assert [one.killed for one in found] == [one.killed for one in counted_only]
