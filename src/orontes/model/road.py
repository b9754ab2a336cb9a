from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Road:
    """A line of a user's road data between two junctions.

    ``points`` are latitude and longitude in degrees; ``name`` holds its numbers and names as the
    file has them.
    """

    name: str | None
    points: tuple[tuple[float, float], ...]
    km: float
