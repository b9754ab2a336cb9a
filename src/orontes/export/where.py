"""Country, units and codes of a place, as other people's tables tell them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from shapely import Point, STRtree, from_wkb

from orontes.model.boundary import Boundary
from orontes.model.names import PlaceName
from orontes.places.entry import table
from orontes.places.ground import NEAR_KM
from orontes.places.place import Place

if TYPE_CHECKING:
    from orontes.places.gazetteer import Gazetteer


WIDE = frozenset({"country", "region"})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place lies; empty texts and None where nobody knows.

    ``iso2``, ``iso3``, ``numeric`` are ISO 3166-1; ``gw`` is Gleditsch and Ward's number of the
    state. ``pcode1`` and ``pcode2`` are known once boundaries were imported.
    """

    country: str = ""
    iso2: str = ""
    iso3: str = ""
    numeric: int | None = None
    gw: int | None = None
    acled_region: str = ""
    ged_region: str = ""
    admin1: str = ""
    admin2: str = ""
    pcode1: str = ""
    pcode2: str = ""


class Where:
    """Opens the gazetteer when first asked."""

    def __init__(self, boundaries: Sequence[Boundary] = ()) -> None:
        self.boundaries = tuple(boundaries)
        self.spot = lru_cache(maxsize=100_000)(self._spot)

    code_columns = ("admin1", "admin1_pcode", "admin2", "admin2_pcode")

    @property
    def codes(self) -> list[str]:
        """The columns that exact formats get after their own, once boundaries were imported."""
        return ["admin1_pcode", "admin2_pcode"] if self.boundaries else []

    def columns(
        self, identity: str | None, lat: float | None, lon: float | None, country: str | None = None
    ) -> dict[str, str]:
        """The units of a place as columns of any table."""
        spot = self.spot(PlaceName("", identity, lat, lon, country=country))
        values = (spot.admin1, spot.pcode1, spot.admin2, spot.pcode2)
        return dict(zip(self.code_columns, values, strict=True))

    def _spot(self, place: PlaceName | None) -> Spot:
        if place is None:
            return Spot()
        found = self._known(place)
        iso2 = place.country or (found.country if found else None) or ""
        codes = countries().get(iso2, {})
        return Spot(
            country=codes.get("name", ""),
            iso2=iso2,
            iso3=codes.get("iso3", ""),
            numeric=number(codes.get("numeric")),
            gw=number(codes.get("gw")),
            acled_region=codes.get("acled_region", ""),
            ged_region=codes.get("ged_region", ""),
            **(units(place, found) | self._drawn(place, found)),
        )

    def _drawn(self, place: PlaceName, found: Place | None) -> dict[str, str]:
        """The units of the imported boundaries round the place; of a unit, round its middle."""
        lat, lon = place.lat, place.lon
        if lat is None and found:
            lat, lon = found.lat, found.lon
        if not self.boundaries or lat is None or lon is None or place.kind in WIDE:
            return {}
        inside = self._tree.query(Point(lon, lat), predicate="intersects")
        if not len(inside):
            return {}
        unit = max((self.boundaries[i] for i in sorted(inside)), key=lambda one: one.level)
        level2 = {"admin2": unit.name2, "pcode2": unit.pcode2} if place.kind != "admin1" else {}
        return {"admin1": unit.name1, "pcode1": unit.pcode1} | level2

    @cached_property
    def _tree(self) -> STRtree:
        return STRtree(from_wkb([one.wkb for one in self.boundaries]))

    def _known(self, place: PlaceName) -> Place | None:
        """Its entry in the gazetteer, else that of the nearest settlement within 15 km."""
        found = gazetteer().get(place.id) if place.id else None
        if found is None and place.lat is not None and place.lon is not None:
            near = gazetteer().near(place.lat, place.lon, NEAR_KM, kind="settlement")
            found = near[0] if near else None
        return found


def units(place: PlaceName, found: Place | None) -> dict[str, str]:
    if found is None:
        return {}
    own = {found.kind: found.name} if found.kind in {"admin1", "admin2"} else {}
    above = {"admin1": found.admin1 or "", "admin2": found.admin2 or ""}
    return above | own


def number(text: str | None) -> int | None:
    return int(text) if text else None


def with_codes(row: Mapping[str, Any], where: Where) -> dict[str, Any]:
    """A listing's row with the units of its place."""
    place = row.get("place")
    if isinstance(place, Mapping):
        spot = (place.get("id"), place.get("lat"), place.get("lon"), place.get("country"))
    elif "place_id" in row:
        spot = (row["place_id"], row.get("lat"), row.get("lon"), None)
    else:
        return dict(row) | dict.fromkeys(where.code_columns, "")
    return dict(row) | where.columns(*spot)


@cache
def gazetteer() -> "Gazetteer":
    from orontes.places.gazetteer import Gazetteer

    return Gazetteer.open()


@cache
def countries() -> dict[str, dict[str, str]]:
    """Name and codes by ISO 3166-1 alpha-2."""
    names = {row["iso2"]: row["name"] for row in table("countries.csv")}
    return {row["iso2"]: {"name": names.get(row["iso2"], ""), **row} for row in table("codes.csv")}
