"""Which connections between main places a capture opened, cut or threatened.

Captures are taken one at a time, in order. The ways of the one who loses a place, between places
that it held before and holds after, may be cut, or threatened: they depend on more single places,
or grow. For the taker the way is open to main places of its foe that no place of the foe's stands
before any longer.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations

from orontes.events.known import known_by
from orontes.events.sides import Sides, Unsided
from orontes.model.names import ActorName, PlaceName
from orontes.model.picture import Control, Route
from orontes.model.told import Told
from orontes.model.when import When
from orontes.picture.control import history
from orontes.picture.evidence import setting_of
from orontes.picture.ground import Ground as Land
from orontes.picture.routes.graph import Graph
from orontes.picture.routes.ground import Ground
from orontes.picture.routes.mains import Mains, mains
from orontes.picture.routes.rules import figure
from orontes.picture.standing import name_of
from orontes.picture.supposed import remark, sentences

Found = tuple[str, tuple[int, int], str]
"""A state, the ends of the connection, and why."""


@dataclass(frozen=True, slots=True)
class Capture:
    node: int
    day: date
    before: str | None
    after: str
    spell: Control


def changed_ways(
    graph: Graph,
    told: Iterable[Told],
    since: date | None = None,
    at: date | None = None,
    known: datetime | None = None,
    registry: Sides | None = None,
    initial: Sequence[Control] = (),
    land: Land | None = None,
) -> list[Route]:
    """What the captures from ``since`` to ``at`` did to connections, the newest first."""
    sides = registry or Unsided()
    counted = known_by(told, known)
    spells = [
        s for s in history(counted, None, known, sides, initial, land) if s.place_id in graph.index
    ]
    taken = captures(graph, spells)
    towns = mains(graph, [graph.index[s.place_id] for s in spells])
    foes = setting_of(counted, sides).foes
    rows: list[Route] = []
    for one in taken:
        if one.node in towns.meets and between(one.day, since, at):
            ground = Ground(graph, holders(graph, spells, taken, one), foes)
            found = effects(towns, ground, one, sides)
            rests = remark(sentences(initial, one.day))
            rows = [*(route(one, each, graph, sides, rests) for each in found), *rows]
    return rows


def between(day: date, since: date | None, at: date | None) -> bool:
    return (since is None or since <= day) and (at is None or day <= at)


def captures(graph: Graph, spells: Sequence[Control]) -> list[Capture]:
    """Every passing to a told holder, in order of day and publication."""
    last: dict[str, str] = {}
    found = []
    for spell in spells:
        before = last.get(spell.place_id)
        if spell.holder in ("unknown", "none"):
            continue
        if spell.since is not None and spell.holder != before:
            node = graph.index[spell.place_id]
            found.append(Capture(node, spell.since, before, spell.holder, spell))
        last[spell.place_id] = spell.holder
    return sorted(found, key=lambda one: (one.day, str(one.spell.known_at), one.spell.place_id))


def holders(
    graph: Graph, spells: Sequence[Control], taken: Sequence[Capture], now: Capture
) -> dict[str, str]:
    """Who held what just before a capture: days before it, and what was taken earlier that day."""
    held: dict[str, str] = {}
    for spell in spells:
        if spell.since is None or spell.since < now.day:
            held[spell.place_id] = spell.holder
    for one in taken:
        if one is now:
            break
        if one.day == now.day:
            held[graph.nodes[one.node].key] = one.after
    return held


def effects(towns: Mains, ground: Ground, one: Capture, sides: Sides) -> Iterator[Found]:
    loser = one.before or ground.holder(one.node)
    if loser is None or ground.relation(loser, one.after) != "hostile":
        return
    yield from lost_ways(towns, ground, one, loser, name_of(loser, sides))
    yield from opened_ways(towns, ground, one, name_of(loser, sides))


def lost_ways(towns: Mains, ground: Ground, one: Capture, side: str, name: str) -> Iterator[Found]:
    held = [n for n in towns.meets if n in ground.told and ground.keeps(n, side)]
    gone = [n for n in towns.meets if ground.crossed(n, side)]
    before, after = towns.without(gone), towns.without([*gone, one.node])
    held.sort(key=lambda n: (-towns.graph.nodes[n].population, n))
    for a, b in combinations([n for n in held if n != one.node], 2):
        old, new = before.way(a, b), after.way(a, b)
        if old and not new:
            yield "cut", (a, b), f"no way by ground of {name} is left"
        elif old and new:
            more = [n for n in after.needed(a, b) if n not in before.needed(a, b)]
            grown = new[0] >= figure("captures", "longer") * old[0]
            if more or grown:
                yield "threaten", (a, b), threat(towns.graph, name, after.needed(a, b), old, new)


def threat(
    graph: Graph,
    name: str,
    needed: Sequence[int],
    old: tuple[float, list[int]],
    new: tuple[float, list[int]],
) -> str:
    told = f"for {name} a way is left"
    if needed:
        told += f", by {' and '.join(graph.name(n) for n in needed)} only"
    if new[0] >= figure("captures", "longer") * old[0]:
        told += f", {new[0]:.0f} km instead of {old[0]:.0f}"
    return told


def opened_ways(towns: Mains, ground: Ground, one: Capture, foe: str) -> Iterator[Found]:
    """From the place taken to places of the foe that no ground of the taker's was next to."""
    own = [n for n in towns.next_to if ground.told.get(n) and not ground.crossed(n, one.after)]
    known = {ground.cell.get(there) for n in own for there in towns.next_to[n]}
    after = Ground(ground.graph, held_after(ground, one), ground.foes)
    beside = {after.cell.get(there) for there in towns.next_to[one.node]} - known
    seats = [seat for seat in beside if seat is not None and seat in towns.meets]
    ways = [(found, there) for there in seats if (found := towns.way(one.node, there))]
    for found, there in sorted(ways):
        if after.relation(after.told[there], one.after) == "hostile":
            why = f"the next main place told of is {towns.graph.name(there)}, {found[0]:.0f} km"
            yield "open", (one.node, there), f"{why} on, held by {foe}"


def held_after(ground: Ground, one: Capture) -> dict[str, str]:
    nodes = ground.graph.nodes
    return {nodes[n].key: h for n, h in ground.told.items()} | {nodes[one.node].key: one.after}


def route(one: Capture, found: Found, graph: Graph, sides: Sides, rests: str) -> Route:
    """``rests`` is the sentence of what was supposed by then."""
    state, ends, why = found
    loser = one.before or ""
    taken = f"{graph.name(one.node)} passed to {name_of(one.after, sides)} on {spoken(one.day)}"
    kind = "assumed ways" if graph.assumed else "the imported roads"
    return Route(
        state=state,
        places=tuple(place(graph, end) for end in ends),
        actor=(ActorName(name_of(one.after, sides), one.after),),
        target=(ActorName(name_of(loser, sides), loser),) if loser else (),
        sides=None,
        when=When.on(one.day),
        known=one.spell.known_at,
        claims=one.spell.claims,
        basis="graph",
        why=f"{taken}: {why} (by {kind}). {rests}".strip(),
    )


def place(graph: Graph, node: int) -> PlaceName:
    found = graph.nodes[node].place
    assert found is not None
    return found


def spoken(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
