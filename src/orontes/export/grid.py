"""The cells of PRIO-GRID: half a degree wide, numbered from the south-west, eastwards."""

from math import floor

COLUMNS = 720
ROWS = 360


def priogrid(lat: float, lon: float) -> int:
    """The cell that a point in WGS 84 degrees lies in (PRIO-GRID codebook, ``gid``)."""
    row = min(ROWS - 1, floor((lat + 90) * 2))
    column = min(COLUMNS - 1, floor((lon + 180) * 2))
    return row * COLUMNS + column + 1


def middle(gid: int) -> tuple[float, float]:
    """Latitude and longitude of the cell's centre."""
    row, column = divmod(gid - 1, COLUMNS)
    return row / 2 - 90 + 0.25, column / 2 - 180 + 0.25
