"""Inputs of the Flee simulation: places, ways, days of violence, and closed ways."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from orontes.events.keys import place_key
from orontes.export import days
from orontes.export.cells import table
from orontes.export.material import Material
from orontes.export.where import gazetteer
from orontes.model.names import PlaceName
from orontes.picture.routes.graph import Graph, Node
from orontes.vocabulary.load import table as vocabulary

LOCATIONS = "name region country latitude longitude location_type conflict_date population".split()
ROUTES = ["#name1", "name2", "distance", "forced_redirection"]
CLOSURES = ["#closure_type", "name1", "name2", "closure_start", "closure_end"]
ZONE, TOWN, CAMP = "conflict_zone", "town", "camp"
Row = dict[str, Any]


def write(material: Material) -> dict[str, str | bytes]:
    """Four files; the days of ``conflicts.csv`` are counted from the first day of violence."""
    graph = material.graph()
    names, violence = named(graph), by_node(graph, material)
    first = min((day for told in violence.values() for day in told), default=date.min)
    header = locations(graph, names, violence, material, first)
    return {
        "locations.csv": table(["#name", *LOCATIONS[1:]], header),
        "routes.csv": table(ROUTES, routes(graph, names)),
        "conflicts.csv": conflicts(names, violence, first),
        "closures.csv": table(CLOSURES, closures(graph, names, material, first)),
        "sim_period.csv": f"StartDate,{first}\nLength,{length(violence, first)}\n",
    }


def named(graph: Graph) -> list[str]:
    """A name of its own for each node, without commas: Flee's files know places by name."""
    seen: dict[str, int] = {}
    names = []
    for number in range(len(graph.nodes)):
        name = graph.name(number).replace(",", " ").replace('"', " ").strip() or "place"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return names


def by_node(graph: Graph, material: Material) -> dict[int, set[date]]:
    """The days on which violence is told of, by the node at which it was, and a week after."""
    rules = vocabulary("exports")["flee"]
    found: defaultdict[int, set[date]] = defaultdict(set)
    for event in material.view.events:
        span, node = days.ends(event), node_of(event.place, graph)
        if event.kind in rules["kinds"] and span and node is not None:
            last = span[1] + timedelta(rules["lasts"])
            found[node] |= {span[0] + timedelta(n) for n in range((last - span[0]).days + 1)}
    return dict(found)


def node_of(place: PlaceName | None, graph: Graph) -> int | None:
    return graph.index.get(place_key(place)) if place else None


def locations(
    graph: Graph,
    names: Sequence[str],
    violence: dict[int, set[date]],
    material: Material,
    first: date,
) -> list[Row]:
    return [
        location(number, node, names[number], violence.get(number), material, first)
        for number, node in enumerate(graph.nodes)
    ]


def location(
    number: int, node: Node, name: str, told: set[date] | None, material: Material, first: date
) -> Row:
    spot = material.where.spot(node.place)
    camp = node.place is not None and node.place.facility == CAMP
    known = gazetteer().get(node.place.id) if node.place and node.place.id else None
    return {
        "#name": name,
        "region": (spot.admin1 or "unknown").replace(",", " "),
        "country": (spot.country or "unknown").replace(",", " "),
        "latitude": node.lat,
        "longitude": node.lon,
        "location_type": ZONE if told else CAMP if camp else TOWN,
        "conflict_date": (min(told) - first).days if told else 0,
        "population": node.population or (known.population if known else 0),
    }


def routes(graph: Graph, names: Sequence[str]) -> list[Row]:
    return [
        {"#name1": names[link.a], "name2": names[link.b], "distance": max(1, round(link.km))}
        | {"forced_redirection": 0}
        for link in graph.links
    ]


def length(violence: dict[int, set[date]], first: date) -> int:
    last = max((day for told in violence.values() for day in told), default=first)
    return (last - first).days + 1


def conflicts(names: Sequence[str], violence: dict[int, set[date]], first: date) -> str:
    zones = sorted(violence)
    columns = ["#Day", *(names[zone] for zone in zones)]
    rows = [
        {"#Day": n} | {names[zone]: int(first + timedelta(n) in violence[zone]) for zone in zones}
        for n in range(length(violence, first))
    ]
    return table(columns, rows)


def closures(graph: Graph, names: Sequence[str], material: Material, first: date) -> list[Row]:
    """Ways told to be cut, from that day on, until they are told to be open."""
    opened = ways(material, "open", graph)
    return [
        {"#closure_type": "links", "name1": names[pair[0]], "name2": names[pair[1]]}
        | {
            "closure_start": max(0, (day - first).days),
            "closure_end": end(pair, day, opened, first),
        }
        for pair, day in ways(material, "cut", graph)
    ]


Cut = tuple[tuple[int, int], date]


def ways(material: Material, state: str, graph: Graph) -> list[Cut]:
    linked = {(link.a, link.b) for link in graph.links} | {(link.b, link.a) for link in graph.links}
    found = []
    for route in material.view.routes:
        nodes = [node_of(place, graph) for place in route.places]
        when = route.when
        day = (when.latest or when.earliest) if when else None
        if route.state == state and len(nodes) == 2 and day and (nodes[0], nodes[1]) in linked:
            found.append(((nodes[0], nodes[1]), day))
    return found  # type: ignore[return-value]


def end(pair: tuple[int, int], day: date, opened: Sequence[Cut], first: date) -> int:
    later = [on for other, on in opened if set(other) == set(pair) and on > day]
    return (min(later) - first).days if later else -1
