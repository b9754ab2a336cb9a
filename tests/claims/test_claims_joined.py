"""What the trained reader adds to the frames' claims of a sentence."""

from orontes.claims.joined import added, least, sure
from orontes.encoder.predicates import Predicate
from orontes.model.claim import Claim


def claim(kind: str, start: int, end: int) -> Claim:
    return Claim("r", kind, 0, 200, "", (start, end))


def test_a_predicate_that_no_frame_tells_is_added() -> None:
    seen = [Predicate(10, 15, "strike.air", least("strike.air") + 0.1)]
    assert added([], seen) == seen


def test_an_unlikely_predicate_is_not() -> None:
    assert added([], [Predicate(10, 15, "strike.air", least("strike.air") - 0.1)]) == []


def test_who_holds_a_place_changes_only_where_the_reader_is_sure() -> None:
    assert least("territory.capture") > least("territory.hold") > least("strike.air")
    assert added([], [Predicate(10, 15, "territory.capture", 0.93)]) == []
    likely = [Predicate(10, 15, "territory.capture", 0.97)]
    assert added([], likely) == likely


def test_the_confidence_of_what_is_added_rises_with_the_score_and_is_never_full() -> None:
    for kind in ("territory.capture", "territory.hold", "battle.clash"):
        told = [sure(kind, score / 100) for score in range(int(least(kind) * 100) + 1, 101)]
        assert told == sorted(told) and told[0] > 0.4 and told[-1] < 0.85


def test_what_a_frame_says_of_ground_goes_before_another_reading_of_it() -> None:
    told = [claim("territory.capture", 10, 15)]
    assert added(told, [Predicate(16, 20, "territory.withdraw", 0.99)]) == []


def test_what_a_frame_tells_is_told_once() -> None:
    told = [claim("strike.air", 10, 15)]
    assert added(told, [Predicate(20, 27, "strike.air", 0.99)]) == []


def test_the_same_kind_far_off_is_another_claim() -> None:
    seen = [Predicate(150, 157, "strike.air", 0.99)]
    assert added([claim("strike.air", 10, 15)], seen) == seen


def test_a_word_that_a_frame_has_read_is_not_read_again() -> None:
    told = [claim("aid.block", 10, 17)]
    assert added(told, [Predicate(10, 17, "route.cut", 0.95)]) == []
