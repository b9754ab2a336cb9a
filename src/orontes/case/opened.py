"""A case file opened: what every asking of it starts from."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from orontes.actors.own import Own, of_entries
from orontes.actors.recognise import held_by, recognised
from orontes.actors.registry import Registry
from orontes.case.kept import Kept
from orontes.events.linking import Links
from orontes.model.judgement import Standing
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.atlas import Atlas
from orontes.picture.ground import Ground
from orontes.places.ground import land
from orontes.store.casefile import CaseFile

Time = date | datetime | str | None


class Opened:
    """A case file. No connection to it is held between calls (docs/decisions/0001); what was read
    and computed is kept until the file changes."""

    def __init__(self, file: CaseFile) -> None:
        self._file = file
        self._kept = Kept(file.path)

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def revision(self) -> int:
        return self._file.revision()

    def told(self, judgements: bool = True) -> list[Told]:
        """The claims, with the actors that this case knows."""
        name = "told" if judgements else "told as read"
        return list(self._kept.get(name, lambda: self._told(judgements)))

    def _told(self, judgements: bool) -> list[Told]:
        told, known = self._file.told(judgements), self._registry
        return recognised(told, known) if isinstance(known, Own) else told

    @property
    def _registry(self) -> Registry:
        """The actors that this case knows: the tables', and what its users added."""
        return of_entries(self._file.entries())

    def judgements(self, orphans: bool = False) -> list[Standing]:
        """Every judgement with its state, by the moment at which it was made."""
        standings = self._file.docket().standings
        return [one for one in standings if not orphans or one.state == "orphan"]

    def _links(self) -> Links:
        """Which claims analysts hold to be of one event, and which not."""
        pairs = self._file.docket().pairs
        return Links.of(pairs.together, pairs.apart)

    def _start(self) -> tuple[Sequence[Control], Ground]:
        """What was given to hold before the reports, and the lie of the land."""
        return self._kept.get("given", self._given), land()

    def _given(self) -> list[Control]:
        given, known = self._file.initial(), self._registry
        return [held_by(row, known) for row in given] if isinstance(known, Own) else given

    def _atlas(self) -> Atlas:
        """Who holds what, ready to be asked of any day."""
        return self._kept.get("atlas", lambda: Atlas(self.told(), self._registry, *self._start()))

    def _supposing(
        self, suppose: Sequence[str]
    ) -> tuple[list[Told], tuple[Sequence[Control], Ground]]:
        """The claims, and the start with what is supposed beside it; nothing of it is stored."""
        told, (initial, ground) = self.told(), self._start()
        if not suppose:
            return told, (initial, ground)
        from orontes.case.supposing import supposed

        return told, ((*initial, *supposed(suppose, told, initial, self._registry)), ground)
