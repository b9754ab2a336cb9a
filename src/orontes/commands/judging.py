"""``orontes judge`` and ``orontes judgements``: what analysts say of the readings."""

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from orontes.commands.common import As, CasePath, Format, app, emit, opened, say
from orontes.errors import WrongCall

if TYPE_CHECKING:
    from orontes.case import Case
    from orontes.model.judgement import Verdict as Word
    from orontes.model.told import Told

User = Annotated[
    str | None,
    typer.Option(help="Who judges (default: $ORONTES_USER, then $USER).", show_default=False),
]


class Verdict(Enum):
    accept = "accept"
    reject = "reject"
    correct = "correct"
    merge = "merge"
    split = "split"
    control = "control"
    undo = "undo"


@app.command()
def judge(
    case: CasePath,
    what: Annotated[
        str,
        typer.Argument(help="A claim's id or its start; for control a place; see VERDICT."),
    ],
    verdict: Annotated[Verdict, typer.Argument(help="What is said of it.")],
    others: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WITH]...", help="merge, split: claims or events; control: HOLDER."
        ),
    ] = None,
    why: Annotated[str, typer.Option(help="The reason; it is kept.")] = "",
    user: User = None,
    change: Annotated[
        list[str] | None,
        typer.Option("--set", help="correct: slot=VALUE, repeatable (kind=battle.clash)."),
    ] = None,
    since: Annotated[str | None, typer.Option(help="control: the first day.")] = None,
    until: Annotated[
        str | None, typer.Option(help="control: the first day on which it is so no longer.")
    ] = None,
) -> None:
    """Judge the reading of a claim, or set by hand who holds a place.

    CLAIM accept, reject, or correct --set slot=VALUE: the claim itself stays as it was read.
    CLAIM merge OTHER…: they tell of one event. CLAIM split: it is not of its event. PLACE control
    HOLDER --since DAY: a claim of yours, known from now on. CLAIM or JUDGEMENT undo: taken back.
    Each is a row with your name and reason; nothing is deleted.
    """
    door = opened(case)
    before = door.told()
    given = others or []
    options(verdict, given, change or [], since, until)
    match verdict:
        case Verdict.merge:
            door.merge(what, given, why, user)
        case Verdict.split:
            door.split(what, given, why, user)
        case Verdict.control:
            door.set_control(what, given[0], since, until, why, user)
        case Verdict.undo:
            undone = door.undo(what, why, user)
            say(f"undone: {undone.verdict} of {undone.claim} by {undone.user} ({undone.why})")
        case _:
            door.judge(what, cast("Word", verdict.value), why, user, change or [])
    last = door.judgements()[-1].judgement
    say(f"{last.id}: {last.verdict} {last.claim} by {last.user}; revision {door.revision}")
    tell(door, before)


def options(
    verdict: Verdict, others: list[str], change: list[str], since: str | None, until: str | None
) -> None:
    """Raise WrongCall for what does not go with the verdict."""
    by_hand = verdict is Verdict.control
    if by_hand and (len(others) != 1 or since is None):
        raise WrongCall("write it as in: orontes judge CASE Rastan control sdf --since 2024-12-06")
    if others and verdict not in (Verdict.merge, Verdict.split, Verdict.control):
        raise WrongCall(f"{verdict.value} takes one id; leave out {' '.join(others)}")
    if not by_hand and (since or until):
        raise WrongCall("--since and --until go with control only")
    if change and verdict is not Verdict.correct:
        raise WrongCall("--set goes with correct only")


def tell(door: "Case", before: "list[Told]") -> None:
    """What the judgement did to who holds which place."""
    for effect in door.effects(before):
        typer.echo(effect.words)


@app.command()
def judgements(
    case: CasePath,
    orphans: Annotated[
        bool, typer.Option("--orphans", help="Only those whose claim no new reading has.")
    ] = False,
    form: As = Format.table,
) -> None:
    """List who judged what, when and why, and whether it counts.

    in force, overruled by a later word, undone, or orphan: read anew, the report has no claim (or
    several) that the judged one could be.
    """
    from orontes.model.judgement_rows import judgement_row

    emit("judgements", [judgement_row(one) for one in opened(case).judgements(orphans)], form)


def take_judgements(case: Path, file: Path) -> None:
    done = opened(case).import_judgements(file)
    already = f", {done.already} here already" if done.already else ""
    say(f"{case}: {done.new} judgements from {file}{already}{lost(done.orphans, case)}")


def lost(orphans: int, case: Path) -> str:
    return f", {orphans} orphans: `orontes judgements {case} --orphans`" if orphans else ""


def carried(door: "Case") -> str:
    """As in "98 of 100 judgements carried over, 2 orphans"; empty if there are none."""
    counted = [one for one in door.judgements() if one.judgement.verdict != "undo"]
    standing = [one for one in counted if one.state != "undone"]
    orphans = sum(one.state == "orphan" for one in standing)
    if not standing:
        return ""
    kept = len(standing) - orphans
    return f"{kept} of {len(standing)} judgements carried over{lost(orphans, door.path)}"
