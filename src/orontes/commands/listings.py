"""Commands that list what the reports say."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from orontes.case import Case

from orontes.commands.common import As, At, CasePath, Format, Known, app, emit, opened


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
    from orontes.case.asking import Question
    from orontes.model.picture_rows import told_row

    question = Question(identity, kind, place, actor, stance, report, search, at, known)
    emit("claims", [told_row(one) for one in opened(case).claims(question)], form)


def listing(
    name: str, ask: Callable[["Case", str | None, str | None], Sequence[Any]], about: str
) -> None:
    """Register a command that lists one thing at two times."""

    def command(
        case: CasePath, at: At = None, known: Known = None, form: As = Format.table
    ) -> None:
        from orontes.model.picture_rows import row_of

        emit(name, [row_of(item) for item in ask(opened(case), at, known)], form)

    command.__doc__ = about
    app.command(name)(command)


listing("events", lambda c, at, known: c.events(at, known), "List events with their claims.")
