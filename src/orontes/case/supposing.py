"""What-if: holders that a user supposes from a day on, never written to a case."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from orontes.actors.registry import Registry
from orontes.errors import WrongCall
from orontes.events.keys import fold, place_key
from orontes.model.names import PlaceName
from orontes.model.picture import Control
from orontes.model.told import Told
from orontes.picture.evidence import WIDE, setting_of
from orontes.picture.initial import Home
from orontes.picture.routes.nodes import countries, places_of
from orontes.picture.standing import name_of
from orontes.picture.supposed import sentence
from orontes.places.gazetteer import Gazetteer
from orontes.store.beginning import held

FORM = "write PLACE=HOLDER@DAY, as in Homs=opposition@2024-12-07"


def supposed(
    texts: Sequence[str], told: Sequence[Told], initial: Sequence[Control], registry: Registry
) -> list[Control]:
    """Rows that hold from their day on, of texts such as ``Homs=opposition@2024-12-07``.

    A place is one that the case names, else the gazetteer's largest settlement of that name in the
    countries of the case. A holder is an actor's id or name, or words of the name of one side of
    the case; it stands for its side. Raises WrongCall, in one sentence, for what cannot be.
    """
    found: dict[tuple[str, date | None], Control] = {}
    for text in texts:
        one = row(text, told, initial, registry)
        other = found.setdefault((one.place_id, one.since), one)
        if other.holder != one.holder:
            raise WrongCall(
                f"{one.place} is supposed to be held by {other.holder_name} and by"
                f" {one.holder_name} on {one.since}; leave one of them"
            )
    return list(found.values())


def row(text: str, told: Sequence[Told], initial: Sequence[Control], registry: Registry) -> Control:
    name, holder, day = parts(text)
    place = place_of(name, told, initial)
    side = holder_of(holder, told, initial, registry, day)
    made = held(
        place.name, place_key(place), place.lat, place.lon, place.country,
        side, name_of(side, registry), day.isoformat(),
    )  # fmt: skip
    return replace(made, basis="supposed", why=sentence(place.name, made.holder_name, day))


def parts(text: str) -> tuple[str, str, date]:
    who, at, written = text.rpartition("@")
    name, equals, holder = (piece.strip() for piece in who.partition("="))
    if not (at and equals and name and holder):
        raise WrongCall(f"{text!r} supposes nothing; {FORM}")
    try:
        return name, holder, date.fromisoformat(written.strip())
    except ValueError as error:
        raise WrongCall(f"{written!r} in {text!r} is no day; {FORM}") from error


def place_of(name: str, told: Sequence[Told], initial: Sequence[Control]) -> PlaceName:
    wanted, places = fold(name), list(places_in(told, initial))
    named = [p for p in places if name == p.id or fold(p.name) == wanted]
    if named:
        return min(named, key=lambda p: p.lat is None)
    lands = countries(told, places_of(initial))
    for found in Gazetteer.open().find(name):
        if found.kind == "settlement" and (not lands or found.country in lands):
            return PlaceName(
                found.name, found.id, found.lat, found.lon, "settlement", found.country
            )
    raise WrongCall(
        f"no place {name!r} to suppose a holder of, in the case's reports or in the gazetteer of"
        f" its countries; `orontes places find {name!r}` shows what is known"
    )


def places_in(told: Sequence[Told], initial: Sequence[Control]) -> Iterator[PlaceName]:
    """Every place short of a district that the initial table or a claim names."""
    for given in initial:
        yield PlaceName(given.place, given.place_id, given.lat, given.lon, None, given.country)
    for place in (one.claim.place for one in map(Home(initial).bring, told)):
        if place and place.kind not in WIDE and not place.facility:
            yield place


def holder_of(
    holder: str, told: Sequence[Told], initial: Sequence[Control], registry: Registry, day: date
) -> str:
    """The side of an actor, or the one side of the case whose name has all these words."""
    lands = sorted(countries(told, places_of(initial)))
    if actor := registry.get(holder) or registry.find(holder, lands, day):
        return registry.side(actor.id, day)
    words, sides = set(fold(holder).split()), sides_in(told, initial, registry, day)
    fits = [side for side in sides if words <= set(fold(name_of(side, registry)).split())]
    if len(fits) == 1:
        return fits[0]
    raise WrongCall(
        f"{'several sides are' if fits else 'no actor is'} called {holder!r}; name one by its id,"
        f" such as {', '.join((fits or sides)[:5])}"
    )


def sides_in(
    told: Sequence[Told], initial: Sequence[Control], registry: Registry, day: date
) -> list[str]:
    """The sides that hold or fight, by the initial table and the claims, those most told first."""
    fighting = setting_of(told, registry).belligerents | {row.holder for row in initial}
    actors = (one for t in told for one in (*t.claim.actor, *t.claim.target))
    counted = Counter(registry.side(one.id, day) for one in actors if one.id)
    return sorted(fighting, key=lambda side: (-counted[side], side))
