"""Deadly events in the columns of UCDP's Georeferenced Event Dataset (docs/exports.md)."""

from typing import Any

from orontes.actors.registry import Registry
from orontes.export import days, parties
from orontes.export.cells import table as csv_table
from orontes.export.deaths import bounds
from orontes.export.grid import priogrid
from orontes.export.material import Material
from orontes.export.notes import MARK, publishers, tellers, unique
from orontes.export.tags import GED as TAGS
from orontes.export.where import countries, number
from orontes.model.event import Event
from orontes.model.names import PlaceName
from orontes.vocabulary.load import table

COLUMNS = """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id
conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id
side_b_new_id side_b number_of_sources source_article source_office source_date source_headline
source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude
geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end deaths_a
deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob""".split()
Row = dict[str, Any]
WHERE_PREC = {"settlement": 1, "facility": 1, "feature": 2, "mountain": 2, "admin2": 3, "admin1": 4}
COUNTRY = 6
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
GOVERNING = frozenset({"state", "government", "army", "police"})
UNKNOWN = "XXX"
DIGITS = 12


def write(material: Material) -> str:
    return csv_table(
        [*COLUMNS, *material.where.codes], rows(material), TAGS if material.wish.hxl else None
    )


def rows(material: Material) -> list[Row]:
    """One row for each event of organised violence, told with a day and a place, with at least one
    death."""
    found = [row for event in material.view.events if (row := row_of(event, material))]
    return sorted(found, key=lambda row: (row["date_start"], row["id"]))


def row_of(event: Event, material: Material) -> Row | None:
    rules, span = table("exports")["ged"], days.ends(event)
    dead = bounds(event, material)
    one_sided = event.kind in rules["one_sided"]
    if not (one_sided or event.kind in rules["battle"]) or span is None or event.place is None:
        return None
    if dead is None or dead.high < 1:
        return None
    spot = material.where.spot(event.place)
    sides = both_sides(event, material, spot.iso2, one_sided)
    violence = kind_of_violence(sides, one_sided, material.registry)
    whole = int(event.id.removeprefix("e_")[:DIGITS], 16)
    return {
        "id": whole,
        "relid": f"{spot.iso3 or UNKNOWN}-{span[0].year}-{violence}-{event.id.removeprefix('e_')}",
        "year": span[0].year,
        "code_status": "Clear",
        "type_of_violence": violence,
        "conflict_name": spot.country,
        "dyad_name": " - ".join(name or "unknown" for name, *_ in sides),
        "side_a": sides[0][0],
        "side_b": sides[1][0],
        **sources(event, material),
        **where(event.place),
        "adm_1": spot.admin1,
        "adm_2": spot.admin2,
        "country": spot.country,
        "country_id": spot.gw,
        "region": spot.ged_region,
        "event_clarity": 1 if event.dated else 2,
        "date_prec": days.ged_precision(event),
        "date_start": span[0],
        "date_end": span[1],
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": dead.civilians,
        "deaths_unknown": dead.best - dead.civilians,
        "best": dead.best,
        "high": dead.high,
        "low": dead.low,
        "gwnoa": state_number(sides[0][1], material.registry),
        "gwnob": state_number(sides[1][1], material.registry),
        "admin1_pcode": spot.pcode1,
        "admin2_pcode": spot.pcode2,
    }


Side = tuple[str, str | None]
"""Name and id of a side."""


def both_sides(
    event: Event, material: Material, country: str, one_sided: bool
) -> tuple[Side, Side]:
    """Side A is the government where one fights, else who acts; civilians are side B."""
    on = days.ends(event)
    first = side(event, "actor", material, country, on[1] if on else None)
    second = side(event, "target", material, country, on[1] if on else None)
    if one_sided or (not second[0] and parties.hits_civilians(event)):
        return first, (table("exports")["ged"]["civilians"], None)
    if second[0] == first[0]:
        second = "", None
    if is_state(second, material.registry) and not is_state(first, material.registry):
        return second, first
    return first, second


def side(event: Event, slot: str, material: Material, country: str, on: Any) -> Side:
    actors = event.actor if slot == "actor" else event.target
    for actor in actors:
        if parties.role(actor, on, material, country):
            top = material.registry.side(actor.id, on) if actor.id else None
            name = material.registry.name(top) if top else actor.name
            return name, top
    return "", None


def kind_of_violence(sides: tuple[Side, Side], one_sided: bool, registry: Registry) -> int:
    civilians = table("exports")["ged"]["civilians"]
    if one_sided or sides[1][0] == civilians:
        return ONE_SIDED
    return STATE_BASED if any(is_state(side, registry) for side in sides) else NON_STATE


def is_state(side: Side, registry: Registry) -> bool:
    actor = registry.get(side[1]) if side[1] else None
    return actor is not None and actor.kind in GOVERNING


def state_number(identity: str | None, registry: Registry) -> int | None:
    """Gleditsch and Ward's number of the state that a side is or governs."""
    actor = registry.get(identity) if identity else None
    if actor is None or actor.kind not in GOVERNING:
        return None
    home = actor.home or next(iter(sorted(actor.countries)), None)
    return number(countries().get(home or "", {}).get("gw"))


def sources(event: Event, material: Material) -> Row:
    told = material.told(event.claims)
    reports = list(dict.fromkeys(one.source for one in told))
    articles = [
        '"' + ",".join(filter(None, (one.publisher, one.published, one.title))) + '"'
        for one in reports
    ]
    return {
        "number_of_sources": event.sources,
        "source_article": ";".join(articles),
        "source_office": MARK.join(publishers(told)),
        "source_date": MARK.join(unique((one.published or "")[:10] for one in reports)),
        "source_headline": MARK.join(unique(one.title for one in reports)),
        "source_original": tellers(told),
    }


def where(place: PlaceName) -> Row:
    row: Row = {"where_coordinates": place.name, "where_description": place.name}
    if place.lat is None or place.lon is None:
        return row | {"where_prec": COUNTRY}
    return row | {
        "where_prec": WHERE_PREC.get(place.kind or "", COUNTRY),
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})",
        "priogrid_gid": priogrid(place.lat, place.lon),
    }
