"""Ways between places as reported, on a small war along a line of towns.

Port – Cross – Gate – Capital, with Hill north of Cross, joined to Port and Gate as well.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import REGISTRY, day, instant, told

from orontes.model.names import PlaceName
from orontes.model.told import Told
from orontes.model.ways import Connection, Encirclement
from orontes.picture.routes.captures import changed_ways
from orontes.picture.routes.connection import along, connection, standing
from orontes.picture.routes.graph import Graph, Link, Node
from orontes.picture.routes.siege import encirclement

POINTS = {
    "Port": (35.0, 35.9),
    "Cross": (35.0, 36.4),
    "Hill": (35.3, 36.4),
    "Gate": (35.0, 36.9),
    "Capital": (35.0, 37.4),
}
LINKS = [
    ("Port", "Cross", 50),
    ("Cross", "Gate", 50),
    ("Gate", "Capital", 50),
    ("Port", "Hill", 70),
    ("Hill", "Gate", 70),
    ("Cross", "Hill", 40),
]


def place(name: str) -> PlaceName:
    return PlaceName(name, f"gn:{name.lower()}", *POINTS[name], "settlement", "SY")


NODES = [Node(f"gn:{n.lower()}", *p, place(n), 100_000) for n, p in POINTS.items()]
NUMBER = {name: number for number, name in enumerate(POINTS)}
GRAPH = Graph(NODES, [Link(NUMBER[a], NUMBER[b], float(km)) for a, b, km in LINKS])


def held(name: str, by: str, on: str = "12-01", **more: object) -> Told:
    return told("hold", place(name), by, on=on, published=on, outlet=name, **more)


def fell(name: str, on: str, by: str = "hts", of: str = "army") -> Told:
    return told("capture", place(name), by, of, on, published=on, outlet=f"{name} fell")


START = [held(name, "army") for name in ("Port", "Cross", "Gate", "Capital", "Hill")]


def sheet(
    claims: list[Told], start: str, end: str, at: str, known: str | None = None
) -> Connection:
    last = instant(f"{known}T23:59:59") if known else None
    now = standing(GRAPH, claims, day(at), last, REGISTRY)
    return connection(now, NUMBER[start], NUMBER[end])


def siege(claims: list[Told], name: str, at: str) -> Encirclement:
    return encirclement(standing(GRAPH, claims, day(at), None, REGISTRY), NUMBER[name])


def stops(found: Connection, way: int = 0) -> list[str]:
    parts = found.ways[way].stretches
    return [parts[0].start.place.name, *(part.end.place.name for part in parts)]


def singles(found: Connection) -> list[str]:
    return [one.place.name for one in found.singles]


def test_the_shortest_way_keeps_to_own_ground_and_has_an_alternative() -> None:
    found = sheet(START, "Port", "Capital", "12-02")
    assert found.side == "gov" and [way.keeps for way in found.ways] == ["own"] * len(found.ways)
    assert stops(found) == ["Port", "Cross", "Gate", "Capital"] and found.ways[0].km == 150
    assert stops(found, 1) == ["Port", "Hill", "Gate", "Capital"]
    assert singles(found) == ["Gate"]


def test_a_fall_makes_the_connection_depend_on_what_is_left() -> None:
    found = sheet([*START, fell("Hill", "12-03")], "Port", "Capital", "12-03")
    assert singles(found) == ["Cross", "Gate"]
    assert all("Hill" not in stops(found, way) for way in range(len(found.ways)))


def test_where_own_ground_ends_the_way_tells_where_it_changes_hands() -> None:
    found = sheet([*START, fell("Gate", "12-03")], "Port", "Capital", "12-03")
    assert found.ways[0].keeps == "other" and found.singles == ()
    assert [s.end.place.name for s in found.ways[0].stretches if s.turns] == ["Gate", "Capital"]


def test_a_place_without_report_says_so_and_names_the_nearest() -> None:
    found = sheet([held("Port", "army"), held("Capital", "army")], "Port", "Capital", "12-02")
    gate = found.ways[0].stretches[1].end
    assert gate.place.name == "Gate" and gate.holder is None
    assert (gate.nearest, gate.nearest_holder) == ("Capital", "Syrian government")
    assert found.ways[0].stretches[1].last is None


def test_the_last_report_of_a_stretch_and_its_age() -> None:
    clash = told("clash", place("Cross"), "hts", "army", "12-04", published="12-04")
    first = sheet([*START, clash], "Port", "Capital", "12-06").ways[0].stretches[0]
    assert first.last
    assert (first.last.kind, first.last.place, first.last.age) == ("battle.clash", "Cross", 2)
    assert first.last.claim == clash.claim.id


def test_incidents_count_for_three_days_and_five_kilometres() -> None:
    midway = PlaceName("Midway", "gn:midway", 35.03, 36.15, "settlement", "SY")
    aside = PlaceName("Aside", "gn:aside", 35.2, 36.15, "settlement", "SY")
    near = told("clash", midway, "hts", "army", "12-04", published="12-04")
    off = told("clash", aside, "hts", "army", "12-04", published="12-04")
    for at, expected in (("12-04", (near.claim.id,)), ("12-06", (near.claim.id,)), ("12-07", ())):
        stretch = sheet([*START, near, off], "Port", "Cross", at).ways[0].stretches[0]
        assert stretch.incidents == expected, at


def test_curfews_mines_and_crossings_are_told() -> None:
    cross = place("Cross")
    more = {"on": "12-02", "published": "12-02"}
    curfew = told("access.restrict", cross, "army", words="a curfew was imposed", **more)
    mine = told("weapons.disrupt", cross, "army", words="cleared a minefield", **more)
    bridge = told("strike.air", cross, "army", words="planes hit the bridge", **more)
    found = sheet([*START, curfew, mine, bridge], "Port", "Cross", "12-03").ways[0].stretches[0]
    assert found.curfews == (curfew.claim.id,) and found.mines == (mine.claim.id,)
    assert found.crossings == (bridge.claim.id,)
    lifted = told("access.ease", cross, "army", on="12-03", published="12-03", words="curfew ended")
    after = sheet([*START, curfew, lifted], "Port", "Cross", "12-03").ways[0].stretches[0]
    assert after.curfews == ()


def test_a_cut_is_told_of_the_stretch_that_it_names_else_of_all_between() -> None:
    ends = (place("Port"), place("Capital"))
    more = {"on": "12-02", "published": "12-02"}
    near = told("route.cut", place("Gate"), "hts", route=ends, words="cut near Gate", **more)
    whole = told("route.cut", place("Port"), "hts", route=ends, words="cut", **more)
    parts = sheet([*START, near, whole], "Port", "Capital", "12-03").ways[0].stretches
    assert [near.claim.id in part.routes for part in parts] == [False, True, True]
    assert [whole.claim.id in part.routes for part in parts] == [True, True, True]


def test_what_was_published_later_does_not_count() -> None:
    late = [*START, told("capture", place("Gate"), "hts", "army", "12-03", published="12-09")]
    assert sheet(late, "Port", "Capital", "12-03", "12-05").ways[0].keeps == "own"
    assert sheet(late, "Port", "Capital", "12-03").ways[0].keeps == "other"


def test_a_road_is_followed_by_its_places() -> None:
    now = standing(GRAPH, START, day("12-02"), None, REGISTRY)
    found = along(now, [NUMBER[name] for name in ("Port", "Hill", "Gate")])
    assert stops(found) == ["Port", "Hill", "Gate"] and found.side is None


def changes(claims: list[Told]) -> list[tuple[str, list[str]]]:
    rows = changed_ways(GRAPH, claims, None, None, None, REGISTRY)
    assert all(row.basis == "graph" and row.claims for row in rows)
    return [(row.state, [p.name for p in row.places]) for row in rows]


def test_a_capture_threatens_cuts_and_opens() -> None:
    north = [held("Port", "army"), held("Cross", "army"), held("Capital", "army")]
    north += [held("Gate", "army"), held("Hill", "hts")]
    assert changes([*START, fell("Hill", "12-03")]) == [
        ("threaten", ["Port", "Gate"]),
        ("threaten", ["Port", "Capital"]),
        ("open", ["Hill", "Cross"]),
        ("open", ["Hill", "Port"]),
        ("open", ["Hill", "Gate"]),
    ]
    assert changes([*north, fell("Gate", "12-03")]) == [
        ("cut", ["Port", "Capital"]),
        ("cut", ["Cross", "Capital"]),
        ("open", ["Gate", "Capital"]),
    ]


def test_what_is_denied_or_planned_opens_nothing() -> None:
    for stance in ("denied", "planned", "possible", "hypothetical"):
        claim = told("capture", place("Hill"), "hts", "army", "12-03", stance=stance)
        assert changes([*START, claim]) == []


def test_encirclement_is_bounded_by_what_is_told_and_stands_beside_the_claim() -> None:
    silent = siege([held("Cross", "army")], "Cross", "12-02")
    assert silent.sides == (0, 4) and silent.best == 0 and silent.share == (0.0, 1.0)
    north = [held("Cross", "army"), held("Hill", "hts", of="army"), held("Port", "army")]
    found = siege(north, "Cross", "12-02")
    assert found.closed == ("north",) and found.free == ("west",) and found.sides == (1, 3)
    claim = told("encircle", place("Cross"), "hts", "army", "12-02", published="12-02", sides=4)
    told_so = siege([*north, claim], "Cross", "12-02")
    assert (told_so.claimed, told_so.best, told_so.claims) == (4, 3, (claim.claim.id,))


def test_a_report_of_a_siege_ends_with_the_holder_and_with_time() -> None:
    claim = told("encircle", place("Cross"), "hts", "army", "12-02", published="12-02", sides=3)
    assert siege([*START, claim], "Cross", "12-05").claimed == 3
    assert siege([*START, claim], "Cross", "12-20").claimed is None
    assert siege([*START, claim, fell("Cross", "12-04")], "Cross", "12-05").claimed is None


names = st.sampled_from(sorted(POINTS))
sides = st.sampled_from(("army", "hts"))


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(names, sides), names, names, names)
def test_hostile_ground_never_shortens_a_way_by_own_ground(
    holders: dict[str, str], lost: str, start: str, end: str
) -> None:
    if start == end or lost in (start, end):
        return
    claims = [held(name, by) for name, by in {**holders, start: "army", end: "army"}.items()]
    before = sheet(claims, start, end, "12-05")
    after = sheet(
        [*(c for c in claims if c.claim.place != place(lost)), held(lost, "hts")],
        start,
        end,
        "12-05",
    )
    if any(one.keeps == "own" for one in after.ways):
        assert before.ways[0].keeps == "own"
        assert after.ways[0].km >= before.ways[0].km
        if holders.get(lost) == "army":
            assert set(singles(before)) - {lost} <= set(singles(after))


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(names, sides, min_size=1), names)
def test_an_exit_lost_never_opens_a_side(holders: dict[str, str], lost: str) -> None:
    claims = [held(name, by) for name, by in {**holders, "Cross": "army"}.items()]
    if lost == "Cross":
        return
    before = siege(claims, "Cross", "12-05")
    after = siege(
        [*(c for c in claims if c.claim.place != place(lost)), held(lost, "hts")], "Cross", "12-05"
    )
    assert 0 <= after.sides[0] <= after.best <= after.sides[1] <= 4
    if holders.get(lost) == "army":
        assert after.sides >= before.sides and after.share >= before.share


@pytest.mark.parametrize("known", ["12-01", "12-03", "12-05"])
def test_a_late_report_changes_no_earlier_answer(known: str) -> None:
    late = [fell("Gate", "12-02"), fell("Hill", "12-03")]
    late = [told("capture", c.claim.place, "hts", "army", "12-02", published="12-08") for c in late]
    before = sheet(START, "Port", "Capital", "12-05", known)
    assert sheet([*START, *late], "Port", "Capital", "12-05", known) == before


def test_the_order_of_claims_changes_nothing() -> None:
    claims = [*START, fell("Hill", "12-03"), fell("Gate", "12-04")]
    assert sheet(claims[::-1], "Port", "Capital", "12-05") == sheet(
        claims, "Port", "Capital", "12-05"
    )
