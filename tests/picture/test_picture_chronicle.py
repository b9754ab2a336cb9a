from telling import REGISTRY, told

from orontes.events.known import known_by
from orontes.model.chronicle import Chronicle
from orontes.model.told import Told
from orontes.picture.chronicle import chronicle
from orontes.picture.control import history

HELD = told("hold", "Hama", "army", published="12-01T09:00", outlet="A")
SOHR = told(
    "capture", "Hama", "hts", on="12-04", published="12-04T09:00", outlet="B", said_by="sohr"
)
FALL = told("capture", "Hama", "hts", "army", "12-04", published="12-04T12:00", outlet="C")
LEFT = told(
    "withdraw", "Hama", "army", on="12-04", published="12-04T15:00", outlet="D", said_by="army"
)


def hama(*tellings: Told) -> Chronicle:
    spells = history(tellings, "gn:hama", None, REGISTRY)
    return chronicle(known_by(tellings, None), spells, REGISTRY)


def claims(found: Chronicle, number: int = -1) -> dict[str, str | None]:
    return {
        name: first.told.claim.id if first else None for name, first in found.turns[number].firsts()
    }


def test_a_monitor_relayed_by_two_agencies_is_one_voice() -> None:
    afp = told(
        "capture",
        "Hama",
        "hts",
        on="12-04",
        published="12-04T10:00",
        outlet="AFP",
        said_by="sohr",
    )
    bbc = told(
        "capture", "Hama", "hts", on="12-04", published="12-04T11:00", outlet="BBC", said_by="afp"
    )
    assert claims(hama(HELD, afp, bbc))["second"] is None
    assert claims(hama(HELD, afp, bbc, FALL))["second"] == FALL.claim.id


def test_a_copy_is_no_second_voice() -> None:
    again = told(
        "capture",
        "Hama",
        "hts",
        "army",
        "12-04",
        published="12-04T13:00",
        outlet="E",
        copy_of=FALL,
    )
    found = hama(HELD, FALL, again)
    assert claims(found) == {
        "said": FALL.claim.id,
        "denied": None,
        "second": None,
        "admitted": None,
    }
    assert len(found.sayings) == 3


def test_all_who_speak_for_the_winner_are_one_voice() -> None:
    boasts = [
        told(
            "capture",
            "Hama",
            "hts",
            "army",
            "12-04",
            published=f"12-04T0{hour}:00",
            outlet=outlet,
            said_by=who,
        )
        for hour, outlet, who in ((8, "E", "hts"), (9, "F", "sna"), (9, "G", "opposition"))
    ]
    assert claims(hama(HELD, *boasts, FALL))["second"] == FALL.claim.id


def test_the_loser_admits_by_telling_that_it_left() -> None:
    assert claims(hama(HELD, SOHR, FALL, LEFT))["admitted"] == LEFT.claim.id


def test_what_was_denied_before_anybody_said_it_is_another_rumour() -> None:
    early, late = (
        told(
            "capture",
            "Hama",
            "hts",
            on=day,
            published=f"{day}T10:00",
            outlet="E",
            said_by="army",
            stance="denied",
        )
        for day in ("12-02", "12-04")
    )
    assert claims(hama(HELD, early, SOHR, FALL))["denied"] is None
    assert claims(hama(HELD, early, SOHR, late, FALL))["denied"] == late.claim.id


def test_a_district_taken_is_listed_and_is_no_fall() -> None:
    part = told(
        "capture",
        "Hama",
        "hts",
        on="12-03",
        published="12-03T10:00",
        outlet="E",
        extent="part",
    )
    found = hama(HELD, part, FALL)
    assert claims(found)["said"] == FALL.claim.id
    assert "hts took it (part)" in [saying.says for saying in found.sayings]


def test_each_change_has_its_own_firsts() -> None:
    back = told("capture", "Hama", "army", "hts", "12-10", published="12-10T10:00", outlet="A")
    again = told("capture", "Hama", "hts", "army", "12-20", published="12-20T10:00", outlet="B")
    found = hama(HELD, FALL, LEFT, back, again)
    assert [turn.said.told.claim.id for turn in found.turns] == [
        FALL.claim.id,
        back.claim.id,
        again.claim.id,
    ]
    assert [turn.admitted is not None for turn in found.turns] == [True, False, False]


def test_an_undated_report_is_listed_last_and_is_no_first() -> None:
    undated = told("capture", "Hama", "hts", "army", "12-04", published=None, outlet="E")
    found = hama(undated, HELD, FALL)
    assert found.sayings[-1].told is undated
    assert claims(found)["said"] == FALL.claim.id
    assert claims(found)["second"] is None
