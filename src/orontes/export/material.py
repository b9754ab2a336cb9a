"""What an export is drawn from, and how it is wanted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from orontes.actors.registry import Registry
from orontes.export.where import Where
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.routes.graph import Graph
from orontes.picture.view import View

By = Literal["day", "month"]
Unit = Literal["place", "admin2", "priogrid"]
Output = str | bytes | Mapping[str, str | bytes]
"""The text or bytes of a file, or those of a folder's files by name."""


@dataclass(frozen=True, slots=True)
class Wish:
    """``hxl`` asks for a row of HXL tags; ``by`` and ``unit`` are the control panel's."""

    hxl: bool = False
    by: By = "day"
    unit: Unit = "place"


@dataclass(frozen=True)
class Material:
    """The picture at two times with the names behind it; what is costly is made when asked."""

    title: str
    version: str
    revision: int
    view: View
    registry: Registry
    where: Where
    beliefs: Callable[[], Sequence[Control]]
    graph: Callable[[], Graph]
    wish: Wish = field(default_factory=Wish)

    @cached_property
    def claims(self) -> dict[str, Told]:
        return {one.claim.id: one for one in self.view.told}

    def told(self, ids: Sequence[str]) -> list[Told]:
        """The claims of those ids, in their order."""
        return [self.claims[one] for one in ids if one in self.claims]
