"""What is given to hold beside the reports: a voice older than any of them, or a supposition."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from orontes.events.keys import fold
from orontes.events.sides import Sides
from orontes.model.names import PlaceName
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.dossier import Dossier, Say, rules
from orontes.picture.supposed import SUPPOSED, supposition
from orontes.places.distance import km_between

SAME_NAME_KM = 30
NEVER_MOVED = frozenset({"country", "admin1", "region"})


def begin(dossier: Dossier, rows: Iterable[Control]) -> None:
    """Add to the dossier of a place what is given to hold at the start, or supposed of a day."""
    for row in rows:
        dossier.says.insert(0, supposition(row) if row.basis == SUPPOSED else given(row))


def place_of(row: Control) -> PlaceName:
    return PlaceName(row.place, None, row.lat, row.lon, "settlement", row.country)


def sided(initial: Sequence[Control], sides: Sides, first: date | None) -> list[Control]:
    """The rows with their holders' sides of that day: ``since``, else the first of the reports.

    A holder such as "the army" or "rebels" is the one of the place's country, else of the country
    that most of the table's places lie in.
    """
    lands = [land for land, _ in Counter(one.country for one in initial).most_common() if land]
    return [one if one.basis == SUPPOSED else on_side(one, sides, lands, first) for one in initial]


def on_side(row: Control, sides: Sides, lands: Sequence[str], first: date | None) -> Control:
    day = row.since or first
    where = [row.country] if row.country else lands[:1]
    name = row.holder_name
    actor = sides.get(name) or sides.find(name, where, day) or sides.get(row.holder)
    return replace(row, holder=sides.side(actor.id, day)) if actor else row


def given(row: Control) -> Say:
    return Say(
        claim="",
        voice="initial",
        voice_kind="initial",
        day=row.since or date.min,
        known=row.known_at or datetime.min.replace(tzinfo=UTC),
        reported=None,
        holder=row.holder,
        favour=True,
        change=False,
        weight=rules()["voice"]["initial"],
        dated=True,
    )


class Home:
    """The places of the initial table, to which the claims' places are brought."""

    def __init__(self, initial: Sequence[Control]) -> None:
        self._named: dict[str, list[Control]] = {}
        for row in (one for one in initial if one.basis != SUPPOSED):
            self._named.setdefault(fold(row.place), []).append(row)
        self.place = cache(self._place)

    def bring(self, told: Told) -> Told:
        """The claim at the initial table's place of the same name."""
        place = told.claim.place
        known = self.place(place) if place and self._named else place
        return told if known == place else replace(told, claim=replace(told.claim, place=known))

    def _place(self, place: PlaceName) -> PlaceName:
        if place.facility or place.kind in NEVER_MOVED:
            return place
        row = self.find(place)
        if row is None:
            return place
        return replace(
            place, name=row.place, id=row.place_id, lat=row.lat, lon=row.lon, kind="settlement"
        )

    def find(self, place: PlaceName) -> Control | None:
        """By name: the only one so named in the country, or the nearest within 30 km."""
        rows = self._named.get(fold(place.name), [])
        if place.lat is None or place.lon is None:
            return rows[0] if len(rows) == 1 else None
        near = [
            (km(place, row), row.place_id, row) for row in rows if km(place, row) <= SAME_NAME_KM
        ]
        if not near and len(rows) == 1 and rows[0].country in (None, place.country):
            return rows[0]
        return min(near, key=lambda one: one[:2])[2] if near else None


def km(place: PlaceName, row: Control) -> float:
    """Kilometres apart; 0 where one of them has no coordinates."""
    if row.lat is None or row.lon is None or place.lat is None or place.lon is None:
        return 0.0
    return km_between(place.lat, place.lon, row.lat, row.lon)
