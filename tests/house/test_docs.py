"""The documentation tells the truth."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from orontes.case import Case
from orontes.errors import OrontesError
from orontes.model.picture_rows import row_of

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("README.md")]
)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
SHELL = re.compile(r"^(?:\$ )?(orontes [^#\n|]+)", re.MULTILINE)


def test_generated_pages_are_up_to_date() -> None:
    program = (
        "import sys; sys.path.insert(0, 'tools'); import pages;"
        "stale = [n for n, t in pages.pages().items() if (pages.DOCS / n).read_text('utf-8') != t];"
        "sys.exit('run `make docs`: ' + ', '.join(stale) if stale else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in LINK.findall(text):
        assert (page.parent / target).exists(), target


def test_the_commands_of_the_readme_run(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = next(part for part in readme.split("```") if "orontes new" in part)
    for command in SHELL.findall(block):
        words = command.replace("examples/", f"{ROOT}/examples/").split()
        done = subprocess.run(
            [sys.executable, "-m", *words], cwd=tmp_path, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"


def test_the_python_of_the_readme_runs(tmp_path: Path, hama: Case) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    code = readme.split("```python")[1].split("```")[0].replace("syria.gpkg", str(hama.path))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "territory.capture" in done.stdout and "Hama" in done.stdout


@pytest.mark.parametrize(
    "name",
    [
        "claims",
        "events",
        "control",
        "changes",
        "toll",
        "toll_sums",
        "counts",
        "displaced",
        "moves",
        "relief",
        "routes",
        "positions",
    ],
)
def test_rows_fit_their_schema(hama: Case, name: str) -> None:
    document = json.loads((ROOT / "docs" / "schemas.json").read_text(encoding="utf-8"))
    schema = {"$ref": f"#/$defs/{name}", "$defs": document["$defs"]}
    rows = [row_of(item) for item in getattr(hama, name)()]
    assert rows
    for row in rows:
        Draft202012Validator(schema).validate(json.loads(json.dumps(row)))


def test_every_error_has_an_exit_code_of_the_documentation() -> None:
    codes = {cls.exit_code for cls in (OrontesError, *OrontesError.__subclasses__())}
    assert codes == {1, 2}
