"""Commands that tell and hand on."""

from pathlib import Path
from typing import Annotated

import typer

from orontes.commands.common import At, CasePath, Known, Suppose, app, opened, save, say, told


@app.command()
def brief(
    case: CasePath,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="brief.html or brief.md; default: Markdown.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Its title.")] = None,
    at: At = None,
    known: Known = None,
    suppose: Suppose = None,
) -> None:
    """Write the situation brief."""
    written = opened(case).brief(at, known, title, suppose or ())
    if out is None:
        typer.echo(written.markdown, nl=False)
        return
    text = written.html if out.suffix.lower() in {".html", ".htm"} else written.markdown
    save(out, text)
    say(f"wrote {out}")


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="Where to put the case and the brief.")] = Path(
        "demo"
    ),
) -> None:
    """Read the bundled dispatches on Hama into a case, and write the brief."""
    from orontes.demo import run

    run(folder, say, told)
