"""What frames and the trained reader make of a sentence together."""

from orontes.claims.joined import NEW, OTHER, judge
from orontes.encoder.predicates import Predicate
from orontes.model.claim import Claim


def claim(kind: str, start: int, end: int) -> Claim:
    return Claim("r", kind, 0, 200, "", (start, end))


def test_a_predicate_that_no_frame_tells_is_added() -> None:
    seen = [Predicate(10, 15, "strike.air", NEW + 0.1)]
    assert judge([], seen).added == seen


def test_an_unlikely_predicate_is_not() -> None:
    assert judge([], [Predicate(10, 15, "strike.air", NEW - 0.1)]).added == []


def test_what_a_frame_tells_is_told_once() -> None:
    told = claim("strike.air", 10, 15)
    judged = judge([told], [Predicate(20, 27, "strike.air", 0.99)])
    assert judged.kept == [told] and judged.added == []


def test_the_same_kind_far_off_is_another_claim() -> None:
    seen = [Predicate(150, 157, "strike.air", 0.99)]
    assert judge([claim("strike.air", 10, 15)], seen).added == seen


def test_a_frame_gives_way_where_its_word_surely_means_something_else() -> None:
    told = claim("territory.capture", 10, 15)
    seen = [Predicate(10, 15, "custody.detain", OTHER + 0.2)]
    judged = judge([told], seen)
    assert judged.kept == [] and judged.added == seen


def test_a_word_may_carry_two_kinds() -> None:
    told = claim("toll.killed", 10, 16)
    seen = [Predicate(10, 16, "toll.killed", 0.5), Predicate(10, 16, "civilians.attack", 0.75)]
    judged = judge([told], seen)
    assert judged.kept == [told] and judged.added == seen[1:]
