"""Where a text's incidents happened: every place that it names, and the countries it is about."""

from dataclasses import dataclass, field
from math import log1p

from orontes.incidents import weighing
from orontes.incidents.evidence import AT, DOUBTED, of_grounds, of_sites
from orontes.incidents.patterns import units
from orontes.incidents.scene import Scene, countries
from orontes.incidents.sites import Site
from orontes.incidents.weighing import Figures, chance
from orontes.places.names import fold
from orontes.reading import lexicon

CLOSE = 45
Key = tuple[str, str]
TABLES = {"place": "places", "country": "countries"}
"""Which weights weigh each sort of candidate."""


@dataclass(slots=True)
class Candidate:
    """A place asked about: its sites, and the name to give it."""

    name: str
    sites: list[Site] = field(default_factory=list)


def told(scene: Scene) -> list[str]:
    """The names of the places and countries of a scene's violence, the likeliest first."""
    found = candidates(scene)
    chances = {key: chance(TABLES[key[0]], figures) for key, (_, figures) in found.items()}
    return list(dict.fromkeys(found[key][0] for key in weighing.told("places", chances)))


def candidates(told: Scene) -> dict[Key, tuple[str, Figures]]:
    """By ("country", code) or ("place", name): the name, and what speaks for the place."""
    groups = grouped(told)
    about = countries(told)
    most = about.most_common(1)[0][0] if about else ""
    found = {}
    for key, group in groups.items():
        figures = of_sites(told, group.sites) | of_kind(key, group, most)
        figures |= of_grounds(told, group.sites)
        if key[0] == "country":
            figures |= of_country(told, key[1], groups)
        else:
            figures |= of_place(told, key, groups)
        found[key] = (group.name, figures)
    return found


def grouped(told: Scene) -> dict[Key, Candidate]:
    groups: dict[Key, Candidate] = {}
    for site in told.sites:
        country = site.place.country if site.place else None
        if site.place and site.place.kind == "country" and country:
            key, name = ("country", country), country_name(country, site)
        elif site.told.people or not site.told.name:
            continue
        else:
            key, name = ("place", fold(site.told.name)), site.told.name
        groups.setdefault(key, Candidate(name)).sites.append(site)
        if country and key[0] == "place" and site.told.likely >= DOUBTED:
            groups.setdefault(("country", country), Candidate(country_name(country, site)))
    for country in told.actors:
        if name := country_name(country):
            groups.setdefault(("country", country), Candidate(name))
    return groups


def country_name(code: str, site: Site | None = None) -> str:
    registry = lexicon().registry
    identity = registry.state_of(code)
    if identity:
        return registry.name(identity)
    return site.told.name if site else ""


def of_kind(key: Key, group: Candidate, most: str) -> Figures:
    if key[0] == "country":
        return {"country": 1, "country_most": float(key[1] == most)}
    place = next((s.place for s in group.sites if s.place), None)
    unit = next((s.told.unit for s in group.sites if s.told.unit in units("after")), "")
    return {
        place.kind if place else "unknown": 1.0,
        "pattern": float(all(s.told.pattern for s in group.sites)),
        "capital": float(bool(place and place.capital)),
        "foreign": float(bool(place and place.country != most)),
        "with_unit": float(bool(unit)),
        f"unit_{unit}": 1.0,
    }


def of_country(told: Scene, code: str, groups: dict[Key, Candidate]) -> Figures:
    """A country is told for want of a finer place in it."""
    inner = [
        site
        for key, group in groups.items()
        for site in group.sites
        if key[0] == "place" and site.place and site.place.country == code
        if site.told.likely >= DOUBTED
    ]
    violent = [s for s in inner if s.told.sentence >= told.head and told.weight(s.told.sentence)]
    at = [s for s in violent if s.told.before in AT]
    ground = of_grounds(told, inner)
    claimed = [c for _, c in told.violent if c.place and c.place.country == code]
    return {
        "inner": log1p(len(inner)),
        "inner_violent": log1p(len(violent)),
        "inner_none": float(not violent),
        "inner_at_none": float(not at),
        "inner_ground": ground["ground"],
        "inner_grounds": ground["grounds"],
        "inner_share": ground["ground_share"],
        "inner_likely": max((s.told.likely for s in inner), default=0.0),
        "inner_head": float(any(s.told.sentence < told.head for s in inner)),
        "country_claims": log1p(len(claimed)),
        "actors": log1p(told.actors[code]),
        "actors_most": float(bool(told.actors) and told.actors.most_common(1)[0][0] == code),
        "actors_only": float(not inner and not groups["country", code].sites),
    }


def of_place(told: Scene, key: Key, groups: dict[Key, Candidate]) -> Figures:
    own = [s for s in groups[key].sites if s.told.sentence >= told.head]
    claims = [c for _, c in told.violent if c.place and fold(c.place.name) == key[1]]
    toll = [c for c in claims if c.kind.startswith("toll.")]
    first = first_at(told, groups)
    finer, coarser = nested(own, key, groups)
    return {
        "claims": log1p(len(claims) - len(toll)),
        "toll_claims": log1p(len(toll)),
        "claimed": float(bool(claims)),
        "first_at": float(any(s.told.sentence == first and s.told.before in AT for s in own)),
        "after_finer": float(finer),
        "before_coarser": float(coarser),
    }


def first_at(told: Scene, groups: dict[Key, Candidate]) -> int:
    """The first violent sentence that says where: "in X", "near X"."""
    said = (site.told for key, group in groups.items() if key[0] == "place" for site in group.sites)
    found = [
        one.sentence
        for one in said
        if one.sentence >= told.head and told.weight(one.sentence) and one.before in AT
    ]
    return min(found, default=-1)


def nested(own: list[Site], key: Key, groups: dict[Key, Candidate]) -> tuple[bool, bool]:
    """Whether another place stands right before one of the sites, and right after one."""
    others = [
        (site.told.sentence, site.told.start)
        for other, group in groups.items()
        for site in group.sites
        if other[0] == "place" and other != key
    ]
    gaps = [
        start - site.told.start
        for site in own
        for sentence, start in others
        if sentence == site.told.sentence and abs(start - site.told.start) < CLOSE
    ]
    return any(gap < 0 for gap in gaps), any(gap > 0 for gap in gaps)
