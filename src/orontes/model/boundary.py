from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Boundary:
    """An administrative unit as a user's file draws it (COD-AB), in WGS 84 degrees.

    ``level`` is 1 or 2; a unit of level 2 tells that of level 1 too. ``wkb`` is its area.
    """

    level: int
    name1: str
    pcode1: str
    name2: str
    pcode2: str
    wkb: bytes
