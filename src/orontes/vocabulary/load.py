import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One data file of the vocabulary, by its path without ``.toml`` ("kinds", "actors/syria")."""
    path = files("orontes.vocabulary").joinpath(f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def version() -> int:
    return int(table("kinds")["version"])


def kinds() -> dict[str, dict[str, str]]:
    """Every kind of claim with its meaning and its codes in ACLED and PLOVER."""
    return dict(table("kinds")["kinds"])
