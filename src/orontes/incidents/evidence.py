"""What the words round the names of a place tell of violence there."""

from math import log1p

from orontes.incidents.scene import Scene
from orontes.incidents.sites import Site
from orontes.incidents.weighing import Figures

AT = frozenset({"in", "at", "near", "outside", "inside", "around", "on"})
ACTS = frozenset({"nsubj", "nsubjpass", "poss", "agent", "amod"})
ROLES = ("pobj", "compound", "nsubj", "appos", "poss", "dobj", "conj", "amod", "ROOT", "npadvmod")
BEFORE = {word: word for word in "of from to and the between through with for".split()}
BEFORE["comma"] = ","
GROUPS = ("civilians", "strike", "battle", "property", "toll")
DOUBTED = 0.1
OLD_DAYS, RECENT_DAYS = 60, 7
FAR_BEHIND = 1500


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
        **{f"before_{name}": share_before(word, body) for name, word in BEFORE.items()},
        **of_days(told, body),
        "likely": max((s.told.likely for s in body), default=0.0),
        "unlikely": float(bool(body) and all(s.told.likely < DOUBTED for s in body)),
        "said_capital": log1p(sum(s.told.unit == "capital" for s in body)),
        **{f"role_{role}": share(role, body) for role in ROLES},
        "lead_at": float(any(s.told.sentence == told.head for s in at)),
    }


def share_before(word: str, sites: list[Site]) -> float:
    return sum(site.told.before == word for site in sites) / (len(sites) or 1)


def of_days(told: Scene, sites: list[Site]) -> Figures:
    """Whether the sentences round the sites tell of long ago, and of the last days."""
    numbers = {s.told.sentence for s in sites}
    ages = [
        (told.day - time.when.latest).days
        for time in told.times
        if time.sentence in numbers and told.day and time.when.latest
    ]
    return {
        "old": float(any(age > OLD_DAYS for age in ages)),
        "recent": float(any(0 <= age <= RECENT_DAYS for age in ages)),
        "future": float(any(age < 0 for age in ages)),
    }


def share(role: str, sites: list[Site]) -> float:
    return sum(site.told.role == role for site in sites) / (len(sites) or 1)


def of_grounds(told: Scene, sites: list[Site]) -> Figures:
    """How often, how surely and how early the trained reader sees violence at the sites."""
    met = [
        ground
        for ground in told.grounds
        if any(s.told.start < ground.end and ground.start < s.told.end for s in sites)
    ]
    first = min((ground.start for ground in told.grounds), default=-1)
    return {
        "grounds": log1p(len(met)),
        "ground": max((ground.score for ground in met), default=0.0),
        "first_ground": float(any(ground.start == first for ground in met)),
        "no_grounds": float(not told.grounds),
        **{f"ground_{g}": float(any(one.kind.startswith(g) for one in met)) for g in GROUPS},
        "ground_late": float(bool(met) and min(one.start for one in met) > first + FAR_BEHIND),
        "ground_share": len(met) / (len(told.grounds) or 1),
    }
