"""Who fled, came back or was taken out: flows apart from stocks; relief as claimed."""

from counting import ACTORS, counted, ends
from telling import instant, told, town

from orontes.model.told import Told
from orontes.model.toll import Displaced
from orontes.picture.toll import displaced, relief

SINCE = "370,000 people have been displaced since 27 November"


def fled(number: object, on: str, *, words: str = SINCE, **more: object) -> Told:
    return counted(
        number, more.pop("place", None), "11-27", to=on, published=on, kind="movement.flee",
        cumulative=True, words=words, **more,
    )  # fmt: skip


def moves(*claims: Told, **more: object) -> list[Displaced]:
    return displaced(claims, registry=ACTORS, **more)


def people(found: Displaced) -> tuple[int, int, int | None]:
    assert found.people is not None
    return ends(found.people)


def test_the_later_flow_of_the_un_stands_whichever_office_tells_it() -> None:
    (found,) = moves(fled(280_000, "12-06", said_by="wfp"), fled(370_000, "12-07", said_by="un"))
    assert (people(found), found.measure) == ((370_000, 370_000, 370_000), "flow")
    assert found.sources == 1 and [each.stands for each in found.counters] == [True, False]


def test_independent_counters_of_one_flow_make_it_fair() -> None:
    (found,) = moves(fled(370_000, "12-07", said_by="un"), fled(300_000, "12-07", said_by="sohr"))
    assert people(found)[0] == 300_000 and people(found)[2] == 370_000
    assert found.grade == "fair"


def test_a_stock_is_never_put_with_a_flow() -> None:
    stock = counted(
        280_000, None, "12-06", kind="movement.flee", words="280,000 people are displaced",
        said_by="wfp",
    )  # fmt: skip
    found = moves(stock, fled(370_000, "12-07", said_by="sohr"))
    assert sorted((each.measure, people(each)[1]) for each in found) == [
        ("flow", 370_000),
        ("stock", 280_000),
    ]


def test_those_who_return_are_not_taken_from_those_who_fled() -> None:
    back = counted(
        20_000, None, "12-06", kind="movement.return", destination=town("Hama"), said_by="un"
    )
    found = moves(back, fled(370_000, "12-06", said_by="un"))
    assert {each.kind: people(each)[1] for each in found} == {
        "movement.flee": 370_000,
        "movement.return": 20_000,
    }


def test_in_a_week_is_a_total_of_those_days() -> None:
    words = "More than 115,000 people have been displaced in a week"
    week = counted((115_000, None), None, None, kind="movement.flee", words=words,
                   published="12-04", said_by="un")  # fmt: skip
    (found,) = moves(week, fled(370_000, "12-07", said_by="un"))
    assert people(found)[1] == 370_000


def test_families_are_no_count_of_people() -> None:
    families = counted(
        (200, 999), "Homs", qualifier="hundreds", kind="movement.flee", by="?families"
    )
    (found,) = moves(families)
    assert found.unit == "families" and "families" in found.why


def test_whence_whither_and_who_are_kept() -> None:
    (found,) = moves(
        counted(
            100_000,
            None,
            kind="movement.flee",
            by="?Kurds",
            origin=town("Tell Rifaat"),
            destination=town("Raqqa"),
            groups={"children": 40_000},
        )
    )
    assert found.origin == town("Tell Rifaat") and found.destination == town("Raqqa")
    assert found.who == ("Kurds",)
    assert [(part.group, part.bounds.best) for part in found.parts] == [("children", 40_000)]


def test_without_a_number_a_move_is_listed_all_the_same() -> None:
    (found,) = moves(told("movement.evacuate", "Homs", of="?patients", on="12-06"))
    assert found.people is None and found.why.startswith("patients were taken out")


def test_a_report_of_tomorrow_changes_no_answer_of_today() -> None:
    claims = [fled(280_000, "12-06", said_by="un"), fled(370_000, "12-07", said_by="un")]
    (then,) = moves(*claims, known=instant("12-06T23:59:59"))
    assert people(then)[1] == 280_000


def test_relief_says_who_blocks_what_and_who_denies_it() -> None:
    blocked = told("aid.block", "Homs", "syr-gov", "?aid convoys", "12-06", said_by="ocha")
    again = told("aid.block", "Homs", "syr-gov", "?aid convoys", "12-06", said_by="sohr")
    denial = told("aid.block", "Homs", "syr-gov", on="12-06", stance="denied", said_by="syr-gov")
    (found,) = relief([blocked, again, denial], registry=ACTORS)
    assert (found.kind, found.sources, found.what) == ("aid.block", 2, ("aid convoys",))
    assert [actor.id for actor in found.actor] == ["syr-gov"]
    assert found.denied_by == (denial.claim.id,)
