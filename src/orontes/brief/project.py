"""From degrees to the drawing: a plain cylindrical projection true at the middle latitude."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from orontes.model.picture import Control

KM_A_DEGREE = 111.2
MARGIN = 0.12
SMALLEST_DEGREES = 1.2
SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world that is drawn, and its size in pixels."""

    west: float
    south: float
    east: float
    north: float
    width: float

    @property
    def stretch(self) -> float:
        return cos(radians((self.south + self.north) / 2))

    @property
    def scale(self) -> float:
        """Pixels for a degree of latitude."""
        return self.width / ((self.east - self.west) * self.stretch)

    @property
    def height(self) -> float:
        return (self.north - self.south) * self.scale

    def xy(self, lon: float, lat: float) -> tuple[float, float]:
        x = (lon - self.west) * self.stretch * self.scale
        return round(x, 1), round((self.north - lat) * self.scale, 1)

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """Longitude and latitude of a point of the drawing."""
        return self.west + x / (self.stretch * self.scale), self.north - y / self.scale

    def near(self, lon: float, lat: float) -> bool:
        """Whether it lies in the frame or at most half a frame away."""
        wide, tall = (self.east - self.west) / 2, (self.north - self.south) / 2
        across = self.west - wide <= lon <= self.east + wide
        return across and self.south - tall <= lat <= self.north + tall

    def holds(self, lon: float, lat: float) -> bool:
        return self.west <= lon <= self.east and self.south <= lat <= self.north


def frame(places: Sequence[Control], width: float) -> Frame | None:
    """A frame round the places of the country that most lie in, and of others with many."""
    located = [p for p in places if p.lat is not None and p.lon is not None]
    if not located:
        return None
    share = Counter(p.country for p in located if p.country)
    main = {country for country in share if share[country] >= SHARE * max(share.values())}
    inside = [p for p in located if p.country in main] or located
    lats = [p.lat for p in inside if p.lat is not None]
    lons = [p.lon for p in inside if p.lon is not None]
    tall = max(max(lats) - min(lats), SMALLEST_DEGREES)
    wide = max(max(lons) - min(lons), SMALLEST_DEGREES)
    mid_lat, mid_lon = (max(lats) + min(lats)) / 2, (max(lons) + min(lons)) / 2
    wide = max(wide, tall * 0.9)
    tall = max(tall, wide * 0.55)
    half_lat, half_lon = tall * (0.5 + MARGIN), wide * (0.5 + MARGIN)
    return Frame(
        mid_lon - half_lon, mid_lat - half_lat, mid_lon + half_lon, mid_lat + half_lat, width
    )
