from collections import Counter
from collections.abc import Iterator
from typing import Any

from orontes.actors.registry import Registry
from orontes.model.claim import Claim
from orontes.reading import read

LABELS = {
    "territory.handover": "NON_VIOL_TERRIT_TRANSFER",
    "territory.withdraw": "NON_VIOL_TERRIT_TRANSFER",
    "battle.clash": "ARMED_CLASH",
    "strike.air": "AIR_STRIKE",
    "strike.shelling": "ART_MISS_ATTACK",
    "strike.explosion": "REM_EXPLOS",
    "weapons.disrupt": "DISR_WEAP",
    "civilians.attack": "ATTACK",
    "civilians.abduct": "ABDUCT_DISSAP",
    "civilians.sexual": "SEX_VIOL",
    "custody.detain": "ARREST",
    "property.destroy": "PROPERTY_DISTRUCT",
    "protest.peaceful": "PEACE_PROTEST",
    "protest.violent": "VIOL_DEMONSTR",
    "protest.suppress": "FORCE_AGAINST_PROTEST",
    "force.deploy": "CHANGE_TO_GROUP_ACT",
    "force.base": "HQ_ESTABLISHED",
    "force.surrender": "CHANGE_TO_GROUP_ACT",
    "relation.join": "CHANGE_TO_GROUP_ACT",
    "statement.agree": "AGREEMENT",
    "statement.consult": "DIPLO",
    "statement.accuse": "ATTRIB",
}
STATES = frozenset({"state", "government", "army"})


def rows(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    votes: Counter[str] = Counter()
    for rank, claim in enumerate(read(item["text"])):
        if label := label_of(claim):
            votes[label] += 10 - min(rank, 9)
    best = max(votes, key=lambda name: (votes[name], name), default=None)
    yield {"id": item["id"], "type": best or "OTHER"}


def label_of(claim: Claim) -> str | None:
    """The label of a claim's kind; captures by who takes, explosions by what explodes."""
    quote = claim.quote.casefold()
    if claim.kind == "territory.capture":
        return "GOV_REGAINS_TERIT" if by_state(claim) else "NON_STATE_ACTOR_OVERTAKES_TER"
    if claim.kind == "strike.explosion":
        for word, label in (
            ("suicide", "SUIC_BOMB"),
            ("grenade", "GRENADE"),
            ("chemical", "CHEM_WEAP"),
            ("gas", "CHEM_WEAP"),
        ):
            if word in quote:
                return label
    return LABELS.get(claim.kind)


def by_state(claim: Claim) -> bool:
    registry = Registry.load()
    for actor in claim.actor:
        known = registry.get(actor.id) if actor.id else None
        if known is not None:
            return known.kind in STATES
    words = " ".join(actor.name for actor in claim.actor).casefold()
    return any(word in words for word in ("government", "army", "troops", "security", "police"))
