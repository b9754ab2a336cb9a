"""``slot=VALUE`` of a correction as the values of a claim's row."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from orontes.actors.registry import Registry
from orontes.case.asking import CORRECTABLE
from orontes.case.supposing import place_of
from orontes.errors import WrongCall
from orontes.model.claim import Claim
from orontes.model.picture import Control
from orontes.model.rows import claim_row, place_row
from orontes.model.told import Told
from orontes.store.judging import corrected
from orontes.vocabulary.load import kinds

STANCES = ("asserted", "attributed", "denied", "possible", "planned", "hypothetical", "past")
PARTIES = frozenset({"actor", "target", "said_by"})
Pairs = tuple[tuple[str, str], ...]


def corrections(
    verdict: str,
    changes: Sequence[str],
    claim: Claim,
    told: Sequence[Told],
    initial: Sequence[Control],
    registry: Registry,
) -> Pairs:
    """Pairs of slot and JSON value, fit to be the claim's.

    A value is JSON as in the claim's row, or plain words: a kind, a stance, a day, a number, the
    name of a place, actors with semicolons between them. Raises WrongCall for what cannot be.
    """
    if (verdict == "correct") != bool(changes):
        raise WrongCall("a correction needs --set slot=VALUE, and only a correction takes it")
    found: dict[str, Any] = {}
    for change in changes:
        slot, equals, text = change.partition("=")
        slot = slot.strip()
        if not equals:
            raise WrongCall(f"{change!r} is no slot=VALUE; write it as in kind=battle.clash")
        if slot not in CORRECTABLE:
            known = ", ".join(sorted(CORRECTABLE))
            raise WrongCall(f"no slot {slot!r} to correct; there are {known}")
        found[slot] = value(slot, text.strip(), told, initial, registry)
    pairs = tuple((slot, json.dumps(found[slot], ensure_ascii=False)) for slot in found)
    check(claim, pairs)
    return pairs


def value(
    slot: str, text: str, told: Sequence[Told], initial: Sequence[Control], registry: Registry
) -> Any:
    try:
        given = json.loads(text)
    except ValueError:
        given = text
    if isinstance(given, dict | list) or given is None:
        return given
    words = str(given)
    if slot == "place":
        return place_row(place_of(words, told, initial))
    if slot in PARTIES:
        return [party(name.strip(), registry) for name in words.split(";") if name.strip()]
    if slot == "when":
        return {"earliest": words, "latest": words, "precision": "day"}
    if slot == "count" and isinstance(given, int):
        return {"low": given, "high": given, "qualifier": None, "unit": "people"}
    return words


def party(name: str, registry: Registry) -> dict[str, str | None]:
    actor = registry.get(name) or registry.find(name)
    return {"id": actor.id if actor else None, "name": actor.name if actor else name}


def check(claim: Claim, pairs: Pairs) -> None:
    """Raise WrongCall for values that no claim can have, so that none is ever stored."""
    try:
        made = corrected(claim, pairs)
        json.dumps(claim_row(made))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        given = ", ".join(f"{slot}={text}" for slot, text in pairs)
        raise WrongCall(
            f"{given} does not fit a claim ({type(error).__name__}: {error}); plain words do, or"
            " JSON shaped as in `orontes claims --format jsonl`"
        ) from error
    if made.kind not in kinds():
        raise WrongCall(f"there is no kind {made.kind!r}; docs/vocabulary.md lists them")
    if made.stance not in STANCES:
        raise WrongCall(f"there is no stance {made.stance!r}; there are {', '.join(STANCES)}")
    days = (made.when.earliest, made.when.latest) if made.when else ()
    if not all(day is None or isinstance(day, date) for day in days):
        raise WrongCall("a day is written as in when=2024-12-05")
