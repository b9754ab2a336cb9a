"""What is supposed counts from its day, and every row that rests on it says so."""

from datetime import UTC, date, datetime

from telling import REGISTRY, told, town

from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.changes import changes
from orontes.picture.control import control, history

HOMS = town("Homs")
HELD = told("hold", HOMS, "army", on="12-03", published="12-03")
DENIED = [
    told("hold", HOMS, "army", on="12-09", published="12-09", outlet=outlet) for outlet in "ABCDEF"
]
RETAKEN = [
    told("capture", HOMS, "army", on="12-10", published="12-10", outlet=outlet) for outlet in "AB"
]


def supposed(holder: str = "opposition", day: date = date(2024, 12, 7)) -> Control:
    return Control(
        place="Homs", place_id="gn:homs", lat=35.0, lon=36.7, country="SY", holder=holder,
        holder_name="opposition forces", since=day, until=None, probability=1.0, contested=False,
        basis="supposed", last_reported=None, known_at=None, claims=(), against=(), why="",
    )  # fmt: skip


def homs(at: date, *tellings: Told, known: datetime | None = None) -> Control:
    rows = control([HELD, *tellings], at, known, REGISTRY, [supposed()])
    return next(row for row in rows if row.place == "Homs")


def test_what_is_supposed_holds_from_its_day_and_is_marked() -> None:
    row = homs(date(2024, 12, 7))
    assert (row.holder, row.since, row.basis) == ("opposition", date(2024, 12, 7), "supposed")
    assert row.why.startswith("supposed: Homs held by opposition forces from 7 December 2024")
    assert row.claims == () and row.last_reported is None


def test_before_its_day_the_reports_hold_and_the_end_is_marked() -> None:
    row = homs(date(2024, 12, 6))
    assert (row.holder, row.until, row.basis) == ("gov", date(2024, 12, 7), "reported")
    assert "supposed: Homs held by opposition forces from 7 December 2024" in row.why


def test_it_is_known_always() -> None:
    row = homs(date(2024, 12, 7), known=datetime(2024, 12, 4, tzinfo=UTC))
    assert row.holder == "opposition"


def test_reports_of_a_state_do_not_outweigh_it_but_a_later_capture_does() -> None:
    assert homs(date(2024, 12, 9), *DENIED).holder == "opposition"
    later = homs(date(2024, 12, 10), *DENIED, *RETAKEN)
    assert (later.holder, later.since) == ("gov", date(2024, 12, 10))


def test_changes_to_and_from_what_is_supposed_are_marked() -> None:
    rows = changes([HELD, *RETAKEN], None, None, None, REGISTRY, [supposed()])
    assert [(row.day, row.after) for row in rows] == [
        (date(2024, 12, 10), "Syrian government"),
        (date(2024, 12, 7), "opposition forces"),
    ]
    assert all("supposed: Homs" in row.supposed[0] for row in rows)


def test_no_neighbour_rests_on_it() -> None:
    near = told("hold", town("Rastan"), "army", on="12-08", published="12-08")
    plain = history([HELD, near], "gn:rastan", None, REGISTRY)
    assert plain == history([HELD, near], "gn:rastan", None, REGISTRY, [supposed()])
