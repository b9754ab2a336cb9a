"""Where a text's incidents happened: every place that it names, and the countries it is about."""

from dataclasses import dataclass, field
from math import log1p

from orontes.incidents.scene import Scene, countries
from orontes.incidents.sites import Site, units
from orontes.incidents.weighing import Figures
from orontes.places.names import fold
from orontes.reading import lexicon

AT = frozenset({"in", "at", "near", "outside", "inside", "around", "on"})
ACTS = frozenset({"nsubj", "nsubjpass", "poss", "agent", "amod"})
ROLES = ("pobj", "compound", "nsubj", "appos", "poss", "dobj", "conj", "amod", "ROOT", "npadvmod")
CLOSE = 45
Key = tuple[str, str]


@dataclass(slots=True)
class Candidate:
    """A place asked about: its sites, and the name to give it."""

    name: str
    sites: list[Site] = field(default_factory=list)


def candidates(told: Scene) -> dict[Key, tuple[str, Figures]]:
    """By ("country", code) or ("place", name): the name, and what speaks for the place."""
    groups = grouped(told)
    about = countries(told)
    most = about.most_common(1)[0][0] if about else ""
    found = {}
    for key, group in groups.items():
        figures = of_sites(told, group.sites) | of_kind(key, group, most)
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
        if country and key[0] == "place":
            groups.setdefault(("country", country), Candidate(country_name(country, site)))
    return groups


def country_name(code: str, site: Site) -> str:
    registry = lexicon().registry
    identity = registry.state_of(code)
    return registry.name(identity) if identity else site.told.name


def of_sites(told: Scene, sites: list[Site]) -> Figures:
    body = [s for s in sites if s.told.sentence >= told.head]
    weights = [told.weight(s.told.sentence) for s in body]
    at = [s for s in body if s.told.before in AT]
    first = min((s.told.sentence - told.head for s in body), default=99)
    return {
        "bias": 1,
        "head": float(len(body) < len(sites)),
        "head_only": float(bool(sites) and not body),
        "violent": log1p(weights.count(2)),
        "in_violent": float(2 in weights),
        "cued": log1p(weights.count(1)),
        "plain": log1p(weights.count(0)),
        "at": log1p(len(at)),
        "at_violent": log1p(sum(told.weight(s.told.sentence) == 2 for s in at)),
        "acts": float(bool(body) and all(s.told.role in ACTS for s in body)),
        "parent": float(bool(body) and all(s.told.parent for s in body)),
        "early": 1 / (1 + first),
        "lead": float(first == 0),
        "hangs_1": float(any(s.told.hangs <= 1 for s in at)),
        "hangs": float(any(s.told.hangs < 9 for s in at)),
        "near": max((1 / (1 + s.told.apart) for s in body), default=0),
        "near_at": max((1 / (1 + s.told.apart) for s in at), default=0),
        "beside": sum(s.told.beside for s in body) / (len(body) or 1),
        "never_at": float(bool(body) and not at),
        "once": float(len(sites) == 1),
        "said_capital": log1p(sum(s.told.unit == "capital" for s in body)),
        **{f"role_{role}": share(role, body) for role in ROLES},
        "lead_at": float(any(s.told.sentence == told.head for s in at)),
    }


def share(role: str, sites: list[Site]) -> float:
    return sum(site.told.role == role for site in sites) / (len(sites) or 1)


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
    ]
    violent = [s for s in inner if s.told.sentence >= told.head and told.weight(s.told.sentence)]
    at = [s for s in violent if s.told.before in AT]
    claimed = [c for _, c in told.violent if c.place and c.place.country == code]
    return {
        "inner": log1p(len(inner)),
        "inner_violent": log1p(len(violent)),
        "inner_none": float(not violent),
        "inner_at_none": float(not at),
        "inner_head": float(any(s.told.sentence < told.head for s in inner)),
        "country_claims": log1p(len(claimed)),
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
