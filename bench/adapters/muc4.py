from collections.abc import Iterator, Sequence
from typing import Any

from orontes.model.claim import Claim
from orontes.model.names import ActorName
from orontes.reading import read

TYPES = {
    "civilians.abduct": "KIDNAPPING",
    "strike.explosion": "BOMBING",
    "strike.air": "ATTACK",
    "strike.shelling": "ATTACK",
    "civilians.attack": "ATTACK",
    "battle.clash": "ATTACK",
    "property.destroy": "ATTACK",
}
ORGANISED = ("front", "army", "liberation", "fmln", "eln", "farc", "movement", "police", "cartel")
STATUS = {"attributed": "accused", "asserted": "fact", "past": "fact", "possible": "possible"}
TOLD = frozenset({"asserted", "attributed", "past", "possible"})


def rows(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    claims = [claim for claim in read(item["text"]) if claim.stance in TOLD]
    violent = [claim for claim in claims if claim.kind in TYPES]
    tolls = [claim for claim in claims if claim.kind in {"toll.killed", "toll.injured"}]
    perpetrators = unique(actor for claim in violent for actor in claim.actor)
    organised = [name for name in perpetrators if is_organised(name)]
    types = list(dict.fromkeys(TYPES[claim.kind] for claim in violent))
    yield {
        "id": item["id"],
        "roles": {
            "PerpInd": [[name] for name in perpetrators if name not in organised],
            "PerpOrg": [[name] for name in organised],
            "Target": entities(c for c in violent if c.kind.startswith(("property", "strike"))),
            "Victim": entities([c for c in violent if c.kind.startswith("civilians")] + tolls),
            "Weapon": [],
        },
        "templates": [{"type": [kind]} for kind in types],
        "toll": [[c.kind.split(".")[1], low] for c in tolls if (low := lowest(c)) > 1],
        "claims": [{"org": [name.lower()], "status": status(violent, name)} for name in organised],
        "dates": sorted({d for c in violent if c.when and (d := str(c.when.latest)) != "None"}),
        "places": sorted({c.place.name.lower() for c in violent if c.place}),
    }


def unique(actors: Iterator[ActorName]) -> list[str]:
    return list(dict.fromkeys(actor.name for actor in actors))


def is_organised(name: str) -> bool:
    return any(word in name.casefold() for word in ORGANISED)


def entities(claims: Iterator[Claim] | Sequence[Claim]) -> list[list[str]]:
    return [[name] for name in dict.fromkeys(a.name for c in claims for a in c.target)]


def lowest(claim: Claim) -> int:
    return (claim.count.low or claim.count.high or 0) if claim.count else 0


def status(claims: Sequence[Claim], name: str) -> str:
    for claim in claims:
        if name in (actor.name for actor in claim.actor):
            if name in (actor.name for actor in claim.said_by):
                return "claimed"
            return STATUS[claim.stance]
    return "fact"
