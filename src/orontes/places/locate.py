"""All names of one report resolved together: wording, countries, size and distance."""

from collections.abc import Sequence
from itertools import pairwise
from math import exp

from orontes.places.candidates import Candidate, candidates, parent_of, romanised
from orontes.places.gazetteer import Gazetteer
from orontes.places.guessed import believed
from orontes.places.linking import Span, links
from orontes.places.place import Place
from orontes.places.senses import Asked, Report, Sense
from orontes.places.units_above import keys_above, own_key, unit_keys
from orontes.places.weighing import (
    Context,
    Said,
    near_figures,
    plain_figures,
    told_figures,
    total,
)

ROUNDS = 4
CLEAR_COUNTRY = 0.3
CONTENDERS = 15
FIRST = 3
Senses = dict[Asked, Sense]
Found = dict[str, list[Candidate]]


def locate(
    names: Sequence[str],
    gazetteer: Gazetteer,
    countries: Sequence[str] = (),
    parents: Sequence[str | None] = (),
    text: str = "",
    spans: Sequence[Span] = (),
) -> list[Place | None]:
    """The place that each name of one report means, None where the gazetteer has none.

    ``names`` stand in the order of the text, repeated as often as they occur. ``countries``
    (ISO 3166-1 alpha-2, likeliest first) are known to be what the report is about. ``parents``,
    if given, says for each name what the text puts it in ("Saraqib in Idlib province"). With
    ``text`` and the names' ``spans`` in it, the words between two names tell the same. Meanings
    are weighed by size, by how much the report speaks of their country and unit, by units named,
    and by closeness to the places that the other names mean. One name means one place in a report,
    but for units in wordings such as "Athens, Georgia".
    """
    found = {name: candidates(name, gazetteer, countries) for name in dict.fromkeys(names)}
    for name, inside in enclosing(names, parents, gazetteer).items():
        found[name] = within(found[name], inside)
    asked, senses = sensed(names, found, links(text, spans))
    settle(senses, countries, gazetteer)
    meant = {one: believed(sense, senses.values()) for one, sense in senses.items()}
    return [meant[one] for one in asked]


def sensed(
    names: Sequence[str], found: Found, linked: Sequence[tuple[int, int]]
) -> tuple[list[Asked], Senses]:
    """What each name asks, and the meanings of all that is asked."""
    asked = [Asked(name) for name in names]
    inside: dict[str, set[str]] = {}
    outer: dict[str, set[str]] = {}
    for within_it, round_it in linked:
        small, large = names[within_it], names[round_it]
        held = holding(found[small], found[large])
        if small == large or not held:
            continue
        asked[round_it] = Asked(large, outer=True)
        inside.setdefault(small, set()).update(held)
        outer.setdefault(large, set()).update(held)
    before = following(names, found)
    senses: Senses = {}
    for one in asked:
        if one in senses:
            senses[one].times += 1
            continue
        options = found[one.name]
        if one.outer:
            options = [option for option in options if own_key(option.place) in outer[one.name]]
        senses[one] = sense = Sense(one.name, options)
        sense.said = Said(
            frozenset(inside.get(one.name, ())),
            before.get(one.name, frozenset()),
            frozenset(sense.namesakes()),
        )
    return asked, senses


def holding(inner: Sequence[Candidate], outer: Sequence[Candidate]) -> set[str]:
    """Units that the outer name may mean and that hold a place that the inner may mean."""
    above = {one for option in inner for one in keys_above(option.place)}
    return unit_keys(outer) & above


def settle(senses: Senses, countries: Sequence[str], gazetteer: Gazetteer) -> Report:
    """Weigh all meanings round by round, each by what the other names then mean."""
    for sense in senses.values():
        sense.shares = weighed(sense, Context())
    report = Report(senses.values(), countries)
    widen(senses, report.countries(CLEAR_COUNTRY), gazetteer)
    for _ in range(ROUNDS):
        report.tally()
        new = [weighed(sense, report.without(sense.name)) for sense in senses.values()]
        for sense, shares in zip(senses.values(), new, strict=True):
            sense.shares = shares
    report.tally()
    return report


def weighed(sense: Sense, context: Context) -> list[float]:
    """How likely each meaning is; only the best few are asked how near they are to others."""
    plain = [
        total(plain_figures(option)) + total(told_figures(option, sense.said, context))
        for option in sense.options
    ]
    best = sorted(range(len(plain)), key=lambda i: (-plain[i], sense.options[i].place.id))
    points = list(plain)
    for i in best[:CONTENDERS]:
        points[i] += total(near_figures(sense.options[i].place, context))
    most = max(points, default=0.0)
    likely = [exp(point - most) for point in points]
    return [one / sum(likely) for one in likely]


def widen(senses: Senses, about: list[str], gazetteer: Gazetteer) -> None:
    """Names that no country of the report knows are sought there in other romanisations."""
    for sense in senses.values():
        if about and not any(known(option.place, about) for option in sense.options):
            new = romanised(sense.name, gazetteer, about)
            sense.options = [*sense.options, *new]
            sense.shares = [1 / len(sense.options)] * len(sense.options) if sense.options else []


def known(place: Place, about: list[str]) -> bool:
    return place.country in about or place.kind in {"country", "region", "admin1"}


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


def following(names: Sequence[str], found: Found) -> dict[str, frozenset[str]]:
    """Units and countries that are named right after each name."""
    inside: dict[str, set[str]] = {}
    for name, after in pairwise(names):
        if name != after:
            inside.setdefault(name, set()).update(unit_keys(found[after][:FIRST]))
    return {name: frozenset(keys) for name, keys in inside.items()}


def within(options: list[Candidate], inside: frozenset[str]) -> list[Candidate]:
    """Those that lie in what the text says, if any does."""
    return [option for option in options if keys_above(option.place) & inside] or options
