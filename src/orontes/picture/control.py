"""Who holds which place: a pure function of what is told, ``at`` and ``known``.

What one claim says is settled in :mod:`evidence`, how says are weighed in :mod:`belief`, how one
holder follows another in :mod:`spells`; all figures are in vocabulary/control.toml. Who asks often
keeps an :class:`Atlas`.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from orontes.events.sides import Sides
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.atlas import Atlas
from orontes.picture.ground import Ground


def control(
    told: Iterable[Told],
    at: date | None = None,
    known: datetime | None = None,
    registry: Sides | None = None,
    initial: Sequence[Control] = (),
    ground: Ground | None = None,
) -> list[Control]:
    """Who is believed to hold each place at the end of ``at``, by what was published by ``known``.

    Without ``at`` as things stand last; without ``known`` undated reports count too. A place of
    which only fighting is told has the holder ``unknown``. ``initial`` rows are what held before
    the reports begin, and what is supposed. Sorted by place name.
    """
    return Atlas(told, registry, initial, ground).control(at, known)


def history(
    told: Iterable[Told],
    place_id: str | None = None,
    known: datetime | None = None,
    registry: Sides | None = None,
    initial: Sequence[Control] = (),
    ground: Ground | None = None,
) -> list[Control]:
    """Every spell of a place (of all places, if none is named), the earliest first."""
    return Atlas(told, registry, initial, ground).history(place_id, known)
