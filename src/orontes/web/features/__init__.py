"""OGC API - Features, Part 1: Core (OGC 17-069r4) over a case, as GDAL, QGIS and R read it."""
