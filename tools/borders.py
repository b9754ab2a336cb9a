"""Make src/orontes/brief/borders.json.gz from Natural Earth's 1:50m countries.

Usage: python tools/borders.py countries-50m.json
The input is the TopoJSON of the npm package world-atlas 2.0.2 (Natural Earth, public domain).
Output: {"countries": [{"name", "iso", "rings": [[[lon, lat], …], …]}]}, degrees to two decimals;
``iso`` is the numeric code of ISO 3166-1, None for a territory without one.
"""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "src" / "orontes" / "brief" / "borders.json.gz"
DECIMALS = 2
SMALLEST_RING = 4


def arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """Every arc in degrees: quantised deltas scaled and shifted (TopoJSON specification 2.1.3)."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        found.append(points)
    return found


def ring(indices: list[int], known: list[list[tuple[float, float]]]) -> list[list[float]]:
    points: list[list[float]] = []
    for index in indices:
        arc = known[index] if index >= 0 else known[~index][::-1]
        for lon, lat in arc:
            point = [round(lon, DECIMALS), round(lat, DECIMALS)]
            if not points or points[-1] != point:
                points.append(point)
    return points


def main(source: Path) -> None:
    topology = json.loads(source.read_text(encoding="utf-8"))
    known = arcs(topology)
    countries = []
    for shape in topology["objects"]["countries"]["geometries"]:
        groups = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [ring(indices, known) for group in groups for indices in group]
        rings = [points for points in rings if len(points) >= SMALLEST_RING]
        if rings:
            name, iso = shape["properties"]["name"], shape.get("id")
            countries.append({"name": name, "iso": iso, "rings": rings})
    countries.sort(key=lambda country: country["name"])
    text = json.dumps({"countries": countries}, ensure_ascii=False, separators=(",", ":"))
    OUT.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
