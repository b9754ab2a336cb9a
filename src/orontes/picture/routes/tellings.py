"""What reports tell of the ground that a way passes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from orontes.events.join import join
from orontes.events.keys import place_key
from orontes.events.known import order
from orontes.events.sides import Sides
from orontes.model.told import Told
from orontes.picture.dossier import day_of
from orontes.picture.routes.graph import Point
from orontes.picture.routes.nodes import tells_of_ground
from orontes.picture.routes.rules import figure, words

SAID = frozenset({"asserted", "attributed", "denied"})
SPOTS = frozenset({"settlement", "facility", "mountain", "feature"})
WORD = re.compile(r"[a-z]+")
KM = 111.2


@dataclass(frozen=True, slots=True)
class Dated:
    """A claim with the day on which it counts."""

    told: Told
    day: date

    @property
    def kind(self) -> str:
        return self.told.claim.kind

    @property
    def place(self) -> str:
        place = self.told.claim.place
        return place.name if place else ""


class Tellings:
    """Claims by the place that they tell of, those at places with coordinates only."""

    def __init__(self, counted: Iterable[Told], asof: date) -> None:
        self.asof = asof
        groups: dict[str, list[Dated]] = {}
        points: dict[str, Point] = {}
        for one in counted:
            place, day = one.claim.place, day_of(one)
            if place is None or place.lat is None or place.lon is None or place.kind not in SPOTS:
                continue
            if one.claim.stance in SAID and tells_of_ground(one.claim) and day and day <= asof:
                key = place_key(place)
                groups.setdefault(key, []).append(Dated(one, day))
                points.setdefault(key, (place.lat, place.lon))
        self._groups = [sorted(groups[key], key=oldest_first) for key in sorted(groups)]
        self._points = np.array([points[key] for key in sorted(groups)]).reshape(-1, 2)

    def beside(self, shape: Sequence[Point]) -> list[Dated]:
        """All that is told of places within 5 km of a line, the oldest first."""
        near = np.flatnonzero(distances(self._points, shape) <= figure("report", "beside"))
        return sorted((one for i in near for one in self._groups[int(i)]), key=oldest_first)


def oldest_first(one: Dated) -> tuple[object, ...]:
    return one.day, *order(one.told)


def distances(points: NDArray[np.float64], shape: Sequence[Point]) -> NDArray[np.float64]:
    """Kilometres from each point (degrees) to a line, on a plane true round the line."""
    line = np.array(shape, dtype=float).reshape(-1, 2)
    middle = line.mean(axis=0)
    scale = np.array([KM, KM * np.cos(np.radians(middle[0]))])
    away = points - middle
    away[:, 1] = (away[:, 1] + 180.0) % 360.0 - 180.0
    spots, corners = away * scale, (line - middle) * scale
    found = np.linalg.norm(spots - corners[0], axis=1)
    for a, b in pairwise(corners):
        along, length = b - a, float(((b - a) ** 2).sum()) or 1.0
        share = np.clip(((spots - a) @ along) / length, 0.0, 1.0)
        found = np.minimum(found, np.linalg.norm(spots - (a + share[:, None] * along), axis=1))
    return np.asarray(found)


def incidents(told: Sequence[Dated], asof: date, sides: Sides) -> tuple[str, ...]:
    """Violence of the last three days: the first claim of each event, however many tell of it."""
    days = int(figure("report", "days"))
    recent = [
        one.told
        for one in told
        if is_a(one, "incidents")
        and one.told.claim.stance != "denied"
        and (asof - one.day).days < days
    ]
    return tuple(event.claims[0] for event in join(recent, None, sides)) if recent else ()


def is_a(one: Dated, kinds: str) -> bool:
    wanted = words("report", kinds)
    return one.kind in wanted or one.kind.split(".")[0] in wanted


def ids(found: Iterable[Dated]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.told.claim.id for one in found))


def curfews(told: Sequence[Dated]) -> list[Dated]:
    """Curfews that no later report says are lifted."""
    found: list[Dated] = []
    for one in told:
        if one.kind.startswith("access.") and says(one, "curfew"):
            found = [other for other in found if other.place != one.place]
            found += [one] if one.kind == "access.restrict" else []
    return found


def mines(told: Sequence[Dated]) -> list[Dated]:
    return [
        one
        for one in told
        if one.kind in ("weapons.disrupt", "strike.explosion") and says(one, "mines")
    ]


def crossings(told: Sequence[Dated]) -> list[Dated]:
    """What is told of bridges, border crossings and checkpoints."""
    kinds = ("access.", "strike.", "property.", "service.", "route.")
    return [one for one in told if one.kind.startswith(kinds) and at_crossing(one)]


def at_crossing(one: Dated) -> bool:
    place = one.told.claim.place
    return says(one, "crossing") or bool(place and place.facility in ("crossing", "bridge"))


def says(one: Dated, name: str) -> bool:
    claim = one.told.claim
    spoken = {word for text in (claim.quote, *claim.weapon) for word in WORD.findall(text.lower())}
    return bool(spoken & words("report", name))
