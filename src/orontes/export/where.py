"""Country, units and codes of a place, as other people's tables tell them."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from orontes.model.names import PlaceName
from orontes.places.entry import table
from orontes.places.ground import NEAR_KM
from orontes.places.place import Place

if TYPE_CHECKING:
    from orontes.places.gazetteer import Gazetteer


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

    def __init__(self) -> None:
        self.spot = lru_cache(maxsize=100_000)(self._spot)

    code_columns = ("admin1", "admin1_pcode", "admin2", "admin2_pcode")

    def columns(
        self, identity: str, lat: float | None, lon: float | None, country: str | None = None
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
            **units(place, found),
        )

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


@cache
def gazetteer() -> "Gazetteer":
    from orontes.places.gazetteer import Gazetteer

    return Gazetteer.open()


@cache
def countries() -> dict[str, dict[str, str]]:
    """Name and codes by ISO 3166-1 alpha-2."""
    names = {row["iso2"]: row["name"] for row in table("countries.csv")}
    return {row["iso2"]: {"name": names.get(row["iso2"], ""), **row} for row in table("codes.csv")}
