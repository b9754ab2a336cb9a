"""Control that starts from a table, and what follows from claims about more than one place."""

from datetime import date, timedelta

from telling import REGISTRY, told

from orontes.model.names import PlaceName
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.control import control, history
from orontes.picture.course import beliefs

PROVINCE = PlaceName("Hama Governorate", "gn:hg", kind="admin1")
HOMS = PlaceName("Homs", "gn:homs", 34.7, 36.7, "settlement", "SY")
FOUGHT = told("capture", HOMS, "hts", "army", on="11-28", published="11-28")
"""Tells elsewhere that the two sides fight each other."""


class Ground:
    """Every town lies in the one province, but Homs."""

    def inside(self, place: PlaceName, unit: PlaceName) -> bool:
        return unit.id == "gn:hg" and place.name != "Homs"


def given(place: str, holder: str, lat: float | None = 35.0, lon: float | None = 36.7) -> Control:
    return Control(
        place=place, place_id=f"gn:{place.lower()}", lat=lat, lon=lon, country="SY", holder=holder,
        holder_name="", since=None, until=None, probability=1.0, contested=False,
        basis="initial", last_reported=None, known_at=None, claims=(), against=(), why="",
    )  # fmt: skip


def holders(place: str, *tellings: Told, start: str = "gov") -> list[tuple[str, date | None]]:
    rows = history([FOUGHT, *tellings], None, None, REGISTRY, [given(place, start)], Ground())
    return [(row.holder, row.since) for row in rows if row.place == place]


def test_a_claim_is_brought_to_the_tables_place_of_that_name() -> None:
    other = PlaceName("Hama", "gn:1", 35.1, 36.75, "settlement", "SY")
    taken = told("capture", other, "hts", on="12-05")
    (row,) = control([taken], None, None, REGISTRY, [given("Hama", "gov")])
    assert (row.place_id, row.holder) == ("gn:hama", "opposition")


def test_a_far_namesake_stays_where_it_is() -> None:
    other = PlaceName("Hama", "gn:1", 31.0, 36.7, "settlement", "JO")
    rows = control(
        [told("capture", other, "hts", on="12-05")], None, None, REGISTRY, [given("Hama", "gov")]
    )
    assert {row.place_id: row.holder for row in rows} == {"gn:1": "opposition", "gn:hama": "gov"}


def test_who_leaves_a_whole_province_leaves_its_towns() -> None:
    left = [
        told("withdraw", PROVINCE, "army", on="12-05", extent="whole", outlet=outlet)
        for outlet in ("A", "B", "C")
    ]
    assert holders("Salamiyah", *left)[-1][0] != "gov"
    rows = history([FOUGHT, *left], None, None, REGISTRY, [given("Homs", "gov")], Ground())
    assert [row.holder for row in rows if row.place == "Homs"][-1] == "opposition"


def test_villages_of_a_province_are_not_the_province() -> None:
    some = told("capture", PROVINCE, "hts", on="12-05", words="took 20 villages of the province")
    assert holders("Salamiyah", some) == [("gov", None)]


def test_a_province_taken_as_a_whole_does_not_tell_the_day_of_each_town() -> None:
    whole = told("capture", PROVINCE, "hts", on="12-05", extent="whole", outlet="B")
    assert holders("Salamiyah", whole) == [("gov", None), ("opposition", None)]


def test_who_wins_a_place_back_had_lost_it() -> None:
    back = told("capture", "Hama", "army", on="12-05", words="recaptured")
    assert holders("Hama", back) == [
        ("gov", None),
        ("opposition", None),
        ("gov", date(2024, 12, 5)),
    ]


def test_the_first_fighting_dates_the_loss_that_a_withdrawal_implies() -> None:
    clash = told("advance", "Hama", "hts", on="12-02", published="12-02")
    gone = told("withdraw", "Hama", "hts", on="12-05", outlet="B")
    assert holders("Hama", clash, gone)[1] == ("opposition", date(2024, 12, 2))


def test_a_recapture_told_twice_is_one() -> None:
    first = told("capture", "Hama", "army", on="12-05", words="recaptured")
    again = told("capture", "Hama", "army", on="12-07", words="recaptured", outlet="B",
                 published="12-07")  # fmt: skip
    assert holders("Hama", first, again) == holders("Hama", first)


def test_a_fall_to_nobody_named_is_to_the_one_foe() -> None:
    assert holders("Hama", told("capture", "Hama", on="12-05"))[-1] == (
        "opposition",
        date(2024, 12, 5),
    )


def near(name: str, km: float) -> PlaceName:
    return PlaceName(name, f"gn:{name.lower()}", 35.0 + km / 111, 36.7, "settlement", "SY")


def sureness(*tellings: Told) -> float:
    rows = control(tellings, None, None, REGISTRY, [given("Hama", "gov")])
    return next(row.probability for row in rows if row.place == "Hama")


def test_a_silent_place_is_less_sure_among_places_that_its_foe_holds() -> None:
    around = [told("capture", near(f"T{n}", n), "hts", on="12-05") for n in range(2, 7)]
    far = [told("capture", near(f"T{n}", n), "hts", on="12-05") for n in range(200, 205)]
    assert sureness(*around) < sureness(*far) == sureness()


def test_belief_is_told_in_parts_that_follow_one_another() -> None:
    around = [
        told("capture", near(f"T{n}", n), "hts", on=f"12-0{n}", published=f"12-0{n}")
        for n in range(2, 8)
    ]
    parts = [
        row
        for row in beliefs([FOUGHT, *around], timedelta(1), None, REGISTRY, [given("Hama", "gov")])
        if row.place == "Hama"
    ]
    assert len(parts) > 1
    assert [row.until for row in parts[:-1]] == [row.since for row in parts[1:]]
    assert [row.probability for row in parts] == sorted(
        (row.probability for row in parts), reverse=True
    )
