"""When, where and with what toll the violent incidents of a text happened."""

from collections.abc import Sequence
from dataclasses import dataclass

from orontes.incidents import days, places, tolls
from orontes.incidents.blame import Blame, blame
from orontes.incidents.losses import Effect
from orontes.incidents.scene import scene
from orontes.incidents.telling import told_types
from orontes.incidents.weighing import likely
from orontes.model.claim import Claim
from orontes.model.when import When
from orontes.reading import read

__all__ = ["Blame", "Facts", "Toll", "blame", "facts", "told_types"]


@dataclass(frozen=True, slots=True)
class Toll:
    effect: Effect
    number: int


@dataclass(frozen=True, slots=True)
class Facts:
    """The incidents of one text taken together, each list the likeliest first.

    ``places`` are names as the text has them, a country's where it tells nothing finer; ``toll``
    are the numbers above one. What the text leaves open is resolved against its dateline.
    """

    dates: tuple[When, ...] = ()
    places: tuple[str, ...] = ()
    toll: tuple[Toll, ...] = ()


def facts(text: str, claims: Sequence[Claim] | None = None) -> Facts:
    """The facts of a text that tells of violent incidents; ``claims`` are its own, if read before.

    Whether it tells of any is asked by ``told_types``: one that tells of none has a day too.
    """
    told = scene(text, read(text) if claims is None else claims)
    return Facts(
        dates=tuple(likely("dates", days.candidates(told))),
        places=tuple(places.told(told)),
        toll=tuple(Toll(*key) for key in likely("toll", tolls.candidates(told))),
    )
