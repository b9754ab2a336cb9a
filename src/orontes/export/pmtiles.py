"""One PMTiles file of vector tiles a layer, for web maps without a server."""

from orontes.export.material import Material
from orontes.export.shapes import layers
from orontes.export.vector import through_gdal

MOST_ZOOM = 10


def write(material: Material) -> dict[str, bytes]:
    return {
        f"{layer.name}.pmtiles": through_gdal(
            layer, "PMTiles", ".pmtiles", MINZOOM=0, MAXZOOM=MOST_ZOOM
        )
        for layer in layers(material)
        if any(layer.shapes)
    }
