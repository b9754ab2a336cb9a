from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from orontes.events.known import length
from orontes.model.told import Told
from orontes.vocabulary.load import table

PLAIN = ("by", "apart", "lag", "strict", "parts", "off_day")
SETS = ("counting", "generic", "mutual")


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds whose claims may tell of one event, and what may differ (vocabulary/joining.toml)."""

    name: str
    by: str
    apart: int
    lag: int
    strict: bool
    parts: bool
    off_day: int
    counting: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    mutual: frozenset[str] = frozenset()

    def is_generic(self, kind: str, other: str) -> bool:
        """Whether one of two kinds is so general that it may mean the other."""
        return kind in self.generic or other in self.generic

    def is_mutual(self, kinds: set[str]) -> bool:
        return bool(self.mutual & kinds)


@cache
def _groups() -> dict[str, Group]:
    rules = table("joining")
    found = {}
    for name, rule in rules["groups"].items():
        for kind in rule["kinds"]:
            found[kind] = _group(kind if rule.get("split") else name, rule)
    return found


def grouped(told: Iterable[Told]) -> dict[Group, list[Told]]:
    """Claims by group. Running totals are joined among themselves, but for an incident's own."""
    told = list(told)
    heads = {(one.claim.doc, one.claim.quote) for one in told if is_head(one.claim.kind)}
    found: dict[Group, list[Told]] = {}
    for one in told:
        total = is_total(one, (one.claim.doc, one.claim.quote) in heads)
        group = total_of(one.claim.kind) if total else group_of(one.claim.kind)
        found.setdefault(group, []).append(one)
    return found


def is_head(kind: str) -> bool:
    group = group_of(kind)
    return bool(group.counting) and kind not in group.counting


def is_total(told: Told, told_of: bool) -> bool:
    """Whether a figure adds up several happenings; ``told_of``: its sentence tells of one."""
    claim = told.claim
    if claim.count is None or not claim.count.cumulative:
        return False
    brief = claim.when is None or length(claim.when) <= table("joining")["longest_incident"]
    return not (told_of and brief and claim.campaign is None)


@cache
def group_of(kind: str) -> Group:
    return _groups().get(kind) or _group(kind, {})


@cache
def total_of(kind: str) -> Group:
    return _group(f"total of {kind}", {"parts": False})


def _group(name: str, rule: dict[str, Any]) -> Group:
    merged: dict[str, Any] = table("joining")["default"] | rule
    sets: dict[str, Any] = {key: frozenset(merged.get(key, ())) for key in SETS}
    return Group(name, **{key: merged[key] for key in PLAIN}, **sets)


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
