"""The actors of a case: who they are, on which side, in which role."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from orontes.actors.actor import Actor
from orontes.actors.folding import fold
from orontes.actors.registry import Registry
from orontes.actors.roles import interaction
from orontes.model.told import Told
from orontes.model.when import days_of

UNKNOWN = "name:"


@dataclass(slots=True)
class Seen:
    """What the claims tell of one actor: its names, where and when it acts."""

    claims: int = 0
    names: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    days: Counter[date | None] = field(default_factory=Counter)


def actor_rows(
    told: Iterable[Told], registry: Registry, at: date | None = None
) -> list[dict[str, object]]:
    """A row for each actor, those first that most claims name.

    Side and role are those ``at`` that day, else those of most days that the claims tell of, in the
    country in which most of them lie. Armed actors that no table knows have no id and no side.
    """
    seen: dict[str, Seen] = defaultdict(Seen)
    for telling in told:
        count(telling, seen)
    everywhere = Counter(c for one in seen.values() for c in one.countries.elements())
    kept: list[dict[str, object]] = []
    for key in sorted(seen, key=lambda key: (-seen[key].claims, key)):
        one = seen[key]
        if at:
            one.days = Counter({at: 1})
        known = None if key.startswith(UNKNOWN) else registry.get(key)
        row = known_row(known, one, everywhere, registry) if known else unknown_row(one, registry)
        if known or row["role"]:
            kept.append({**row, "interaction": interaction(row["role"]), "claims": one.claims})
    return kept


def count(told: Told, seen: dict[str, Seen]) -> None:
    claim = told.claim
    parties = (*claim.actor, *claim.target, *claim.said_by)
    named = {actor.id or UNKNOWN + fold(actor.name): actor for actor in parties}
    for key, actor in named.items():
        one = seen[key]
        one.claims += 1
        one.names[actor.name] += 1
        one.days[day_of(told)] += 1
        if claim.place and claim.place.country:
            one.countries[claim.place.country] += 1


def day_of(told: Told) -> date | None:
    printed = told.root.published or told.source.published
    published = days_of(printed)[1] if printed else None
    when = told.claim.when
    told_of = (when.latest or when.earliest) if when else None
    return min(filter(None, (told_of, published)), default=None)


def most(counted: Counter[str]) -> str | None:
    return min(counted, key=lambda one: (-counted[one], one), default=None)


def country_of(actor: Actor, seen: Seen, everywhere: Counter[str]) -> str | None:
    """Where most of its claims lie: of the countries where it acts, if any claim lies in one."""
    for where in (seen.countries, everywhere):
        own = Counter({country: n for country, n in where.items() if country in actor.countries})
        if own:
            return most(own)
    return most(seen.countries or everywhere)


def known_row(
    actor: Actor, seen: Seen, everywhere: Counter[str], registry: Registry
) -> dict[str, str | None]:
    country = country_of(actor, seen, everywhere)
    roles: Counter[str] = Counter()
    sides: Counter[str] = Counter()
    for day, times in seen.days.items():
        sides[registry.side(actor.id, day)] += times
        if role := registry.role(actor.id, day, [country] if country else []):
            roles[role] += times
    side = most(sides) or actor.id
    return {
        "actor": actor.name,
        "id": actor.id,
        "role": most(roles),
        "side": side,
        "side_name": registry.name(side),
        "kind": actor.kind,
        "country": country,
    }


def unknown_row(seen: Seen, registry: Registry) -> dict[str, str | None]:
    name = most(seen.names) or ""
    return {
        "actor": name,
        "id": None,
        "role": registry.role_of_name(name),
        "side": None,
        "side_name": None,
        "kind": None,
        "country": most(seen.countries),
    }
