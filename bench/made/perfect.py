"""The claims that a perfect reader would make of a made report."""

from collections.abc import Iterator
from dataclasses import replace

from bench.made.telling import Made, Mention
from orontes.model.claim import Claim
from orontes.model.count import Count
from orontes.model.names import ActorName, PlaceName
from orontes.model.rows import claim_id
from orontes.model.when import When
from orontes.places.gazetteer import Gazetteer
from orontes.places.place import Place

TOLLS = {"killed": "toll.killed", "injured": "toll.injured"}
FIGURES = {"n": ("killed", "people"), "number": ("killed", "people"), "hurting": ("injured",)}


def perfect(report: Made) -> list[Claim]:
    return [claim for one in report.mentions for claim in claims_of(report, one)]


def claims_of(report: Made, one: Mention) -> Iterator[Claim]:
    """What happened, if the sentence's verb or noun says so, and each figure that it tells."""
    figures = told_figures(one)
    event = base(report, one)
    head = replace(event, count=figures.get("people"))
    yield replace(head, id=claim_id(head))
    for slot, kind in TOLLS.items():
        if count := figures.get(slot):
            toll = replace(event, kind=kind, actor=(), target=(), count=count)
            yield replace(toll, id=claim_id(toll))


def told_figures(one: Mention) -> dict[str, Count]:
    wanted = set(one.slots)
    for slot, names in FIGURES.items():
        wanted |= set(names) if slot in one.slots else set()
    counts = {slot: count for slot, count in one.known.counts.items() if slot in wanted}
    main = one.known.killed or one.known.people
    if main and {"n", "number"} & one.slots:
        counts["killed" if one.known.killed else "people"] = Count(main, main)
    return counts


def base(report: Made, one: Mention) -> Claim:
    event = one.happening
    actors = [event.actor] if "actor" in one.slots else []
    targets = [event.target] if "target" in one.slots and event.target else []
    if event.kind == "battle.clash":
        actors, targets = actors + targets, []
    denied = one.role == "denial"
    told = report.text[one.start : one.end]
    return Claim(
        doc=report.id,
        kind=event.kind,
        start=one.start,
        end=one.end,
        quote=told,
        predicate=(one.start, one.start + 1),
        actor=tuple(ActorName(who.names[0], who.id) for who in actors),
        target=tuple(ActorName(who.names[0], who.id) for who in targets),
        place=place(report, one),
        when=day(report, one),
        about=event.about,
        weapon=(event.weapon,) if event.weapon and "weapon" in one.slots else (),
        said_by=(ActorName(one.credit.names[0], one.credit.id),) if one.credit else (),
        stance="denied" if denied else "attributed" if one.credit else "asserted",
        reader="perfect",
    )


def place(report: Made, one: Mention) -> PlaceName:
    """As exactly as the sentence tells it, or else as the report's other sentences do."""
    town, precision = one.happening.town, one.known.precision
    if one.role == "headline" or not {"at", "spot"} & one.slots:
        precision = "exact"
    if precision == "wide":
        return unit_of(town)
    name = one.happening.district if precision == "district" else town.name
    site = one.happening.site if precision == "site" else None
    return PlaceName(
        name or town.name, town.id, town.lat, town.lon, "settlement", town.country, site
    )


def unit_of(town: Place) -> PlaceName:
    found = Gazetteer.open().find(town.admin1 or "")
    units = [p for p in found if p.kind == "admin1" and p.country == town.country]
    unit = next(iter(units), town)
    return PlaceName(unit.name, unit.id, unit.lat, unit.lon, unit.kind, unit.country)


def day(report: Made, one: Mention) -> When | None:
    """Its own day, or the day of the same happening in the report's other sentences."""
    days = [m.known.when for m in (one, *report.mentions) if m.happening.id == one.happening.id]
    return next((found for found in days if found), None)
