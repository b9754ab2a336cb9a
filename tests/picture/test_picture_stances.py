"""Positions as a matrix and in time; ties that claims tell."""

from telling import REGISTRY, day, instant, told

from orontes.model.told import Told
from orontes.picture.control import control
from orontes.picture.positions import positions
from orontes.picture.stances import at_level, cells, stances, taken
from orontes.picture.ties import claimed_side, ties


def test_a_cell_counts_for_and_against_and_quotes_the_shortest_that_prevails() -> None:
    tellings = [
        told(
            "statement.condemn",
            by="egypt",
            of="israel",
            published="12-08",
            words="Egypt condemned Israel.",
        ),
        told(
            "statement.accuse", by="egypt", of="israel", published="12-09", words="It accused it."
        ),
        told("statement.consult", by="egypt", of="israel", published="12-10", words="They met."),
    ]
    (cell,) = cells(positions(tellings))
    assert (cell.actor.id, cell.target and cell.target.id, cell.balance) == ("egypt", "israel", -2)
    assert dict(cell.leanings) == {"against": 2, "talks": 1}
    assert (cell.quote, cell.publisher) == ("It accused it.", "Wire")
    assert (cell.first, cell.last) == (day("12-08"), day("12-10"))
    assert set(cell.claims) == {one.claim.id for one in tellings}


def test_ten_copies_of_a_wire_are_one_position() -> None:
    first = told("statement.condemn", by="egypt", of="israel", published="12-08")
    copies = [
        told(
            "statement.condemn",
            by="egypt",
            of="israel",
            published="12-08",
            outlet=f"O{n}",
            copy_of=first,
        )
        for n in range(9)
    ]
    (cell,) = cells(positions([first, *copies]))
    assert (cell.balance, len(cell.claims)) == (-1, 10)


def test_what_is_said_to_nobody_is_neither_for_nor_against() -> None:
    (cell,) = cells(positions([told("statement.reject", by="army", about="that it left")]))
    assert (cell.target, cell.balance) == (None, 0)


def test_a_pledge_of_support_is_for_its_target_and_another_is_not() -> None:
    support = told(
        "statement.pledge", by="iran", of="gov", about="support for it", published="12-01"
    )
    revenge = told("statement.pledge", by="hts", of="gov", about="revenge", published="12-02")
    found = {one.actor.id: one.leaning for one in positions([support, revenge])}
    assert found == {"iran": "for", "hts": "other"}


def test_a_turn_is_marked_on_the_day_of_the_first_other_stance() -> None:
    tellings = [
        told("statement.endorse", by="turkey", of="hts", published="12-01"),
        told("statement.consult", by="turkey", of="hts", published="12-02"),
        told("statement.condemn", by="turkey", of="hts", published="12-03"),
        told("statement.accuse", by="turkey", of="hts", published="12-04"),
        told("statement.endorse", by="turkey", of="hts", published="12-05"),
    ]
    shifts = [(one.day, one.shift) for one in stances(positions(tellings))]
    assert [day_ for day_, shift in shifts if shift] == [day("12-03"), day("12-05")]
    assert shifts[2][1] == "against"


def test_positions_from_a_day_on() -> None:
    tellings = [
        told("statement.call", by="un", about="calm", published="12-01"),
        told("statement.call", by="un", about="calm", published="12-05"),
    ]
    (one,) = taken(positions(tellings), None, None, day("12-03"))
    assert one.known is not None
    assert one.known.date() == day("12-05")


def test_at_the_level_of_sides_factions_speak_for_their_side() -> None:
    told_ = [
        told("statement.threaten", by=by, of="army", published="12-01") for by in ("hts", "sna")
    ]
    (cell,) = cells(at_level(positions(told_), REGISTRY, of_sides=True))
    assert (cell.actor.name, cell.balance) == ("opposition forces", -2)


def test_a_row_of_control_names_the_factions_that_its_claims_name() -> None:
    (row,) = control([told("capture", "Hama", "hts", "army", "12-05")], registry=REGISTRY)
    assert (row.holder, [one.id for one in row.factions]) == ("opposition", ["hts"])
    (row,) = control([told("capture", "Hama", "opposition", "army", "12-05")], registry=REGISTRY)
    assert row.factions == ()


def backing(outlet: str, published: str, **more: object) -> Told:
    return told("relation.back", by="turkey", of="sna", outlet=outlet, published=published, **more)


def test_a_tie_is_told_with_its_claims_origins_and_who_denies_it() -> None:
    claims = [
        backing("Wire", "12-01"),
        backing("Post", "12-02"),
        backing("Gazette", "12-03", stance="denied", said_by="turkey"),
        backing("Rumour", "12-03", stance="possible"),
    ]
    (tie,) = ties(claims, REGISTRY)
    assert (tie.says, len(tie.claims), tie.origins) == ("turkey backs sna", 2, 2)
    assert tie.by == ("Wire", "Post")
    assert tie.denied == (claims[2].claim.id,)
    (then,) = ties(claims, REGISTRY, known=instant("12-01T23:59:59"))
    assert (len(then.claims), then.denied) == (1, ())


def test_claims_of_two_origins_give_an_unknown_group_a_side() -> None:
    def joining(outlet: str, of: str = "hts", **more: object) -> Told:
        return told("relation.join", by="?Ghab Hawks", of=of, outlet=outlet, **more)

    first, second = joining("Wire"), joining("Post")
    group = "name:ghab hawks"
    assert claimed_side(group, ties([first], REGISTRY), REGISTRY, None) is None
    copy = joining("Echo", copy_of=first)
    assert claimed_side(group, ties([first, copy], REGISTRY), REGISTRY, None) is None
    side = claimed_side(group, ties([first, second], REGISTRY), REGISTRY, None)
    assert side is not None
    assert side.side == "opposition"
    assert set(side.claims) == {first.claim.id, second.claim.id}
    torn = [first, second, joining("Tass", of="army"), joining("Sana", of="army")]
    assert claimed_side(group, ties(torn, REGISTRY), REGISTRY, None) is None
