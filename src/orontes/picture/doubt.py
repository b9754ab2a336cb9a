"""How far a claim is to be doubted, and why."""

from collections.abc import Iterable, Sequence

from orontes.model.event import Event
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.probe import Probe
from orontes.vocabulary.load import table

ONE, DISPUTED, OTHERWISE = "only one origin", "a place in dispute", "told otherwise"


class Doubts:
    """What speaks against each claim, of the events and of who holds the places."""

    def __init__(self, events: Sequence[Event], control: Sequence[Control], probe: Probe) -> None:
        self._events = {claim: one for one in events for claim in one.claims}
        self._denied = {claim for one in events for claim in one.denied_by}
        self._disputed = {row.place_id for row in control if row.contested}
        self._against = {claim for row in control for claim in row.against}
        self._opposed = {claim for row in control if row.against for claim in row.claims}
        self._probe = probe

    def of(self, told: Told) -> tuple[float, tuple[str, ...]]:
        """The doubt, from 0 to 1, and its grounds."""
        grounds = tuple(self.grounds(told))
        sure = told.claim.confidence
        for ground in grounds:
            sure *= 1 - table("review")["doubt"][ground]
        return 1 - sure, (f"read with confidence {told.claim.confidence:.2f}", *grounds)

    def grounds(self, told: Told) -> Iterable[str]:
        claim, event = told.claim.id, self._events.get(told.claim.id)
        keys = self._probe.touching.get(claim, set())
        if (event and event.sources == 1) or (not event and keys and self._alone(claim, keys)):
            yield ONE
        if keys & self._disputed:
            yield DISPUTED
        differs = event is not None and bool(event.denied_by or event.differences)
        if differs or claim in self._denied | self._against | self._opposed:
            yield OTHERWISE

    def _alone(self, claim: str, keys: Iterable[str]) -> bool:
        """Whether no other voice tells of the same holder of the place."""
        for key in keys:
            says = self._probe.dossiers[key].says
            own = {(one.holder, one.favour) for one in says if one.claim == claim}
            voices = {one.voice for one in says if (one.holder, one.favour) in own}
            if len(voices) > 1:
                return False
        return True
