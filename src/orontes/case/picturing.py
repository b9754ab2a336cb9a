"""How things stand, asked of a case at two times."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from orontes.actors.asked import Asked
from orontes.case.asking import at_of, known_of, moments
from orontes.case.opened import Time
from orontes.case.tolling import Tolling
from orontes.errors import WrongCall
from orontes.events.join import join
from orontes.events.known import known_by
from orontes.model.chronicle import Chronicle
from orontes.model.event import Event
from orontes.model.picture import Change, Control, Position
from orontes.model.stance import Cell, Stance
from orontes.picture.apart import apart
from orontes.picture.changes import passings, revised
from orontes.picture.chronicle import chronicle
from orontes.picture.control import control, history
from orontes.picture.course import beliefs
from orontes.picture.factions import held_by
from orontes.picture.positions import positions
from orontes.picture.stances import at_level, cells, stances, taken
from orontes.picture.supposed import sentences
from orontes.picture.view import View, by, look

Pair = tuple[Control | None, Control | None]


class Picturing(Tolling):
    """``at`` is a day, taken at its end; ``known`` an instant, or a day, which it includes."""

    def events(self, at: Time = None, known: Time = None) -> list[Event]:
        day = at_of(at)
        return [
            event
            for event in join(self.told(), known_of(known), self._registry, self._links())
            if by(event, day)
        ]

    def control(
        self,
        at: Time = None,
        known: Time = None,
        suppose: Sequence[str] = (),
        actor: str | None = None,
    ) -> list[Control]:
        """``suppose`` are holders of no report, such as ``Homs=opposition@2024-12-07``.

        ``actor``: only what it holds, or those that belong to it, or (where no claim names a
        faction) the side to which it belongs.
        """
        rows = self._control(at, known, suppose)
        return held_by(rows, Asked(actor, self._registry), at_of(at)) if actor else rows

    def _control(self, at: Time, known: Time, suppose: Sequence[str]) -> list[Control]:
        if not suppose:
            return self._atlas().control(at_of(at), known_of(known))
        told, start = self._supposing(suppose)
        return control(told, at_of(at), known_of(known), self._registry, *start)

    def history(self, place: str, known: Time = None, suppose: Sequence[str] = ()) -> list[Control]:
        """Every spell of the place of that name or id."""
        spells = self.spells(known, suppose)
        wanted = place.casefold()
        found = [s for s in spells if wanted in (s.place_id.casefold(), s.place.casefold())]
        if not found:
            raise WrongCall(
                f"no report of {self.path.name} tells who holds {place!r};"
                f" `orontes places {self.path}` lists the places"
            )
        return found

    def chronicles(self, place: str, known: Time = None) -> list[Chronicle]:
        """How it became known who holds the place of that name or id: claims and their firsts.

        One for each place of the name. Raises WrongCall if no report tells who holds it.
        """
        spells = self.history(place, known)
        told, (initial, _) = known_by(self.told(), known_of(known)), self._start()
        return [
            chronicle(told, [s for s in spells if s.place_id == key], self._registry, initial)
            for key in dict.fromkeys(s.place_id for s in spells)
        ]

    def spells(self, known: Time = None, suppose: Sequence[str] = ()) -> list[Control]:
        """Every spell of every place, by place."""
        if suppose:
            told, start = self._supposing(suppose)
            return history(told, None, known_of(known), self._registry, *start)
        return self._atlas().history(None, known_of(known))

    def beliefs(self, step: timedelta, known: Time = None) -> list[Control]:
        """The spells of :meth:`spells`, in parts where the probability moves within one.

        Each spell is looked at every ``step`` days.
        """
        return beliefs(self.told(), step, known_of(known), self._registry, *self._start())

    def changes(
        self,
        since: Time = None,
        until: Time = None,
        known: Time = None,
        suppose: Sequence[str] = (),
    ) -> list[Change]:
        return passings(self.spells(known, suppose), at_of(since), at_of(until))

    def compared(self, then: str, now: str, suppose: Sequence[str] = ()) -> list[Change]:
        """What changed from ``AT[,KNOWN]`` to ``AT[,KNOWN]``, each row saying how.

        KNOWN is the end of the day AT if it is left out. Raises WrongCall for bad or backward
        times.
        """
        told, start = self._supposing(suppose)
        first, last = moments(then, now)
        return apart(self.told(judgements=False), told, first, last, self._registry, *start)

    def revised(
        self, before: datetime | int | str, after: Time = None, at: Time = None
    ) -> list[Pair]:
        """Places of which another holder is believed than by ``before``, an instant or revision."""
        then = before if isinstance(before, int) else known_of(before)
        if then is None:
            raise WrongCall("say since when: a revision number or an ISO time")
        return revised(
            self.told(), then, known_of(after), at_of(at), self._registry, *self._start()
        )

    def positions(
        self,
        at: Time = None,
        known: Time = None,
        *,
        actor: str | None = None,
        target: str | None = None,
        since: Time = None,
    ) -> list[Position]:
        """Who said or did what about whom, the newest first.

        ``actor`` and ``target`` mean those that belong to them too; ``since`` is the first day.
        """
        found = positions(self.told(), at_of(at), known_of(known))
        by = Asked(actor, self._registry) if actor else None
        towards = Asked(target, self._registry) if target else None
        return taken(found, by, towards, at_of(since))

    def matrix(self, found: Iterable[Position], sides: bool = False) -> list[Cell]:
        """Positions as a matrix, actor by actor; ``sides``: side by side."""
        return cells(at_level(found, self._registry, sides))

    def stances(self, found: Iterable[Position], sides: bool = False) -> list[Stance]:
        """How the stance of one to another moved, day by day; turns are marked."""
        return stances(at_level(found, self._registry, sides))

    def initial(self) -> list[Control]:
        """Who was given to hold which place before the reports begin."""
        return self._file.initial()

    def view(self, at: Time = None, known: Time = None, suppose: Sequence[str] = ()) -> View:
        """The whole picture at two times."""
        told, start = self._supposing(suppose)
        view = look(told, at_of(at), known_of(known), self._registry, *start, self._links())
        return replace(view, supposed=tuple(sentences(start[0], view.at)))
