from collections.abc import Iterable
from datetime import UTC, date, datetime

from orontes.model.names import PlaceName
from orontes.model.picture import Control
from orontes.picture.dossier import Dossier, Say, rules


def begin(dossiers: dict[str, Dossier], initial: Iterable[Control]) -> dict[str, Dossier]:
    """The dossiers with what is given to hold at the start, as one voice older than any report."""
    for row in initial:
        place = PlaceName(row.place, None, row.lat, row.lon, None, row.country)
        dossier = dossiers.setdefault(row.place_id, Dossier(row.place_id, place))
        dossier.says.insert(0, given(row))
    return {key: dossiers[key] for key in sorted(dossiers)}


def given(row: Control) -> Say:
    return Say(
        claim="",
        voice="initial",
        voice_kind="initial",
        day=row.since or date.min,
        known=row.known_at or datetime.min.replace(tzinfo=UTC),
        reported=None,
        holder=row.holder,
        favour=True,
        change=False,
        weight=rules()["voice"]["initial"],
        dated=True,
    )
