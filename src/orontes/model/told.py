from dataclasses import dataclass
from datetime import datetime

from orontes.model.claim import Claim
from orontes.model.report import Source


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with the report that makes it: the unit from which every picture is drawn.

    ``root`` is the report at the start of its chain of copies; ``revision`` is the case revision
    that brought the claim in.
    """

    claim: Claim
    source: Source
    root: Source
    revision: int = 0

    @property
    def known(self) -> datetime | None:
        return self.source.known

    @property
    def voices(self) -> frozenset[str]:
        """Who vouches for it: those whom the report credits, else the first publisher."""
        credited = frozenset(actor.id or actor.name.casefold() for actor in self.claim.said_by)
        return credited or frozenset([self.root.publisher or self.root.id])
