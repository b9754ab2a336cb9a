"""Who held each place, unit or grid cell on each day or at the end of each month."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from orontes.events.origins import origins
from orontes.export.cells import table
from orontes.export.grid import priogrid
from orontes.export.material import Material
from orontes.model.names import PlaceName
from orontes.model.picture import Control

CONTESTED = "CONTESTED"
UNKNOWN = "unknown"
PLACE = "geonameid date status holder name lat lon country admin1 admin2".split()
UNIT = "unit date status holder share n_places".split()
COMMON = "probability contested basis n_origins last_reported".split()
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Held:
    """One place's spell with the voices that its claims rest on."""

    spell: Control
    voices: frozenset[str]


def write(material: Material) -> str:
    """VIINA's ``geonameid, date, status`` and what else is known (docs/exports.md)."""
    if material.wish.unit == "place":
        return table([*PLACE, *COMMON, *codes(material, PLACE)], place_rows(material))
    return table([*UNIT, *COMMON], unit_rows(material))


def codes(material: Material, has: Sequence[str]) -> list[str]:
    return [name for name in material.where.codes if name not in has]


def places(material: Material) -> dict[str, list[Held]]:
    """The spells of each place, parted where belief moved, the first first."""
    found: defaultdict[str, list[Held]] = defaultdict(list)
    for spell in material.beliefs():
        told = material.told(spell.claims)
        voices = frozenset().union(*origins(told, material.registry).values())
        found[spell.place_id].append(Held(spell, voices))
    for spells in found.values():
        spells.sort(key=lambda held: held.spell.since or date.min)
    return dict(sorted(found.items()))


def dates(material: Material) -> Iterator[date]:
    """Every day from the first report to ``at`` or the last one, or the ends of its months."""
    known = [at.date() for one in material.view.told if (at := one.known)]
    if not known:
        return
    day, last = min(known), material.view.at or max(known)
    while day <= last:
        following = day + timedelta(1)
        if material.wish.by == "day" or following.month != day.month or day == last:
            yield day
        day = following


def on(spells: Sequence[Held], day: date) -> Held | None:
    """The spell that covers the day."""
    found = None
    for held in spells:
        begun = held.spell.since is None or held.spell.since <= day
        if begun and (held.spell.until is None or day < held.spell.until):
            found = held
    return found


def status(spell: Control) -> str:
    return CONTESTED if spell.contested else spell.holder


def place_rows(material: Material) -> Iterator[Row]:
    days = list(dates(material))
    for identity, spells in places(material).items():
        first = spells[0].spell
        units = material.where.columns(identity, first.lat, first.lon)
        for day in days:
            if held := on(spells, day):
                yield place_row(identity, held, day) | units


def place_row(identity: str, held: Held, day: date) -> Row:
    spell = held.spell
    return {
        "geonameid": identity.removeprefix("gn:"),
        "date": day,
        "status": status(spell),
        "holder": spell.holder,
        "name": spell.place,
        "lat": spell.lat,
        "lon": spell.lon,
        "country": spell.country,
        "probability": round(spell.probability, 3),
        "contested": int(spell.contested),
        "basis": spell.basis,
        "n_origins": len(held.voices),
        "last_reported": spell.last_reported,
    }


def unit_rows(material: Material) -> Iterator[Row]:
    """A unit is with who holds most of its told places; without a majority it is contested."""
    inside: defaultdict[str, list[list[Held]]] = defaultdict(list)
    for spells in places(material).values():
        if unit := unit_of(spells[0].spell, material):
            inside[unit].append(spells)
    for day in dates(material):
        for unit in sorted(inside):
            held = [one for spells in inside[unit] if (one := on(spells, day))]
            if known := [one for one in held if one.spell.holder != UNKNOWN]:
                yield {"unit": unit, "date": day, **together(known)}


def unit_of(spell: Control, material: Material) -> str | None:
    if spell.lat is None or spell.lon is None:
        return None
    if material.wish.unit == "priogrid":
        return str(priogrid(spell.lat, spell.lon))
    place = PlaceName(spell.place, spell.place_id, spell.lat, spell.lon, country=spell.country)
    spot = material.where.spot(place)
    return spot.pcode2 or (f"{spot.iso3} {spot.admin1}, {spot.admin2}" if spot.admin2 else None)


def together(held: Sequence[Held]) -> Row:
    counted = Counter(one.spell.holder for one in held)
    holder = min(counted, key=lambda name: (-counted[name], name))
    share = counted[holder] / len(held)
    mine = [one.spell for one in held if one.spell.holder == holder]
    split = share <= 0.5
    return {
        "status": CONTESTED if split else holder,
        "holder": holder,
        "share": round(share, 3),
        "n_places": len(held),
        "probability": round(sum(spell.probability for spell in mine) / len(mine), 3),
        "contested": int(split),
        "basis": min((spell.basis for spell in mine), key="reported inferred initial".find),
        "n_origins": len(frozenset().union(*(one.voices for one in held))),
        "last_reported": max((s.last_reported for s in mine if s.last_reported), default=None),
    }
