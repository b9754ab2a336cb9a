"""The formats of other people's tools; one format is one line below."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from orontes.errors import WrongCall

if TYPE_CHECKING:
    from orontes.export.material import Material, Output


@dataclass(frozen=True, slots=True)
class Target:
    """``room`` is the module with its ``write``; ``suffix`` that of its file, "" for a folder."""

    name: str
    about: str
    suffix: str
    room: str = ""

    def write(self, material: "Material") -> "Output":
        made: Output = import_module(f"orontes.export.{self.room}").write(material)
        return made


WHOLE, PAGE = "claims", "page"
TARGETS = {
    target.name: target
    for target in (
        Target(WHOLE, "the whole case as JSONL; `orontes import` makes the same case of it", ""),
        Target(PAGE, "one HTML page that opens from disk: map, days, quotes", ".html"),
        Target("acled", "events in ACLED's 31 columns", "", "acled"),
        Target("ged", "deadly events in UCDP GED's 49 columns", "", "ged"),
        Target("hxl", "events as CSV with a row of HXL tags", "", "hxl"),
        Target("xlsx", "a workbook: events, control, toll, sources", ".xlsx", "workbook"),
        Target("gpkg", "GeoPackage layers for QGIS", ".gpkg", "geopackage"),
        Target("flatgeobuf", "a folder of FlatGeobuf files, one a layer", "", "flatgeobuf"),
        Target("geoparquet", "a folder of GeoParquet files (orontes[parquet])", "", "geoparquet"),
        Target("pmtiles", "a folder of PMTiles files for web maps, one a layer", "", "pmtiles"),
        Target("control-panel", "who held each place on each day, by --by and --unit", "", "panel"),
        Target("ftm", "actors and their ties as FollowTheMoney JSONL", "", "ftm"),
        Target("flee", "a folder of inputs for the Flee simulation", "", "flee"),
    )
}


def listed() -> str:
    """Every format with one line, for the help."""
    return "\n".join(f"{name:<14} {target.about}" for name, target in TARGETS.items())


def by_suffix(suffix: str) -> str:
    """The format that only this suffix can mean. Raises WrongCall if there is none."""
    for name, target in TARGETS.items():
        if suffix and target.suffix == suffix:
            return name
    raise WrongCall(f"say which format: --to {', '.join(TARGETS)}; or name a listing before OUT")


def target(name: str) -> Target:
    """Raises WrongCall for a format that is not there."""
    if name not in TARGETS:
        raise WrongCall(f"there is no format {name!r}; --to takes {', '.join(TARGETS)}")
    return TARGETS[name]
