"""Toll, days, places and blame of a MUC-4 text in the row format of the gold sets."""

from collections.abc import Sequence
from typing import Any

from orontes.incidents import blame, facts
from orontes.model.claim import Claim
from orontes.places.names import fold


def facts_rows(
    text: str, claims: Sequence[Claim], relevant: bool, orgs: Sequence[str] = ()
) -> dict[str, Any]:
    if not relevant:
        return {"toll": [], "dates": [], "places": [], "claims": []}
    found = facts(text, claims)
    return {
        "toll": [[toll.effect, toll.number] for toll in found.toll],
        "dates": [str(when.latest) for when in found.dates],
        "places": [fold(name) for name in found.places],
        "claims": [
            {"org": [name.lower()], "status": status} for name, status in blame(text, orgs).items()
        ],
    }
