"""What it cost, asked of a case: the dead, the displaced, relief."""

from orontes.case.asking import at_of, known_of
from orontes.case.opened import Opened, Time
from orontes.errors import WrongCall
from orontes.model.picture import Displacement, Tally
from orontes.model.toll import Displaced, Relief, Toll, TollSum
from orontes.picture.toll import counts
from orontes.picture.toll.moved import displaced
from orontes.picture.toll.relief import relief
from orontes.picture.toll.sums import KEYS, By, sums
from orontes.picture.toll.toll import toll


class Tolling(Opened):
    """The rules are in docs/toll.md. ``since`` leaves out what ended before that day."""

    def toll(self, at: Time = None, known: Time = None, since: Time = None) -> list[Toll]:
        """Campaigns, long periods and incidents, each bounded and graded over all who counted."""
        told, links = self.told(), self._links()
        return toll(told, at_of(at), known_of(known), self._registry, at_of(since), links)

    def toll_sums(
        self, by: By = "all", at: Time = None, known: Time = None, since: Time = None
    ) -> list[TollSum]:
        """Incidents added up: ``all``, by ``place``, or by the ``side`` of the dead."""
        if by not in KEYS:
            raise WrongCall(f"nothing adds up by {by!r}; choose one of {', '.join(KEYS)}")
        return sums(self.toll(at, known, since), by, self._registry)

    def counts(self, at: Time = None, known: Time = None) -> list[Tally]:
        """Every count of people killed, injured or missing, each counter's own."""
        return counts.tallies(self.told(), at_of(at), known_of(known), self._registry)

    def displaced(self, at: Time = None, known: Time = None, since: Time = None) -> list[Displaced]:
        """Who fled, came back or was taken out, bounded and graded; flows apart from stocks."""
        return displaced(self.told(), at_of(at), known_of(known), self._registry, at_of(since))

    def moves(self, at: Time = None, known: Time = None) -> list[Displacement]:
        """Every count of people who moved, each counter's own."""
        return counts.movements(self.told(), at_of(at), known_of(known), self._registry)

    def relief(self, at: Time = None, known: Time = None, since: Time = None) -> list[Relief]:
        """Aid, access and services, as claimed."""
        return relief(self.told(), at_of(at), known_of(known), self._registry, at_of(since))
