"""The gazetteer as the picture's ground: which settlements lie in which province or district."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from orontes.model.names import PlaceName
from orontes.places.place import Place

if TYPE_CHECKING:
    from orontes.places.gazetteer import Gazetteer

NEAR_KM = 15


def opened() -> "Gazetteer":
    from orontes.places.gazetteer import Gazetteer

    return Gazetteer.open()


class Land:
    """Opens the gazetteer when first asked.

    A place without an id lies in the unit of the nearest settlement within 15 km.
    """

    def __init__(self) -> None:
        self._gazetteer = cache(opened)
        self._known = lru_cache(maxsize=100_000)(self._find)

    def inside(self, place: PlaceName, unit: PlaceName) -> bool:
        here = self._known(place.id, place.lat, place.lon)
        whole = self._known(unit.id, None, None)
        if here is None or whole is None or here.country != whole.country:
            return False
        level = {"admin1": here.admin1, "admin2": here.admin2}.get(whole.kind)
        return level is not None and level == whole.name

    def _find(self, identity: str | None, lat: float | None, lon: float | None) -> Place | None:
        found = self._gazetteer().get(identity) if identity else None
        if found is None and lat is not None and lon is not None:
            near = self._gazetteer().near(lat, lon, NEAR_KM, kind="settlement")
            found = near[0] if near else None
        return found


@cache
def land() -> Land:
    """The one ground of this process, so that what it has looked up stays known."""
    return Land()
