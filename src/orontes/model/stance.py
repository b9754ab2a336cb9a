from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from orontes.model.names import ActorName
from orontes.model.rows import actor_row, day

Leaning = Literal["for", "against", "talks", "other"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one actor said and did about another: a cell of the matrix.

    ``target`` None: the claims name nobody. ``balance`` is the number of positions for the target
    less those against it; ``kinds`` are all of them, counted. ``quote`` is the shortest sentence of
    the leaning that prevails, with its speakers and publisher.
    """

    actor: ActorName
    target: ActorName | None
    balance: int
    leanings: tuple[tuple[Leaning, int], ...]
    kinds: tuple[tuple[str, int], ...]
    first: date | None
    last: date | None
    quote: str
    said_by: tuple[ActorName, ...]
    publisher: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stance:
    """One step of how an actor's stance to another went; ``shift`` marks a turn for or against.

    ``about`` is the matter in the words of the report.
    """

    actor: ActorName
    target: ActorName | None
    day: date | None
    kind: str
    leaning: Leaning
    shift: Leaning | None
    about: str | None
    quote: str
    said_by: tuple[ActorName, ...]
    publisher: str | None
    claims: tuple[str, ...]


def cell_row(cell: Cell) -> dict[str, Any]:
    return {
        "actor": actor_row(cell.actor),
        "target": actor_row(cell.target) if cell.target else None,
        "balance": cell.balance,
        "leanings": dict(cell.leanings),
        "kinds": dict(cell.kinds),
        "first": day(cell.first),
        "last": day(cell.last),
        "quote": cell.quote,
        "said_by": [actor_row(one) for one in cell.said_by],
        "publisher": cell.publisher,
        "claims": list(cell.claims),
    }


def stance_row(one: Stance) -> dict[str, Any]:
    return {
        "day": day(one.day),
        "actor": actor_row(one.actor),
        "target": actor_row(one.target) if one.target else None,
        "kind": one.kind,
        "leaning": one.leaning,
        "shift": one.shift,
        "about": one.about,
        "quote": one.quote,
        "said_by": [actor_row(one) for one in one.said_by],
        "publisher": one.publisher,
        "claims": list(one.claims),
    }
