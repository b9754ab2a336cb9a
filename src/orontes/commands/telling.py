"""Commands that tell, judge and hand on."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    pass

from orontes.commands.common import At, CasePath, Known, app, opened, save, say, told


class Verdict(StrEnum):
    accept = "accept"
    reject = "reject"
    correct = "correct"


@app.command()
def brief(
    case: CasePath,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="brief.html or brief.md; default: Markdown.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Its title.")] = None,
    at: At = None,
    known: Known = None,
) -> None:
    """Write the situation brief."""
    written = opened(case).brief(at, known, title)
    if out is None:
        typer.echo(written.markdown, nl=False)
        return
    text = written.html if out.suffix.lower() in {".html", ".htm"} else written.markdown
    save(out, text)
    say(f"wrote {out}")


@app.command()
def judge(
    case: CasePath,
    claim: Annotated[str, typer.Argument(help="The claim's id.")],
    verdict: Annotated[Verdict, typer.Argument(help="accept, reject or correct.")],
    why: Annotated[str, typer.Option(help="The reason; it is kept.")],
    user: Annotated[str, typer.Option(envvar="USER", help="Who judges.")] = "analyst",
    change: Annotated[
        list[str] | None,
        typer.Option("--set", help="For correct: slot=JSON, kind='\"battle.clash\"'."),
    ] = None,
) -> None:
    """Accept, reject or correct the reading of a claim; the claim itself stays."""
    revision = opened(case).judge(claim, verdict.value, why, user, change or [])
    say(f"{claim}: {verdict.value}; revision {revision}")


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="Where to put the case and the brief.")] = Path(
        "demo"
    ),
) -> None:
    """Read the bundled dispatches on Hama into a case, and write the brief."""
    from orontes.demo import run

    run(folder, say, told)
