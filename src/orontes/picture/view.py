from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from orontes.events.join import join
from orontes.events.known import known_by
from orontes.events.linking import NONE, Links
from orontes.events.sides import Sides
from orontes.model.event import Event
from orontes.model.picture import Change, Control, Position, Route
from orontes.model.told import Told
from orontes.model.toll import Displaced, Toll
from orontes.model.ways import Encirclement
from orontes.picture.atlas import Atlas
from orontes.picture.changes import passings
from orontes.picture.ground import Ground
from orontes.picture.positions import positions, routes
from orontes.picture.toll import begun, displaced, toll


@dataclass(frozen=True, slots=True)
class View:
    """Everything that is believed at the end of ``at``, by what was published by ``known``.

    ``told`` are the claims that count; ``undated`` how many of them come from undated reports.
    ``ways`` are what captures did to connections, ``sieges`` how far places called encircled are
    so by their exits; ``supposed`` the sentences of what no report tells.
    """

    at: date | None
    known: datetime | None
    told: Sequence[Told]
    events: Sequence[Event]
    control: Sequence[Control]
    changes: Sequence[Change]
    toll: Sequence[Toll]
    displaced: Sequence[Displaced]
    routes: Sequence[Route]
    positions: Sequence[Position]
    undated: int
    ways: Sequence[Route] = ()
    sieges: Sequence[Encirclement] = ()
    supposed: tuple[str, ...] = ()


def look(
    told: Iterable[Told],
    at: date | None = None,
    known: datetime | None = None,
    registry: Sides | None = None,
    initial: Sequence[Control] = (),
    ground: Ground | None = None,
    links: Links = NONE,
) -> View:
    """The whole picture as of two times (docs/how-a-fact-travels.md).

    What is told of later days than ``at`` does not count, but for who held a place before them.
    """
    all_known = known_by(told, known)
    counted = [one for one in all_known if begun(one, at)]
    atlas = Atlas(all_known, registry, initial, ground)
    return View(
        at=at,
        known=known,
        told=counted,
        events=[event for event in join(counted, known, registry, links) if by(event, at)],
        control=atlas.control(at, known),
        changes=passings(atlas.history(None, known), None, at),
        toll=toll(counted, at, known, registry, None, links),
        displaced=displaced(counted, at, known, registry),
        routes=routes(counted, at, known),
        positions=positions(counted, at, known),
        undated=sum(one.known is None for one in counted),
    )


def by(event: Event, at: date | None) -> bool:
    first = event.when.earliest if event.when else None
    return at is None or first is None or first <= at
