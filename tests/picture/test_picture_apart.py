"""Between two days: what happened, and what is only believed otherwise."""

from datetime import UTC, date, datetime

from telling import REGISTRY, told, town

from orontes.model.told import Told
from orontes.picture.apart import Moment, apart

FOURTH = Moment(date(2024, 12, 4), datetime(2024, 12, 4, 23, 59, 59, tzinfo=UTC))
SIXTH = Moment(date(2024, 12, 6), datetime(2024, 12, 6, 23, 59, 59, tzinfo=UTC))
HELD = told("hold", town("Hama"), "army", on="12-03", published="12-03")
FOES = told("clash", town("Idlib"), "hts", "army", on="12-03", published="12-03")


def rows(*tellings: Told, judged: list[Told] | None = None) -> list[tuple[str, str | None, str]]:
    read = [HELD, FOES, *tellings]
    found = apart(read, read if judged is None else judged, FOURTH, SIXTH, REGISTRY)
    return [(row.how, row.before, row.after) for row in found]


def test_a_capture_after_the_first_day_is_a_change_of_the_world() -> None:
    fell = told("capture", town("Hama"), "hts", "army", on="12-05", published="12-05")
    assert rows(fell) == [("world", "Syrian government", "opposition forces")]


def test_a_capture_of_the_first_day_told_later_is_learnt() -> None:
    fell = told("capture", town("Hama"), "hts", "army", on="12-04", published="12-05")
    assert rows(fell) == [("learnt", "Syrian government", "opposition forces")]


def test_a_rumour_that_is_overruled_is_withdrawn() -> None:
    rumour = told("capture", town("Hama"), "hts", on="12-04", published="12-04", outlet="Rumour")
    against = [
        told("hold", town("Hama"), "army", on="12-04", published="12-05", outlet=outlet)
        for outlet in "ABCDE"
    ]
    assert rows(rumour, *against) == [("withdrawn", "opposition forces", "Syrian government")]


def test_what_a_judgement_rejects_is_corrected() -> None:
    fell = told("capture", town("Hama"), "hts", "army", on="12-05", published="12-05")
    assert rows(fell, judged=[HELD, FOES]) == [
        ("corrected", "opposition forces", "Syrian government")
    ]


def test_where_nothing_came_in_nothing_changed() -> None:
    assert rows() == []
