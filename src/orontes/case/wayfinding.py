"""Ways between places and rings round them, asked of a case."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from orontes.case.asking import at_of, known_of
from orontes.case.opened import Opened, Time
from orontes.model.picture import Route
from orontes.model.ways import Connection, Encirclement

if TYPE_CHECKING:
    from orontes.case.routing import Asked


class Wayfinding(Opened):
    """The graph of ways is made anew for each asking, and only for these."""

    @overload
    def routes(
        self,
        *,
        at: Time = None,
        known: Time = None,
        since: Time = None,
        suppose: Sequence[str] = (),
    ) -> list[Route]: ...

    @overload
    def routes(
        self,
        start: str,
        end: str | None = None,
        *,
        at: Time = None,
        known: Time = None,
        suppose: Sequence[str] = (),
    ) -> Connection: ...

    def routes(
        self,
        start: str | None = None,
        end: str | None = None,
        *,
        at: Time = None,
        known: Time = None,
        since: Time = None,
        suppose: Sequence[str] = (),
    ) -> list[Route] | Connection:
        """Ways reported cut, open or threatened, and what captures from ``since`` on did to them.

        With two places (or a road known by its number) the sheet of that connection instead: no
        clearance. Raises WrongCall for a name that is no place of the region.
        """
        from orontes.case import routing

        asked = self._ways(at, known, suppose)
        if start is None:
            return routing.told_and_derived(asked, at_of(since))
        return routing.between(asked, start, end)

    def encirclement(
        self,
        place: str | None = None,
        at: Time = None,
        known: Time = None,
        suppose: Sequence[str] = (),
    ) -> list[Encirclement]:
        """How far a place is encircled, or each that reports tell to be."""
        from orontes.case import routing

        return routing.round_places(self._ways(at, known, suppose), place)

    def _ways(self, at: Time, known: Time, suppose: Sequence[str]) -> "Asked":
        from orontes.case.routing import Asked

        told, start = self._supposing(suppose)
        roads = self._file.roads()
        return Asked.of(told, roads, at_of(at), known_of(known), self._registry, *start)
