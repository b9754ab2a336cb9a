"""``orontes export``: a listing, or the whole case, as files that others read."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from orontes.export.material import Output

from orontes.commands.common import At, CasePath, Known, app, opened, say
from orontes.errors import OrontesError, WrongCall
from orontes.export.catalogue import WHOLE, by_suffix, listed

HELP = f"""Write a listing (orontes export CASE events events.csv; the suffix is the format: .jsonl,
.csv or .geojson), or the case in a format of other tools (orontes export CASE OUT --to FORMAT):

\b
{listed()}"""


@app.command(help=HELP)
def export(
    case: CasePath,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[WHAT] OUT",
            help="WHAT is claims, events, control, changes, toll, displaced, routes, positions or"
            " judgements; leave it out with --to. OUT is a file or folder.",
        ),
    ],
    to: Annotated[str | None, typer.Option("--to", help="One of the formats above.")] = None,
    at: At = None,
    known: Known = None,
    since: Annotated[
        str | None,
        typer.Option(help="acled, ged, hxl: only rows added, changed or deleted since this KNOWN."),
    ] = None,
    hxl: Annotated[bool, typer.Option("--hxl", help="acled, ged: a second row of tags.")] = False,
    by: Annotated[str, typer.Option(help="control-panel: day or month.")] = "day",
    unit: Annotated[str, typer.Option(help="control-panel: place, admin2 or priogrid.")] = "place",
    cite: Annotated[bool, typer.Option("--cite", help="Print how to cite the export.")] = False,
) -> None:
    door = opened(case)
    what, out = (None, words[0]) if len(words) == 1 else (words[0], words[1])
    if len(words) > 2 or (to and what):
        raise WrongCall("write `orontes export CASE WHAT OUT` or `orontes export CASE OUT --to …`")
    path = Path(out)
    if what:
        save(path, door.exported(what, path.suffix.removeprefix("."), at, known))
    else:
        form = to or by_suffix(path.suffix)
        whole = form == WHOLE and not (at or known or since)
        save(
            path,
            door.whole()
            if whole
            else door.export(form, at, known, since=since, hxl=hxl, by=by, unit=unit),
        )
    say(f"wrote {path}")
    if cite:
        typer.echo(door.citation(at, known))


def save(path: Path, content: "Output | Iterable[str]") -> None:
    """A file, or a folder of files; what stood there stays until the new file is whole."""
    try:
        if isinstance(content, Mapping):
            path.mkdir(parents=True, exist_ok=True)
            for name, part in content.items():
                replace(path / name, part)
        else:
            replace(path, content)
    except OSError as error:
        raise OrontesError(
            f"{path} cannot be written ({error.strerror}); choose another"
        ) from error


def replace(path: Path, content: "str | bytes | Iterable[str]") -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            for piece in [content] if isinstance(content, str | bytes) else content:
                file.write(piece.encode() if isinstance(piece, str) else piece)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
