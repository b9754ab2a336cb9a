"""``orontes toll``, ``displaced`` and ``relief``: what it cost, by whose count."""

from enum import StrEnum
from typing import Annotated, Literal

import typer

from orontes.commands.common import As, At, CasePath, Format, Known, app, emit, opened
from orontes.errors import WrongCall


class By(StrEnum):
    incident = "incident"
    campaign = "campaign"
    place = "place"
    side = "side"


Sums = Literal["all", "place", "side"]
Since = Annotated[
    str | None, typer.Option(help="Leave out what ended before this day (2024-12-01).")
]
Counts = Annotated[bool, typer.Option("--counts", help="Each counter's own figures instead.")]


@app.command()
def toll(
    case: CasePath,
    by: Annotated[
        By | None,
        typer.Option(
            help="Only incidents, or only totals (campaign); or sums of incidents by place, or by"
            " the side of the dead."
        ),
    ] = None,
    total: Annotated[bool, typer.Option("--sum", help="All incidents added up.")] = False,
    counts: Counts = False,
    since: Since = None,
    at: At = None,
    known: Known = None,
    form: As = Format.table,
) -> None:
    """How many were killed and injured, how many of them civilians, by whose count."""
    from orontes.model.picture_rows import row_of

    door = opened(case)
    if counts:
        if by or total or since:
            raise WrongCall("--counts lists figures as told; leave out --by, --sum and --since")
        emit("counts", [row_of(one) for one in door.counts(at, known)], form)
    elif total or by in (By.place, By.side):
        if total and by:
            raise WrongCall("--sum adds up all incidents; leave out --by")
        key: Sums = "place" if by is By.place else "side" if by is By.side else "all"
        sums = door.toll_sums(key, at, known, since)
        emit("toll sums", [row_of(one) for one in sums], form)
    else:
        found = door.toll(at, known, since)
        wanted = {By.incident: ("incident",), By.campaign: ("campaign", "period"), None: None}[by]
        emit("toll", [row_of(one) for one in found if not wanted or one.scope in wanted], form)


@app.command()
def displaced(
    case: CasePath,
    counts: Counts = False,
    since: Since = None,
    at: At = None,
    known: Known = None,
    form: As = Format.table,
) -> None:
    """Who fled, returned or was evacuated; flows apart from stocks, neither ever added up."""
    from orontes.model.picture_rows import row_of

    door = opened(case)
    if counts:
        if since:
            raise WrongCall("--counts lists figures as told; leave out --since")
        emit("moves", [row_of(one) for one in door.moves(at, known)], form)
    else:
        emit("displaced", [row_of(one) for one in door.displaced(at, known, since)], form)


@app.command()
def relief(
    case: CasePath,
    since: Since = None,
    at: At = None,
    known: Known = None,
    form: As = Format.table,
) -> None:
    """Aid given, blocked or short, access and services, as claimed."""
    from orontes.model.picture_rows import row_of

    emit("relief", [row_of(one) for one in opened(case).relief(at, known, since)], form)
