"""All names of one report resolved together: countries named, parents, size and distance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import exp, log10

from orontes.places.candidates import Candidate, candidates, parent_of, romanised
from orontes.places.distance import km
from orontes.places.gazetteer import Gazetteer
from orontes.places.place import Place
from orontes.places.weighing import Options, chosen_weights, country_weights, weight

ROUNDS = 2
UNITS = frozenset({"country", "admin1", "admin2", "region"})
CLEAR_COUNTRY = 0.3
CONTENDERS = 12


@dataclass(slots=True)
class Context:
    """What one report says about where it plays."""

    countries: dict[str, float] = field(default_factory=dict)
    units: frozenset[tuple[str | None, str | None]] = frozenset()
    parents: dict[str, frozenset[str]] = field(default_factory=dict)
    anchors: tuple[Place, ...] = ()


def locate(
    names: Sequence[str],
    gazetteer: Gazetteer,
    countries: Sequence[str] = (),
    parents: Sequence[str | None] = (),
) -> list[Place | None]:
    """The place that each name of one report means, None where the gazetteer has none.

    ``names`` stand in the order of the text, repeated as often as they occur. ``countries``
    (ISO 3166-1 alpha-2, likeliest first) are known to be what the report is about. ``parents``,
    if given, says for each name what the text puts it in ("Saraqib in Idlib province"). Candidates
    are scored by size, by how much the report speaks of their country, by a named parent unit, and
    by closeness to the places that the other names mean. One name means one place in a report.
    """
    found = {name: candidates(name, gazetteer, countries) for name in dict.fromkeys(names)}
    for name, inside in enclosing(names, parents, gazetteer).items():
        found[name] = within(found[name], inside)
    context = Context(countries=country_weights(names, found, countries))
    widen(found, context, gazetteer)
    if not parents:
        context.parents = following(names, found)
    context.units = units_named(found)
    chosen: dict[str, Place] = {}
    for _ in range(ROUNDS):
        chosen = {name: best(name, options, context) for name, options in found.items() if options}
        context.anchors = tuple(
            dict.fromkeys(place for place in chosen.values() if place.kind not in UNITS)
        )
        context.countries = chosen_weights(names, chosen, countries)
    chosen = {name: best(name, options, context) for name, options in found.items() if options}
    return [chosen.get(name) for name in names]


def widen(found: Options, context: Context, gazetteer: Gazetteer) -> None:
    """Names that no country of the report knows are sought there in other romanisations."""
    top = sorted(context.countries, key=lambda country: -context.countries[country])[:2]
    about = [country for country in top if context.countries[country] >= CLEAR_COUNTRY]
    for name, options in found.items():
        if about and not any(known(option.place, about) for option in options):
            found[name] = [*options, *romanised(name, gazetteer, about)]


def known(place: Place, about: list[str]) -> bool:
    return place.country in about or place.kind in {"country", "region", "admin1"}


def units_named(found: Options) -> frozenset[tuple[str | None, str | None]]:
    """First-level units that the report names, with their countries."""
    return frozenset(
        (option.place.country, option.place.name)
        for options in found.values()
        for option in options[:3]
        if option.place.kind == "admin1"
    )


def enclosing(
    names: Sequence[str], parents: Sequence[str | None], gazetteer: Gazetteer
) -> dict[str, frozenset[str]]:
    """Units and countries that the text or the name itself says each name lies in."""
    inside: dict[str, set[str]] = {}
    own = [(name, parent_of(name)) for name in dict.fromkeys(names)]
    for name, parent in [*zip(names, parents, strict=False), *own]:
        if parent:
            inside.setdefault(name, set()).update(unit_keys(candidates(parent, gazetteer)))
    return {name: frozenset(keys) for name, keys in inside.items()}


def following(names: Sequence[str], found: Options) -> dict[str, frozenset[str]]:
    """Units and countries that are named right after each name."""
    inside: dict[str, set[str]] = {}
    for name, after in pairwise(names):
        inside.setdefault(name, set()).update(unit_keys(found[after][:3]))
    return {name: frozenset(keys) for name, keys in inside.items()}


def within(options: list[Candidate], inside: frozenset[str]) -> list[Candidate]:
    """Those that lie in what the text says, if any does."""
    return [option for option in options if parent_points(option.place, inside)] or options


def unit_keys(options: Iterable[Candidate]) -> set[str]:
    return {
        key(option.place.kind, option.place.country, option.place.name)
        for option in options
        if option.place.kind in {"country", "admin1", "admin2"}
    }


def key(kind: str, country: str | None, name: str | None) -> str:
    return f"country {country}" if kind == "country" else f"{kind} {country} {name}"


def best(name: str, options: Sequence[Candidate], context: Context) -> Place:
    plain = {option: base_score(name, option, context) for option in options}
    first = sorted(options, key=lambda o: (-plain[o], o.place.id))[:CONTENDERS]
    return min(
        first, key=lambda o: (-plain[o] - weight("near") * closeness(o.place, context), o.place.id)
    ).place


def base_score(name: str, option: Candidate, context: Context) -> float:
    place = option.place
    points = weight(place.kind) + weight("size") * log10(place.population + 10)
    points += weight("about") * context.countries.get(place.country or "", 0.0)
    points -= weight("other_name") * option.other
    if place.kind not in UNITS and (place.country, place.admin1) in context.units:
        points += weight("unit_named")
    return points + parent_points(place, context.parents.get(name, frozenset()))


def parent_points(place: Place, inside: frozenset[str]) -> float:
    above = {key("admin1", place.country, place.admin1), key("admin2", place.country, place.admin2)}
    if place.kind != "admin1" and above & inside:
        return weight("parent_unit")
    if place.kind != "country" and key("country", place.country, None) in inside:
        return weight("parent_country")
    return 0.0


def closeness(place: Place, context: Context) -> float:
    """Between 0 and 1: 1 amid the other places of the report, 0 far from all of them."""
    others = [other for other in context.anchors if other.id != place.id][:40]
    if not others or place.kind in {"country", "region"}:
        return 0.0
    near = sorted(km(place, other) for other in others)[: max(1, len(others) // 2)]
    return sum(exp(-distance / weight("near_km")) for distance in near) / len(near)
