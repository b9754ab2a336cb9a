"""Claims with their places looked up; the report's own wording stays."""

from collections.abc import Sequence
from dataclasses import replace

from orontes.model.claim import Claim
from orontes.model.names import PlaceName
from orontes.model.report import Report
from orontes.places.candidates import named
from orontes.places.enclosing import parents_in
from orontes.places.facilities import at_town, facility_of, town_of
from orontes.places.gazetteer import Gazetteer
from orontes.places.locate import locate
from orontes.places.place import Place


def resolve(
    claims: Sequence[Claim],
    report: Report,
    gazetteer: Gazetteer,
    countries: Sequence[str] = (),
    context: Sequence[str] = (),
) -> list[Claim]:
    """The claims with ids and coordinates; a name that is not found stays without them.

    ``context`` are further place names of the report, which help to choose; ``countries`` as in
    :func:`orontes.places.locate.locate`.
    """
    told = [place.name for claim in claims for place in slots(claim)]
    asked = [lookup(name, gazetteer) for name in told]
    everything = [*asked, *context]
    parents = parents_in(report.text, everything, gazetteer)
    found = locate(everything, gazetteer, countries, parents)
    known = {
        name: placed(name, ask, place, gazetteer)
        for name, ask, place in zip(told, asked, found, strict=False)
    }
    return [with_places(claim, known) for claim in claims]


def slots(claim: Claim) -> list[PlaceName]:
    told = (claim.place, claim.origin, claim.destination, *claim.route)
    return [place for place in told if place is not None]


def lookup(name: str, gazetteer: Gazetteer) -> str:
    """What to ask for: the name, or the town within the name of an unknown facility."""
    if facility_of(name) and not named(name, gazetteer):
        return town_of(name) or name
    return name


def placed(name: str, asked: str, place: Place | None, gazetteer: Gazetteer) -> PlaceName:
    kind = facility_of(name)
    if place is None or is_people(name, gazetteer):
        return PlaceName(name, facility=kind)
    town = None
    if kind and asked != name and place.kind == "settlement":
        town = place.name
        place = at_town(place, name, kind, gazetteer)
    return PlaceName(
        name,
        id=place.id,
        lat=place.lat,
        lon=place.lon,
        kind=place.kind,
        country=place.country,
        facility=place.facility or (kind if town or place.kind == "facility" else None),
        town=town,
    )


def is_people(name: str, gazetteer: Gazetteer) -> bool:
    """A demonym ("Syrian") tells of a country but is no place in it."""
    return gazetteer.is_people(name)


def with_places(claim: Claim, known: dict[str, PlaceName]) -> Claim:
    def one(place: PlaceName | None) -> PlaceName | None:
        return known[place.name] if place else None

    return replace(
        claim,
        place=one(claim.place),
        origin=one(claim.origin),
        destination=one(claim.destination),
        route=tuple(known[place.name] for place in claim.route),
    )
