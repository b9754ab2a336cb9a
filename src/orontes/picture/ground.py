"""What the picture may ask about the lie of the land."""

from typing import Protocol

from orontes.model.names import PlaceName


class Ground(Protocol):
    """A gazetteer's knowledge of units; both places as claims name them."""

    def inside(self, place: PlaceName, unit: PlaceName) -> bool:
        """Whether a settlement lies in a province or district."""
        ...


class NoGround:
    """The ground of those who have no gazetteer: no place is known to lie in another."""

    def inside(self, place: PlaceName, unit: PlaceName) -> bool:
        return False
