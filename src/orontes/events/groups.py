from dataclasses import dataclass
from functools import cache

from orontes.events.known import length
from orontes.model.told import Told
from orontes.vocabulary.load import table


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds whose claims may tell of one event, and how far apart (vocabulary/joining.toml)."""

    name: str
    by: str
    apart: int
    lag: int
    counts: bool = False


@cache
def _groups() -> dict[str, Group]:
    rules = table("joining")
    found = {}
    for name, rule in rules["groups"].items():
        for kind in rule["kinds"]:
            found[kind] = _group(kind if rule.get("split") else name, rule)
    return found


@cache
def group_of(kind: str) -> Group:
    return _groups().get(kind) or _group(kind, {})


def _group(name: str, rule: dict[str, object]) -> Group:
    merged = table("joining")["default"] | rule
    return Group(
        name, merged["by"], merged["apart"], merged["lag"], bool(merged.get("counts", False))
    )


def makes_event(told: Told) -> bool:
    """Whether a claim says that something happened.

    Plans, possibilities and denials do not; background does if it is dated to the month or better.
    """
    rules, claim = table("joining"), told.claim
    if claim.kind in rules["never"] or claim.kind in rules["states"]:
        return False
    if claim.stance == "past":
        return claim.when is not None and length(claim.when) <= rules["longest_past"]
    return claim.stance in ("asserted", "attributed")


def may_deny(told: Told) -> bool:
    rules, claim = table("joining"), told.claim
    return (
        claim.stance == "denied"
        and claim.kind not in rules["never"]
        and claim.kind not in rules["states"]
    )
