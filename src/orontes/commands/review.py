"""``orontes review``: the claims to look at first, listed or one after the other."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from orontes.commands.common import As, At, CasePath, Format, Known, app, emit, opened
from orontes.commands.judging import User
from orontes.errors import WrongCall

if TYPE_CHECKING:
    from orontes.case import Case
    from orontes.model.judgement import Standing
    from orontes.model.review import Doubtful

KEYS = "[a]ccept [r]eject [c]orrect [m]erge [s]plit [u]ndo last · [enter] later · [q]uit"


@app.command()
def review(
    case: CasePath,
    top: Annotated[int, typer.Option(min=1, help="How many claims.")] = 20,
    place: Annotated[str | None, typer.Option(help="A place's name or id.")] = None,
    kind: Annotated[str | None, typer.Option(help="A kind, or a group such as territory.")] = None,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Judge them one after the other, by keys.")
    ] = False,
    user: User = None,
    at: At = None,
    known: Known = None,
    form: As = Format.table,
) -> None:
    """The claims to look at first: how doubtful, times what the picture loses without them.

    Judged claims leave the queue. With --interactive each is judged at the terminal, and what it
    does to the picture is printed at once; two people may do so at a time.
    """
    from orontes.model.review import doubtful_row

    door = opened(case)
    found = door.review(top, place, kind, at, known)
    if not interactive:
        emit("review", [doubtful_row(one) for one in found], form)
        return
    try:
        go_through(door, found, user)
    finally:
        door.derive()


def go_through(door: "Case", found: "list[Doubtful]", user: str | None) -> None:
    typer.echo(f"{len(found)} claims. {KEYS}")
    for number, one in enumerate(found, 1):
        if not ask(door, one, f"{number}/{len(found)}", user):
            return


def ask(door: "Case", one: "Doubtful", number: str, user: str | None) -> bool:
    """Put one claim before the analyst until it is judged or left; False to stop."""
    if met(door, one):
        return True
    show(one, number)
    while True:
        answer = read("> ")
        if answer is None or answer[:1] == "q":
            return False
        if not answer:
            return True
        if answer[:1] in "armcs" and met(door, one):
            return True
        try:
            if answer[:1] == "u":
                undo(door, user)
            elif answer[:1] in "armcs":
                return act(door, one, answer[:1], user)
            else:
                typer.echo(KEYS)
        except WrongCall as error:
            typer.echo(str(error))


def met(door: "Case", one: "Doubtful") -> bool:
    """Whether somebody has judged it since the queue was made; it is said who."""
    claims = {one.told.claim.id, *one.also}
    others = [each for each in in_force(door) if claims & set(each.attached)]
    if others:
        last = others[-1].judgement
        typer.echo(f"{last.claim} was judged meanwhile by {last.user}: {last.verdict} ({last.why})")
    return bool(others)


def in_force(door: "Case") -> "list[Standing]":
    return [one for one in door.judgements() if one.state == "in force"]


def show(one: "Doubtful", number: str) -> None:
    claim, source = one.told.claim, one.told.source
    place = f" · {claim.place.name}" if claim.place else ""
    actors = " and ".join(actor.name for actor in claim.actor)
    who = f" · {actors}" if actors else ""
    typer.echo(f"\n{number}  {claim.kind}{place}{who} · {claim.stance}  {claim.id}")
    typer.echo(f"  “{' '.join(claim.quote.split())}”")
    typer.echo(f"  {source.publisher or source.id}, {source.published or 'undated'}")
    typer.echo(f"  in doubt ({one.doubt:.2f}): {', '.join(one.reasons)}")
    for effect in one.effects:
        typer.echo(f"  if rejected: {effect.words}")


def act(door: "Case", one: "Doubtful", key: str, user: str | None) -> bool:
    """Judge it; the picture that follows is printed."""
    before = door.told()
    claims = [one.told.claim.id, *one.also]
    if key == "c":
        changes = words("slot=VALUE (several with |): ").split("|")
        why = words("why: ")
        for claim in claims:
            door.judge(
                claim, "correct", why, user, [each.strip() for each in changes], derive=False
            )
    elif key == "m":
        door.merge(claims[0], words("with claims or events: ").split(), words("why: "), user)
    elif key == "s":
        door.split(claims[0], (), words("why: "), user)
    else:
        why = words("why: ")
        for claim in claims:
            door.judge(claim, "accept" if key == "a" else "reject", why, user, derive=False)
    effects = door.effects(before)
    for effect in effects:
        typer.echo(f"  {effect.words}")
    if not effects:
        typer.echo("  who holds which place stays as it is")
    return True


def undo(door: "Case", user: str | None) -> None:
    """Take back the last judgement of this user."""
    from orontes.case.judging import who

    mine = [one for one in in_force(door) if one.judgement.user == who(user)]
    last = [one.judgement for one in mine if one.judgement.verdict != "undo"]
    if not last:
        raise WrongCall("you have judged nothing that could be undone")
    before = door.told()
    door.undo(last[-1].id, words("why: "), user)
    typer.echo(f"  undone: {last[-1].verdict} of {last[-1].claim}")
    for effect in door.effects(before):
        typer.echo(f"  {effect.words}")


def words(prompt: str) -> str:
    """Raises WrongCall for nothing, which goes back to the claim."""
    given = read(f"  {prompt}")
    if not given:
        raise WrongCall("nothing was written, so nothing was judged")
    return given


def read(prompt: str) -> str | None:
    """A line of the terminal; None at its end."""
    typer.echo(prompt, nl=False)
    line = sys.stdin.readline()
    return line.strip() if line else None
