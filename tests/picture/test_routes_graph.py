"""The assumed graph: which places are next to each other."""

from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from orontes.model.names import PlaceName
from orontes.model.road import Road
from orontes.picture.routes.assumed import Parts, assumed
from orontes.picture.routes.gabriel import gabriel, plane
from orontes.picture.routes.graph import Graph, Node
from orontes.picture.routes.imported import imported
from orontes.picture.routes.named import named_in, road_of
from orontes.places.distance import km_between

spots = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=25, unique=True
)


def node(key: str, lat: float, lon: float, country: str = "SY", people: int = 0) -> Node:
    return Node(key, lat, lon, PlaceName(key, key, lat, lon, "settlement", country), people)


def names(graph: Graph) -> set[tuple[str, str]]:
    return {(graph.nodes[link.a].key, graph.nodes[link.b].key) for link in graph.links}


@settings(max_examples=150, deadline=None)
@given(spots)
def test_two_places_are_joined_if_none_lies_in_the_circle_between(
    found: list[tuple[int, int]],
) -> None:
    points = plane([(30 + lat / 50, 36 + lon / 50) for lat, lon in found])
    pairs = set(gabriel(points))
    for a in range(len(points)):
        for b in range(a + 1, len(points)):
            middle, radius = (points[a] + points[b]) / 2, hypot(*(points[a] - points[b])) / 2
            far = [hypot(*(p - middle)) for i, p in enumerate(points) if i not in (a, b)]
            if all(one > radius + 1e-6 for one in far):
                assert (a, b) in pairs
            if any(one < radius - 1e-6 for one in far):
                assert (a, b) not in pairs


@settings(max_examples=60, deadline=None)
@given(spots)
def test_every_place_of_a_country_is_reached(found: list[tuple[int, int]]) -> None:
    nodes = [node(f"n{i}", 30 + lat / 50, 36 + lon / 50) for i, (lat, lon) in enumerate(found)]
    parts = Parts(len(nodes))
    for link in assumed(nodes).links:
        parts.join(link.a, link.b)
    assert len({parts.root(i) for i in range(len(nodes))}) == 1


def test_a_link_is_a_fifth_longer_than_the_great_circle() -> None:
    (link,) = assumed([node("Hama", 35.13, 36.76), node("Homs", 34.72, 36.73)]).links
    assert abs(link.km - 1.2 * km_between(35.13, 36.76, 34.72, 36.73)) < 1e-9


def test_no_link_crosses_a_border_and_foreign_towns_stand_between() -> None:
    west, east = node("West", 34.0, 35.0), node("East", 34.0, 37.0)
    north = node("North", 34.9, 36.0)
    abroad = node("Abroad", 34.0, 36.0, "LB")
    assert ("West", "East") in names(assumed([west, east]))
    assert names(assumed([west, east, north], [abroad])) == {("West", "North"), ("East", "North")}


def test_parts_that_only_foreign_towns_stand_between_are_still_joined() -> None:
    nodes = [node("West", 34.0, 35.0), node("East", 34.0, 37.0)]
    assert names(assumed(nodes, [node("Abroad", 34.0, 36.0, "LB")])) == {("West", "East")}


def test_districts_at_one_point_are_joined() -> None:
    nodes = [node("a", 35.0, 36.0), node("b", 35.0, 36.0), node("c", 35.1, 36.0)]
    assert names(assumed(nodes)) == {("a", "b"), ("a", "c")}


def test_the_m5_is_known_by_its_number() -> None:
    assert road_of("the M5") == road_of("M-5 highway") == road_of("m5") == "M5"
    assert road_of("Hama") is None
    assert named_in("cut the M5 near Zarbah, and the M99") == ["M5"]


def test_places_join_the_roads_that_they_lie_beside() -> None:
    road = Road("A1", ((35.0, 36.0), (35.0, 37.0)), 100.0)
    near, off = node("Near", 35.01, 36.5), node("Off", 35.4, 36.5)
    graph = imported([near, off], [road])
    assert not graph.assumed
    assert sorted(round(graph.links[link].km) for _, link in graph.out[0]) == [50, 50]
    assert graph.out[1] == []
