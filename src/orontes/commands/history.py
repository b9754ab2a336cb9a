"""How who holds a place became known."""

from typing import TYPE_CHECKING, Annotated

import typer

from orontes.commands.common import As, CasePath, Format, Known, Suppose, app, emit, opened
from orontes.errors import WrongCall

if TYPE_CHECKING:
    from orontes.model.chronicle import Chronicle, Saying, Turn

FIRSTS = {
    "said": "first said",
    "denied": "first denied",
    "second": "first from a second independent origin",
    "admitted": "first admitted by the loser",
}


@app.command()
def history(
    case: CasePath,
    place: Annotated[str, typer.Argument(help="A place's name or id.")],
    spells: Annotated[
        bool, typer.Option("--spells", help="Instead, every holder one after the other.")
    ] = False,
    known: Known = None,
    suppose: Suppose = None,
    form: As = Format.table,
) -> None:
    """Who said when who holds one place, claim by claim.

    The table is headed by four firsts of the last change of holder; jsonl and csv have those of
    every change.
    """
    from orontes.model.picture_rows import row_of, saying_rows

    if spells:
        held = opened(case).history(place, known, suppose or ())
        emit("control", [row_of(one) for one in held], form)
        return
    if suppose:
        raise WrongCall("nobody said what is supposed; --suppose goes with --spells")
    found = opened(case).chronicles(place, known)
    if form is Format.table:
        for one in found:
            head(one)
    emit("history", [row for one in found for row in saying_rows(one)], form)


def head(chronicle: "Chronicle") -> None:
    if not chronicle.turns:
        typer.echo(f"{chronicle.place}: no change of holder is told\n")
        return
    turn = chronicle.turns[-1]
    typer.echo(f"{chronicle.place}: {change(turn)}")
    width = max(map(len, FIRSTS.values()))
    for name, saying in turn.firsts():
        typer.echo(f"  {FIRSTS[name]:<{width}}  {line(saying) if saying else 'not told'}")
    typer.echo()


def change(turn: "Turn") -> str:
    passed = f"to {turn.after_name}"
    if turn.before_name:
        passed = f"from {turn.before_name} {passed}"
    return f"{passed}, {turn.day}" if turn.believed else f"{passed}, claimed and not believed"


def line(saying: "Saying") -> str:
    """When, by whom, on whose word, and what."""
    from orontes.listing.cells import clock

    source = saying.told.source
    credited = " and ".join(one.name for one in saying.speakers)
    word = f", citing {credited}" if credited else ""
    return f"{clock(source.published)}  {source.publisher or source.id}{word}: {saying.says}"
