"""A case file opened: what every asking of it starts from."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path

from orontes.actors.registry import Registry
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.ground import Ground
from orontes.places.ground import land
from orontes.store.casefile import CaseFile

Time = date | datetime | str | None


class Opened:
    """A case file. No connection to it is held between calls (docs/decisions/0001)."""

    def __init__(self, file: CaseFile) -> None:
        self._file = file

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def revision(self) -> int:
        return self._file.revision()

    def told(self, judgements: bool = True) -> list[Told]:
        return self._file.told(judgements)

    @property
    def _registry(self) -> Registry:
        """The actors that this case knows."""
        return registry()

    def _start(self) -> tuple[Sequence[Control], Ground]:
        """What was given to hold before the reports, and the lie of the land."""
        return self._file.initial(), land()

    def _supposing(
        self, suppose: Sequence[str]
    ) -> tuple[list[Told], tuple[Sequence[Control], Ground]]:
        """The claims, and the start with what is supposed beside it; nothing of it is stored."""
        told, (initial, ground) = self.told(), self._start()
        if not suppose:
            return told, (initial, ground)
        from orontes.case.supposing import supposed

        return told, ((*initial, *supposed(suppose, told, initial, self._registry)), ground)


@cache
def registry() -> Registry:
    return Registry.load()
