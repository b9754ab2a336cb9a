"""Named facilities: the facility where it is known, else its town with the facility's type."""

from functools import cache

from orontes.places.gazetteer import Gazetteer
from orontes.places.names import fold
from orontes.places.place import Place
from orontes.vocabulary.load import table

AIRFIELD_KM = 30


@cache
def types() -> dict[str, str]:
    """Facility words (lemmas and plurals) with their type."""
    return {
        word: kind
        for kind, text in table("places/facilities")["types"].items()
        for word in text.split()
    }


@cache
def fillers() -> frozenset[str]:
    return frozenset(table("places/facilities")["fillers"]["words"].split())


def facility_of(name: str) -> str | None:
    """The type of facility that a name ends on: "Hama's military airport" is an airport."""
    words = fold(name).split()
    for word in reversed(words):
        if word in types():
            return types()[word]
    return None


def town_of(name: str) -> str:
    """The name without facility words and fillers: "central Hama prison" → "hama"."""
    kept = [word for word in fold(name).split() if word not in types() and word not in fillers()]
    return " ".join(kept)


def at_town(town: Place, name: str, kind: str, gazetteer: Gazetteer) -> Place:
    """The airfield of a town where the tables hold one nearby, else the town itself.

    One that bears the town's name comes before a nearer one, and a base before a civil airport
    where the report's words say so ("Hama's military airport").
    """
    if kind not in {"airport", "base"}:
        return town
    military = kind == "base" or "military" in fold(name).split()
    near = gazetteer.near(town.lat, town.lon, AIRFIELD_KM, town.country, "facility")
    fields = [place for place in near if place.facility in {"airport", "base"}]
    named = fold(town.name)
    return min(
        fields,
        key=lambda place: (named not in fold(place.name), military and place.facility != "base"),
        default=town,
    )
