"""What may be asked of a case's claims, and how the two times are understood."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from orontes.actors.asked import Asked
from orontes.actors.listing import day_of
from orontes.actors.registry import Registry
from orontes.errors import WrongCall
from orontes.events.known import known_by
from orontes.model.names import PlaceName
from orontes.model.told import Told
from orontes.model.when import end_of
from orontes.picture.apart import Moment
from orontes.picture.toll import begun

CORRECTABLE = frozenset(
    {"kind", "actor", "target", "place", "when", "count", "said_by", "stance", "extent"}
)


@dataclass(frozen=True, slots=True)
class Question:
    """Which claims are wanted; every slot that is set must fit.

    ``kind`` may be a whole group ("territory"); ``place``, ``actor`` are names or ids; an
    actor means all that belong to it, too; ``search`` are words of the quote.
    """

    id: str | None = None
    kind: str | None = None
    place: str | None = None
    actor: str | None = None
    stance: str | None = None
    report: str | None = None
    search: str | None = None
    at: date | datetime | str | None = None
    known: date | datetime | str | None = None


def at_of(at: date | datetime | str | None) -> date | None:
    """A day. Raises WrongCall for anything else."""
    if at is None or (isinstance(at, date) and not isinstance(at, datetime)):
        return at
    if isinstance(at, datetime):
        return at.date()
    try:
        return date.fromisoformat(at)
    except ValueError as error:
        raise WrongCall(f"--at is a day such as 2024-12-06, not {at!r}") from error


def known_of(known: date | datetime | str | None) -> datetime | None:
    """An instant in UTC; a bare date includes that day."""
    if known is None:
        return None
    if isinstance(known, datetime):
        return known.replace(tzinfo=known.tzinfo or UTC)
    try:
        return end_of(known if isinstance(known, str) else known.isoformat())
    except ValueError as error:
        raise WrongCall(
            f"--known is a day or an instant such as 2024-12-04T12:00Z, not {known!r}"
        ) from error


def moments(then: str, now: str) -> tuple[Moment, Moment]:
    """Two of ``AT[,KNOWN]``; without KNOWN what was published by the end of the day AT.

    Raises WrongCall where the second is earlier than the first.
    """
    first, last = moment(then), moment(now)
    if last.at < first.at or last.known < first.known:
        raise WrongCall(f"{now} is earlier than {then}; compare a time with a later one")
    return first, last


def moment(text: str) -> Moment:
    at, _, known = (part.strip() for part in text.partition(","))
    try:
        day, until = date.fromisoformat(at), end_of(known or at)
    except ValueError:
        until = None
    if until is None:
        raise WrongCall(
            f"{text!r} is no AT[,KNOWN]; write a day, and what was known when, as in"
            " 2024-12-04,2024-12-04T12:00Z"
        )
    return Moment(day, until)


def asked(
    told: Sequence[Told],
    question: Question,
    registry: Registry,
    found: Collection[str] | None = None,
) -> list[Told]:
    """The claims that fit, in order of (known, id); ``found`` are the ids that a search gave."""
    at, known = at_of(question.at), known_of(question.known)
    whom = Asked(question.actor, registry) if question.actor else None
    return [
        one
        for one in known_by(told, known)
        if begun(one, at)
        and (found is None or one.claim.id in found)
        and fits(one, question)
        and (not whom or names(one, whom))
    ]


def fits(told: Told, question: Question) -> bool:
    claim = told.claim
    return (
        (not question.id or claim.id.startswith(question.id))
        and (not question.kind or claim.kind == question.kind or group(claim.kind) == question.kind)
        and (not question.stance or claim.stance == question.stance)
        and (not question.report or claim.doc.startswith(question.report))
        and (not question.place or at_place(told, question.place))
    )


def group(kind: str) -> str:
    return kind.split(".")[0]


def at_place(told: Told, place: str) -> bool:
    wanted = place.casefold()
    claim = told.claim
    places = [claim.place, claim.origin, claim.destination, *claim.route]
    return any(wanted in (p.name.casefold(), (p.id or "").casefold()) for p in places if p)


def names(told: Told, whom: Asked) -> bool:
    """Whether a claim names an actor that is meant, or one that belonged to it that day."""
    claim, day = told.claim, day_of(told)
    return any(whom.means(one, day) for one in (*claim.actor, *claim.target, *claim.said_by))


def named_places(told: Sequence[Told]) -> list[dict[str, object]]:
    """Each place that the claims name, with how many do."""
    seen: dict[str, list[PlaceName]] = {}
    for one in told:
        if place := one.claim.place:
            seen.setdefault(place.id or place.name.casefold(), []).append(place)
    rows: list[dict[str, object]] = [
        {
            "place": places[0].name,
            "id": places[0].id,
            "country": places[0].country,
            "kind": places[0].kind,
            "lat": places[0].lat,
            "lon": places[0].lon,
            "claims": len(places),
        }
        for places in seen.values()
    ]
    return sorted(
        rows,
        key=lambda row: (
            -len(seen[str(row["id"] or str(row["place"]).casefold())]),
            str(row["place"]),
        ),
    )
