"""Events in the columns of ACLED's export (docs/exports.md)."""

from typing import Any

from orontes.export import days, parties
from orontes.export.cells import table as csv_table
from orontes.export.deaths import conservative
from orontes.export.material import Material
from orontes.export.notes import sentence, source
from orontes.export.tags import ACLED as TAGS
from orontes.model.event import Event
from orontes.model.names import PlaceName
from orontes.model.rows import instant
from orontes.vocabulary.load import table

COLUMNS = """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type
actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region
country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes
fatalities tags timestamp""".split()
Row = dict[str, Any]
GEO_PRECISION = {"settlement": 1, "facility": 1, "admin2": 2, "feature": 2, "mountain": 2}
COARSE = 3


def write(material: Material) -> str:
    return csv_table(
        [*COLUMNS, *material.where.codes], rows(material), TAGS if material.wish.hxl else None
    )


def rows(material: Material) -> list[Row]:
    """One row for each event that ACLED has a type for and of which day and place are told."""
    found = [row for event in material.view.events if (row := row_of(event, material))]
    return sorted(found, key=lambda row: (row["event_date"], row["event_id_cnty"]))


def row_of(event: Event, material: Material) -> Row | None:
    span, kind = days.ends(event), sub_event_type(event, material)
    if span is None or kind is None or event.place is None:
        return None
    on, spot = days.middle(*span), material.where.spot(event.place)
    first = parties.column(event, "actor", on, material, spot.iso2)
    second = parties.column(event, "target", on, material, spot.iso2)
    if not first[0] and second[2] != parties.CIVILIANS:
        first, second = second, first
    if second[0] == first[0]:
        second = ("", "", "")
    event_type, disorder = table("exports")["acled"]["types"][kind]
    told = material.told(event.claims)
    return {
        "event_id_cnty": f"{spot.iso3}{event.id.removeprefix('e_')}",
        "event_date": on,
        "year": on.year,
        "time_precision": days.acled_precision(event),
        "disorder_type": disorder,
        "event_type": event_type,
        "sub_event_type": kind,
        "actor1": first[0],
        "assoc_actor_1": first[1],
        "inter1": first[2],
        "actor2": second[0],
        "assoc_actor_2": second[1],
        "inter2": second[2],
        "interaction": parties.interaction(first[2], second[2]),
        "civilian_targeting": targeting(second[2], event_type),
        "iso": spot.numeric,
        "region": spot.acled_region,
        "country": spot.country,
        "admin1": spot.admin1,
        "admin2": spot.admin2,
        "admin3": "",
        **where(event.place),
        "source": source(told),
        "source_scale": "",
        "notes": sentence(event, material),
        "fatalities": conservative(event, material),
        "tags": f"sources={event.sources}; confidence={event.confidence:.2f}",
        "timestamp": instant(event.last_known),
        "admin1_pcode": spot.pcode1,
        "admin2_pcode": spot.pcode2,
    }


def targeting(second: str, event_type: str) -> str:
    hit = second == parties.CIVILIANS or event_type == "Violence against civilians"
    return "Civilian targeting" if hit else ""


def where(place: PlaceName) -> Row:
    known = place.lat is not None
    return {
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": GEO_PRECISION.get(place.kind or "", COARSE) if known else None,
    }


def sub_event_type(event: Event, material: Material) -> str | None:
    """ACLED's sub-event type, None for what is no event of ACLED's."""
    rules = table("exports")["acled"]
    kind = rules["kinds"].get(event.kind)
    if kind is None:
        return None
    claims = [one.claim for one in material.told(event.claims)]
    words = " ".join([*(w for c in claims for w in c.weapon), *(c.quote for c in claims)]).lower()
    for rule in rules["unless"]:
        if rule["kind"] == event.kind and any(word in words for word in rule["words"]):
            return str(rule["type"])
    if event.kind == "territory.capture" and government(event, material):
        return str(rules["government"]["type"])
    return str(kind)


def government(event: Event, material: Material) -> bool:
    """Whether state forces of the country, or their militias, take the place."""
    span, country = days.ends(event), material.where.spot(event.place).iso2
    on = span[1] if span else None
    found = parties.armed(event.actor, on, material, country)
    return bool(found) and found[0][1] in table("exports")["acled"]["government"]["roles"]
