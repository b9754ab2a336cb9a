"""One FlatGeobuf file a layer."""

from orontes.export.material import Material
from orontes.export.shapes import layers
from orontes.export.vector import through_gdal


def write(material: Material) -> dict[str, bytes]:
    return {
        f"{layer.name}.fgb": through_gdal(layer, "FlatGeobuf", ".fgb")
        for layer in layers(material)
        if any(layer.shapes)
    }
