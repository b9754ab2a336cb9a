"""The commands. Each calls the library and prints; nothing is decided here."""

import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from orontes import __version__
from orontes.errors import OrontesError

if TYPE_CHECKING:
    from orontes.case import Added, Case

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Raw reports in; a sourced, dated, mapped picture of an armed conflict out.",
)


class Format(StrEnum):
    table = "table"
    jsonl = "jsonl"
    csv = "csv"
    geojson = "geojson"


class Verdict(StrEnum):
    accept = "accept"
    reject = "reject"
    correct = "correct"


CasePath = Annotated[
    Path, typer.Argument(envvar="ORONTES_CASE", help="The case file (default: $ORONTES_CASE).")
]
At = Annotated[str | None, typer.Option(help="The state at the end of this day (2024-12-06).")]
Known = Annotated[
    str | None,
    typer.Option(help="Only what had been published by then: a day or an instant, UTC."),
]
As = Annotated[Format, typer.Option("--format", help="How to print.")]


def opened(path: Path) -> "Case":
    from orontes.case import Case  # noqa: PLC0415

    return Case.open(path)


def say(text: str) -> None:
    typer.echo(text, err=True)


def emit(name: str, rows: Iterable[dict[str, Any]], form: Format) -> None:
    """Rows on standard output; how many on standard error."""
    from orontes.export.formats import FORMATS  # noqa: PLC0415
    from orontes.listing import show  # noqa: PLC0415

    found = list(rows)
    if form is Format.table:
        show(name, found)
    else:
        sys.stdout.write(FORMATS[form.value](found))
    say(f"{len(found)} {name}")


@app.callback(invoke_without_command=True)
def main_options(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        typer.echo(f"orontes {__version__}")
        raise typer.Exit


@app.command()
def new(case: CasePath) -> None:
    """Make an empty case file."""
    from orontes.case import Case  # noqa: PLC0415

    Case.new(case)
    say(f"made {case}; put reports in with `orontes add {case} FILES`")


@app.command()
def add(
    case: CasePath,
    paths: Annotated[list[Path], typer.Argument(help="Files or folders; - is standard input.")],
    columns: Annotated[
        str | None,
        typer.Option(help="For tables: text=body,published=date,source=outlet, or acled."),
    ] = None,
) -> None:
    """Read reports into a case. Adding one twice changes nothing."""
    from orontes.reports.columns import Columns  # noqa: PLC0415

    parsed = Columns.parse(columns) if columns else None
    done = opened(case).add(paths, parsed, sys.stdin.buffer, progress)
    told(done, case)


def progress(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{text}   ")
        sys.stderr.flush()


def told(done: "Added", case: Path) -> None:
    """What an add did, then its troubles; exit 1 if nothing could be read."""
    if sys.stderr.isatty():
        sys.stderr.write("\r")
    for note in done.notes:
        say(f"note: {note.origin}: {note.text}")
    for trouble in done.troubles:
        say(f"not read: {trouble.origin}: {trouble.reason}")
    already = f", {done.already} known already" if done.already else ""
    copies = f"; {done.copies} of the case's reports are copies of others" if done.copies else ""
    unread = f", {done.unread} kept unread" if done.unread else ""
    say(
        f"{case}: {done.new} reports added{already}{unread}, {done.claims} claims read"
        f"{copies}; revision {done.revision}"
    )
    if done.troubles and not (done.new or done.already):
        raise typer.Exit(1)


@app.command()
def read(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders; - is standard input.")],
    published: Annotated[
        str | None, typer.Option(help="Date of reports that have none (2024-12-05).")
    ] = None,
    source: Annotated[str | None, typer.Option(help="Publisher of reports that name none.")] = None,
    form: As = Format.jsonl,
) -> None:
    """Print the claims of reports, without a case."""
    from orontes.reading import read_files  # noqa: PLC0415

    rows, troubles = read_files(paths, published, source, sys.stdin.buffer, say)
    emit("claims", rows, form)
    for trouble in troubles:
        say(f"not read: {trouble.origin}: {trouble.reason}")
    if troubles and not rows:
        raise typer.Exit(1)


@app.command()
def reread(case: CasePath) -> None:
    """Read every report again with this version; older readings stay in the file."""
    count = opened(case).reread(progress)
    say(f"{case}: {count} claims in the new reading")


@app.command()
def claims(
    case: CasePath,
    identity: Annotated[str | None, typer.Option("--id", help="A claim id or its start.")] = None,
    kind: Annotated[str | None, typer.Option(help="A kind, or a group such as territory.")] = None,
    place: Annotated[str | None, typer.Option(help="A place's name or id.")] = None,
    actor: Annotated[str | None, typer.Option(help="An actor's name, id or side.")] = None,
    stance: Annotated[str | None, typer.Option(help="asserted, attributed, denied, …")] = None,
    report: Annotated[str | None, typer.Option(help="A report id or its start.")] = None,
    search: Annotated[str | None, typer.Option(help="Words that the quote must hold.")] = None,
    at: At = None,
    known: Known = None,
    form: As = Format.table,
) -> None:
    """List claims, each with its sentence."""
    from orontes.asking import Question  # noqa: PLC0415
    from orontes.model.rows import told_row  # noqa: PLC0415

    question = Question(identity, kind, place, actor, stance, report, search, at, known)
    emit("claims", [told_row(one) for one in opened(case).claims(question)], form)


def listing(
    name: str, ask: Callable[["Case", str | None, str | None], Sequence[Any]], about: str
) -> None:
    """Register a command that lists one thing at two times."""

    def command(
        case: CasePath, at: At = None, known: Known = None, form: As = Format.table
    ) -> None:
        from orontes.model.rows import row_of  # noqa: PLC0415

        emit(name, [row_of(item) for item in ask(opened(case), at, known)], form)

    command.__doc__ = about
    app.command(name)(command)


listing("events", lambda c, at, known: c.events(at, known), "List events with their claims.")
listing("control", lambda c, at, known: c.control(at, known), "Who holds which place, and why.")
listing(
    "toll", lambda c, at, known: c.toll(at, known), "Counts of people killed, injured, missing."
)
listing(
    "displaced", lambda c, at, known: c.displaced(at, known), "Who fled, returned, was evacuated."
)
listing(
    "routes", lambda c, at, known: c.routes(at, known), "Roads cut, opened, threatened; sieges."
)
listing("positions", lambda c, at, known: c.positions(at, known), "Who said what about whom.")


@app.command()
def history(
    case: CasePath,
    place: Annotated[str, typer.Argument(help="A place's name or id.")],
    known: Known = None,
    form: As = Format.table,
) -> None:
    """Every holder of one place, one after the other."""
    from orontes.model.rows import row_of  # noqa: PLC0415

    emit("control", [row_of(item) for item in opened(case).history(place, known)], form)


@app.command()
def changes(
    case: CasePath,
    since: Annotated[
        str | None,
        typer.Option(help="A day; or a revision number: what is believed otherwise since then."),
    ] = None,
    at: At = None,
    known: Known = None,
    form: As = Format.table,
) -> None:
    """Places that changed hands; with a revision, beliefs that changed."""
    from orontes.model.rows import revised_row, row_of  # noqa: PLC0415

    door = opened(case)
    if since and since.isdigit() and len(since) < 8:
        rows = [revised_row(*pair) for pair in door.revised(int(since), known, at)]
    else:
        rows = [row_of(item) for item in door.changes(since, at, known)]
    emit("changes", rows, form)


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


def save(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OrontesError(
            f"{path} cannot be written ({error.strerror}); choose another"
        ) from error


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
def export(
    case: CasePath,
    what: Annotated[str, typer.Argument(help="claims, events, control, toll, displaced, …")],
    out: Annotated[Path, typer.Argument(help="A file: .jsonl, .csv or .geojson.")],
    at: At = None,
    known: Known = None,
) -> None:
    """Write one listing to a file; the suffix is the format."""
    save(out, opened(case).exported(what, out.suffix.removeprefix("."), at, known))
    say(f"wrote {out}")


@app.command()
def places(case: CasePath, form: As = Format.table) -> None:
    """The places that the case's claims name."""
    emit("places", opened(case).places(), form)


@app.command()
def actors(case: CasePath, form: As = Format.table) -> None:
    """The actors that the case's claims name, with their sides."""
    emit("actors", opened(case).actors(), form)


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="Where to put the case and the brief.")] = Path(
        "demo"
    ),
) -> None:
    """Read the bundled dispatches on Hama into a case, and write the brief."""
    from orontes.demo import run  # noqa: PLC0415

    run(folder, say, told)


def main() -> None:
    """Run a command; an error is one sentence, exit 2 for a wrong call and 1 for failed work."""
    try:
        sys.exit(app(standalone_mode=False) or 0)
    except OrontesError as error:
        say(f"orontes: {error}")
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        say("orontes: stopped; what was added whole is kept, run it again to go on")
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    except OSError as error:
        say(f"orontes: {error}; nothing half done was kept, make room and run it again")
        sys.exit(1)
    except Exception as error:
        if hasattr(error, "format_message"):
            say(f"orontes: {error.format_message()}")
            sys.exit(2)
        raise
