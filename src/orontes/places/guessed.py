"""A place known only by a guess at its spelling, held against the report's other places."""

from collections.abc import Iterable

from orontes.places.distance import km
from orontes.places.place import Place
from orontes.places.senses import Sense
from orontes.places.units_above import keys_above, own_key

NEAR_KM = 100


def believed(sense: Sense, senses: Iterable[Sense]) -> Place | None:
    """What a name means; None if its spelling is guessed and all other places of that country
    that the report names are elsewhere."""
    best = sense.likeliest()
    if best is None or not best.guessed:
        return best.place if best else None
    others = [
        other.place
        for one in senses
        if one.name != sense.name and (other := one.likeliest()) and not other.guessed
    ]
    inner = [one for one in others if one.country == best.place.country and one.kind != "country"]
    return best.place if not inner or any(agree(best.place, one) for one in inner) else None


def agree(place: Place, other: Place) -> bool:
    """Whether they share a first-level unit or lie near each other."""
    if own_key(other) in keys_above(place) or (place.admin1 and place.admin1 == other.admin1):
        return True
    return km(place, other) <= NEAR_KM
