"""Write the generated pages of docs/: commands from --help, vocabulary and formats from the code.

``python tools/pages.py`` writes them; ``pages()`` gives them to the test that holds them true.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from orontes.vocabulary.load import kinds, version

sys.path.insert(0, str(Path(__file__).parent))
from schemas import schemas

DOCS = Path(__file__).parents[1] / "docs"
COMMANDS = (
    "demo new add read reread layers claims events control history changes toll displaced relief"
    " routes encirclement positions brief judge judgements review sample agreement"
    " export import places actors"
).split()


def help_of(*command: str) -> str:
    env = {**os.environ, "COLUMNS": "96", "NO_COLOR": "1", "USER": "analyst"}
    env.pop("ORONTES_CASE", None)
    call = [sys.executable, "-m", "orontes", *command, "--help"]
    done = subprocess.run(call, check=True, capture_output=True, text=True, env=env)
    text = done.stdout.replace("python -m orontes", "orontes")
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def commands() -> str:
    parts = [
        "# Commands",
        "",
        "Made from `--help` by `make docs`. Results go to standard output, words to standard error."
        " Exit code 0: done; 1: the work failed; 2: the call was wrong.",
        "",
        f"```\n{help_of()}\n```",
    ]
    for name in COMMANDS:
        parts += ["", f"## {name}", "", f"```\n{help_of(name)}\n```"]
    return "\n".join(parts) + "\n"


def vocabulary() -> str:
    parts = [
        f"# Vocabulary of claims, version {version()}",
        "",
        "Made from `src/orontes/vocabulary/kinds.toml` by `make docs`. One claim is one kind, one"
        " clause, one sentence.",
        "",
        "| kind | meaning | ACLED | PLOVER | typical wording |",
        "|---|---|---|---|---|",
    ]
    for kind, row in kinds().items():
        cells = [row.get(key, "–") for key in ("meaning", "acled", "plover", "wording")]
        parts.append(f"| `{kind}` | {' | '.join(cells)} |")
    parts += ["", STANCES]
    return "\n".join(parts) + "\n"


STANCES = """## Stances

| stance | the report | makes an event |
|---|---|---|
| `asserted` | says it in its own voice | yes |
| `attributed` | says that somebody says it | yes |
| `past` | tells it as background | if dated to the month or better |
| `denied` | says that it is not so, or that somebody denies it | no, it counts against |
| `possible` | says that it may be | no |
| `planned` | says that it is intended | no |
| `hypothetical` | says that it would be, if | no |

## Counts

"Over 700" is low 700 and no high; "dozens" 24–99, "hundreds" 200–999, "thousands" 2,000–9,999;
"about N" is N..N with its qualifier; "several" has no bounds. Groups ("including 111 civilians")
are parts of the whole. `cumulative` marks a running total."""


def pages() -> dict[str, str]:
    rows = json.dumps(schemas(), indent=1) + "\n"
    return {"commands.md": commands(), "vocabulary.md": vocabulary(), "schemas.json": rows}


if __name__ == "__main__":
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")
