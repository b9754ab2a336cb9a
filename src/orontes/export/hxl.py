"""Every event, with its bounds, under a row of HXL tags."""

from typing import Any

from orontes.export import days
from orontes.export.cells import table as csv_table
from orontes.export.deaths import killed
from orontes.export.material import Material
from orontes.export.notes import MARK, sentence, source
from orontes.export.tags import EVENTS as TAGS
from orontes.model.event import Event
from orontes.model.rows import instant

COLUMNS = list(TAGS)
Row = dict[str, Any]


def write(material: Material) -> str:
    return csv_table(COLUMNS, rows(material), TAGS)


def rows(material: Material) -> list[Row]:
    return [row_of(event, material) for event in material.view.events]


def row_of(event: Event, material: Material) -> Row:
    spot, place, span = material.where.spot(event.place), event.place, days.ends(event)
    dead = killed(event)
    return {
        "id": event.id,
        "kind": event.kind,
        "date_start": span[0] if span else None,
        "date_end": span[1] if span else None,
        "first_reported": (instant(event.first_known) or "")[:10],
        "actor": MARK.join(actor.name for actor in event.actor),
        "target": MARK.join(actor.name for actor in event.target),
        "country": spot.country,
        "iso3": spot.iso3,
        "admin1": spot.admin1,
        "admin1_pcode": spot.pcode1,
        "admin2": spot.admin2,
        "admin2_pcode": spot.pcode2,
        "place": place.name if place else "",
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "killed_low": dead.low if dead else None,
        "killed_high": dead.high if dead else None,
        "killed_civilians": dict(dead.groups).get("civilians") if dead else None,
        "sources": event.sources,
        "source": source(material.told(event.claims)),
        "confidence": round(event.confidence, 3),
        "notes": sentence(event, material),
    }
