from typing import Any

from orontes.vocabulary.load import table


def rules() -> dict[str, dict[str, Any]]:
    return table("routes")


def figure(part: str, name: str) -> float:
    return float(rules()[part][name])


def words(part: str, name: str) -> frozenset[str]:
    return frozenset(rules()[part][name])


def clearance() -> str:
    """What every sheet says of itself."""
    return str(rules()["words"]["clearance"])
