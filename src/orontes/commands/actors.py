"""``orontes actors``: who acts in a case, looked up, shown, added, made one."""

from datetime import UTC, date, datetime
from typing import Annotated, Any

import typer

from orontes.commands.common import (
    As,
    At,
    CasePath,
    Format,
    Known,
    ListsByDefault,
    app,
    emit,
    opened,
    say,
)
from orontes.errors import WrongCall

actors = typer.Typer(
    cls=ListsByDefault,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="The actors that a case's claims name; find, show, add, make several one.",
)
app.add_typer(actors, name="actors")

Name = Annotated[str, typer.Argument(help="An actor's id or name.")]
User = Annotated[str, typer.Option(envvar="USER", help="Who says so.")]
Many = list[str] | None


@actors.command("list")
def listed(case: CasePath, at: At = None, known: Known = None, form: As = Format.table) -> None:
    """The actors that the case's claims name, with roles and sides (also without the word)."""
    emit("actors", opened(case).actors(at, known), form)


@actors.command()
def find(
    case: CasePath,
    name: Annotated[str, typer.Argument(help="An id, side, or name in any spelling or script.")],
    form: As = Format.table,
) -> None:
    """Actors that a name may mean, near spellings too, and unresolved names of the claims."""
    emit("matches", opened(case).find_actors(name), form)


@actors.command()
def show(
    case: CasePath, name: Name, at: At = None, known: Known = None, form: As = Format.table
) -> None:
    """One actor: names, what it belongs to, who backs it, what claims tell of its ties."""
    from orontes.commands.actor_sheet import page

    found = opened(case).actor(name, at, known)
    if form is Format.table:
        typer.echo(page(found), nl=False)
    else:
        emit("actors", [found], form)


@actors.command()
def add(
    case: CasePath,
    identity: Annotated[str, typer.Argument(metavar="ID", help="A new id, or a known one.")],
    source: Annotated[str, typer.Option(help="Whence it is known.")],
    name: Annotated[str | None, typer.Option(help="Its name; a new actor needs one.")] = None,
    alias: Annotated[Many, typer.Option(help="Another name, in any script; repeatable.")] = None,
    kind: Annotated[
        str | None, typer.Option(help="rebel, militia, army, …; a new actor is a militia.")
    ] = None,
    parent: Annotated[Many, typer.Option(help="What it belongs to: an id or name.")] = None,
    backer: Annotated[Many, typer.Option(help="Who stands behind it; repeatable.")] = None,
    country: Annotated[Many, typer.Option(help="Where it acts (SY); repeatable.")] = None,
    since: Annotated[
        str | None,
        typer.Option("--from", help="First day of the tie; with no parent or backer, of itself."),
    ] = None,
    until: Annotated[str | None, typer.Option("--to", help="Last day, likewise.")] = None,
    why: Annotated[str, typer.Option(help="The reason; it is kept.")] = "",
    user: User = "analyst",
) -> None:
    """Add an actor to the case, or tell more of one; the claims follow at once."""
    from orontes.model.entry import Entry

    entry = Entry(
        "add",
        identity,
        source,
        why,
        user,
        datetime.now(UTC),
        name=name,
        kind=kind,
        aliases=tuple(alias or ()),
        parents=tuple(parent or ()),
        backers=tuple(backer or ()),
        countries=tuple(country or ()),
        since=day(since, "--from"),
        until=day(until, "--to"),
    )
    done(case, opened(case).add_actor(entry))


@actors.command()
def merge(
    case: CasePath,
    name: Annotated[str, typer.Argument(help="An id, or a name that claims use.")],
    into: Annotated[str, typer.Argument(help="The id or name of the actor that it is.")],
    why: Annotated[str, typer.Option(help="The reason; it is kept.")],
    source: Annotated[str, typer.Option(help="Whence it is known.")] = "",
    user: User = "analyst",
) -> None:
    """Make two names one actor: claims under either count for it, at every --known."""
    done(case, opened(case).merge_actors(name, into, why, user, source))


@actors.command()
def undo(
    case: CasePath,
    row: Annotated[int, typer.Argument(help="A row of `orontes actors log`.")],
    why: Annotated[str, typer.Option(help="The reason; it is kept.")],
    user: User = "analyst",
) -> None:
    """Take back a row of add, merge or undo; nothing is deleted."""
    done(case, opened(case).undo_actor_entry(row, why, user))


@actors.command()
def log(case: CasePath, form: As = Format.table) -> None:
    """Every row that was added about the case's actors, by whom and why."""
    emit("rows", opened(case).actor_entries(), form)


def done(case: Any, revision: int) -> None:
    row = opened(case).actor_entries()[-1]
    say(f"row {row['row']}: {row['verb']} {row['about']}; revision {revision}")


def day(text: str | None, option: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise WrongCall(f"{option} is a day such as 2024-11-27, not {text!r}") from error
