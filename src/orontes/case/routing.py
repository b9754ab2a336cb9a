"""What is asked of the ways of a case: its graph, the places meant, and the answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from orontes.errors import WrongCall
from orontes.events.keys import place_key
from orontes.events.known import known_by
from orontes.events.sides import Sides
from orontes.model.names import PlaceName
from orontes.model.picture import Control, Route
from orontes.model.road import Road
from orontes.model.told import Told
from orontes.model.ways import Connection, Encirclement
from orontes.picture.ground import Ground as Land
from orontes.picture.initial import Home
from orontes.picture.positions import routes
from orontes.picture.routes.assumed import assumed
from orontes.picture.routes.captures import changed_ways
from orontes.picture.routes.connection import Standing, along, connection, standing
from orontes.picture.routes.graph import Graph
from orontes.picture.routes.imported import imported
from orontes.picture.routes.named import road_of, roads
from orontes.picture.routes.nodes import choose, countries, places_of, places_told
from orontes.picture.routes.siege import encirclement, encircles
from orontes.picture.toll import begun
from orontes.places.gazetteer import Gazetteer
from orontes.places.names import fold


@dataclass(frozen=True, slots=True)
class Asked:
    """The claims known by then, the roads of the case, and the two times."""

    told: Sequence[Told]
    roads: Sequence[Road]
    at: date | None
    known: datetime | None
    sides: Sides
    initial: Sequence[Control] = ()
    land: Land | None = None

    @classmethod
    def of(
        cls,
        told: Iterable[Told],
        lines: Sequence[Road],
        at: date | None,
        known: datetime | None,
        sides: Sides,
        initial: Sequence[Control] = (),
        land: Land | None = None,
    ) -> "Asked":
        home = Home(initial)
        counted = [home.bring(one) for one in known_by(told, known)]
        return cls(counted, lines, at, known, sides, initial, land)

    def graph(self, gazetteer: Gazetteer, extra: Iterable[PlaceName] = ()) -> Graph:
        nodes, foreign = choose(self.told, gazetteer, extra, places_of(self.initial))
        return imported(nodes, self.roads) if self.roads else assumed(nodes, foreign)

    def standing(self, graph: Graph) -> Standing:
        return standing(graph, self.told, self.at, self.known, self.sides, self.initial, self.land)


def told_and_derived(asked: Asked, since: date | None = None) -> list[Route]:
    """What reports tell of ways, then what the captures from ``since`` on did to them."""
    reported = routes(asked.told, asked.at, asked.known)
    graph = asked.graph(Gazetteer.open())
    found = changed_ways(
        graph, asked.told, since, asked.at, asked.known, asked.sides, asked.initial, asked.land
    )
    return [*reported, *found]


def between(asked: Asked, start: str, end: str | None) -> Connection:
    """The sheet from one place to another, or of a road named alone.

    Raises WrongCall for a name that is no place of the region, or lies beside no imported road.
    """
    gazetteer = Gazetteer.open()
    if end is None:
        return road(asked, gazetteer, start)
    ends = [resolve(asked, gazetteer, name) for name in (start, end)]
    if place_key(ends[0]) == place_key(ends[1]):
        raise WrongCall(f"{start!r} and {end!r} are one place; name two")
    graph = asked.graph(gazetteer, ends)
    numbers = [number_of(graph, place) for place in ends]
    return connection(asked.standing(graph), numbers[0], numbers[1])


def road(asked: Asked, gazetteer: Gazetteer, name: str) -> Connection:
    number = road_of(name)
    if number is None:
        known = ", ".join(sorted(roads()))
        raise WrongCall(f"name the other end too; {name!r} alone is no road known here ({known})")
    graph = asked.graph(gazetteer)
    towns = [
        graph.index[key] for town in roads()[number] if (key := place_key(town)) in graph.index
    ]
    towns = [town for town in towns if graph.out[town]]
    if len(towns) < 2:
        raise WrongCall(f"the {number} does not pass the region of this case's reports")
    return along(asked.standing(graph), towns)


def round_places(asked: Asked, name: str | None) -> list[Encirclement]:
    """How far one place is encircled, or each that reports call so."""
    gazetteer = Gazetteer.open()
    wanted = [resolve(asked, gazetteer, name)] if name else reported_sieges(asked)
    graph = asked.graph(gazetteer, wanted)
    now = asked.standing(graph)
    numbers = [
        number_of(graph, place) for place in wanted if name or place_key(place) in graph.index
    ]
    return [encirclement(now, number) for number in numbers]


def reported_sieges(asked: Asked) -> list[PlaceName]:
    found: dict[str, PlaceName] = {}
    for one in asked.told:
        place = one.claim.place
        if place and place.lat is not None and encircles(one, place) and begun(one, asked.at):
            found.setdefault(place_key(place), place)
    return [found[key] for key in sorted(found)]


def resolve(asked: Asked, gazetteer: Gazetteer, name: str) -> PlaceName:
    """A place that the reports name, by name or id, else the largest of that name in the region."""
    wanted = fold(name)
    for place in (*places_told(asked.told), *places_of(asked.initial)):
        if place.kind in ("settlement", "mountain") and (
            fold(place.name) == wanted or place.id == name
        ):
            return place
    lands = countries(asked.told, places_of(asked.initial))
    for found in gazetteer.find(name):
        if found.kind == "settlement" and found.country in lands:
            point = found.lat, found.lon
            return PlaceName(name, found.id, *point, "settlement", found.country)
    raise WrongCall(
        f"no place {name!r} where this case's reports tell of the war;"
        f" `orontes places find {name!r}` shows what the gazetteer knows"
    )


def number_of(graph: Graph, place: PlaceName) -> int:
    number = graph.index.get(place_key(place))
    if number is None or not graph.out[number]:
        raise WrongCall(f"{place.name} lies beside none of the imported roads; name a larger place")
    return number
