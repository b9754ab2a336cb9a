"""Imports run leftwards along the flow only (docs/how-a-fact-travels.md)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "orontes"
BASE = {"model", "vocabulary", "errors"}
MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "vocabulary": {"model"},
    "reports": BASE,
    "encoder": {"vocabulary"},
    "claims": BASE | {"reports", "encoder"},
    "places": BASE | {"reports", "claims"},
    "actors": BASE | {"reports", "claims", "places"},
    "reading": BASE | {"reports", "claims", "places", "actors"},
    "explaining": BASE | {"reports", "encoder", "claims", "reading"},
    "territory": BASE | {"claims", "actors"},
    "texts": BASE | {"reports", "encoder", "claims", "places", "actors", "reading", "territory"},
    "incidents": BASE | {"reports", "encoder", "claims", "places", "actors", "reading"},
    "events": BASE | {"reports", "claims", "places", "actors"},
    "picture": BASE | {"reports", "claims", "places", "actors", "events"},
    "brief": BASE | {"reports", "claims", "places", "actors", "events", "picture"},
    "store": BASE,
    "export": BASE | {"reports", "actors", "places", "events", "picture", "brief", "store"},
}
EDGE = {"case", "cli", "commands", "listing", "demo", "web", "__init__", "__main__"}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
            if node.module == "orontes":
                names = [f"orontes.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            if name.startswith("orontes."):
                yield name.split(".")[1]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_imports_run_leftwards(path: Path) -> None:
    here = room(path)
    if here in EDGE:
        return
    assert set(imported_rooms(path)) - {here} <= MAY_IMPORT[here]
