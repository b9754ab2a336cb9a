from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Verb = Literal["add", "merge", "undo"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a user put down about the actors of a case: one row, never changed.

    ``add`` tells of the actor with the id ``about``; ``merge`` makes ``about`` (an id, or ``name:``
    and a folded name) one actor with the id ``into``; ``undo`` takes back the row whose number is
    ``about``. ``since`` and ``until`` bound the ties to ``parents`` and ``backers``, or without
    these the actor's existence. ``number`` is the row's.
    """

    verb: Verb
    about: str
    source: str
    why: str
    user: str
    made: datetime
    into: str | None = None
    name: str | None = None
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    backers: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    number: int = 0
