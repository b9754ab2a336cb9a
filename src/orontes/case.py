"""The one door: open a case, add reports, ask what they say, judge, export."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, overload

from orontes.actors.registry import Registry
from orontes.adding import BATCH, Added, batches, fresh, now
from orontes.asking import (
    Question,
    asked,
    at_of,
    corrections,
    known_of,
    moments,
    named_actors,
    named_places,
)
from orontes.brief import markdown, page
from orontes.brief.compose import compose
from orontes.errors import WrongCall
from orontes.events.join import join
from orontes.events.known import known_by
from orontes.export.formats import FORMATS
from orontes.model.chronicle import Chronicle
from orontes.model.claim import Claim
from orontes.model.event import Event
from orontes.model.judgement import Judgement, Verdict
from orontes.model.picture import Change, Control, Displacement, Position, Route, Toll
from orontes.model.picture_rows import row_of
from orontes.model.report import Report, Source
from orontes.model.told import Told
from orontes.model.ways import Connection, Encirclement
from orontes.picture.apart import apart
from orontes.picture.changes import changes, revised
from orontes.picture.chronicle import chronicle
from orontes.picture.control import control, history
from orontes.picture.course import beliefs
from orontes.picture.ground import Ground
from orontes.picture.positions import positions
from orontes.picture.toll import displaced, toll
from orontes.picture.view import View, by, look
from orontes.places.ground import land
from orontes.reports.columns import Columns
from orontes.reports.copies import roots, shingles
from orontes.reports.gather import gather
from orontes.reports.languages import is_read
from orontes.store.casefile import CaseFile

if TYPE_CHECKING:
    from orontes.routing import Asked

Time = date | datetime | str | None
Progress = Callable[[str], None]
Pair = tuple[Control | None, Control | None]


@dataclass(frozen=True, slots=True)
class Written:
    """A brief in both forms."""

    markdown: str
    html: str


class Case:
    """A case file. ``at`` is a day, taken at its end; ``known`` an instant, or a day, which it
    includes; both may be ISO text (docs/how-a-fact-travels.md)."""

    def __init__(self, file: CaseFile) -> None:
        self._file = file

    @classmethod
    def new(cls, path: str | Path) -> "Case":
        return cls(CaseFile.create(Path(path)))

    @classmethod
    def open(cls, path: str | Path) -> "Case":
        """Raises WrongCall if there is nothing at the path, BadCase if it is no case."""
        file = CaseFile(Path(path))
        file.revision()
        return cls(file)

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def revision(self) -> int:
        return self._file.revision()

    def add(
        self,
        paths: Sequence[str | Path],
        columns: Columns | None = None,
        stdin: BinaryIO | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Read reports from files and folders into the case, a batch at a time.

        Stopped at any moment, the case holds whole reports only, and the same call completes it.
        """
        done = Added(revision=self.revision)
        seen = set(self._file.report_ids())
        found = gather([Path(path) for path in paths], columns, stdin)
        try:
            for batch in batches(fresh(found, seen, done), BATCH):
                self._append(batch, done)
                if progress:
                    progress(f"{done.new} reports, {done.claims} claims")
        finally:
            if done.new:
                self._derive(done)
        return done

    def _append(self, batch: Sequence[Report], done: Added) -> None:
        read = [(report, self._read(report, done)) for report in batch]
        hashes = [(report.id, shingles(report.text)) for report in batch]
        done.revision = self._file.append(read, now(), hashes)
        done.new += len(read)
        done.claims += sum(len(claims) for _, claims in read)

    def _read(self, report: Report, done: Added) -> list[Claim]:
        from orontes.reading import read_report

        language = report.source.language
        if language and not is_read(language):
            done.languages[language] += 1
            return []
        return read_report(report)

    def _derive(self, done: Added | None = None) -> None:
        """Link the copies and rebuild the layers from all that the case holds."""
        sources = self._file.sources()
        links = roots([(sources[identity], parts) for identity, parts in self._file.shingles()])
        self._file.write_layers(links, [], [], [])
        if done:
            done.copies = len(links)
        told = self._file.told()
        view = look(told, None, None, registry(), *self._start())
        self._file.write_layers(links, view.events, view.control, view.routes)

    def reread(self, progress: Progress | None = None) -> int:
        """Read every report again with this Orontes: a new generation of claims; how many."""
        count = 0
        for batch in batches(iter(self._file.reports()), BATCH):
            ignored = Added()
            read = [(report, self._read(report, ignored)) for report in batch]
            self._file.reread(read, now())
            count += sum(len(claims) for _, claims in read)
            if progress:
                progress(f"{count} claims")
        self._derive()
        return count

    def sources(self) -> list[Source]:
        """The reports of the case, without their texts, by publication."""
        known = self._file.sources().values()
        return sorted(known, key=lambda s: (s.known is None, s.known or datetime.now(UTC), s.id))

    def claims(self, question: Question | None = None, **slots: object) -> list[Told]:
        """The claims that fit: ``kind``, ``place``, ``actor``, ``stance``, ``search``, ``id``…"""
        question = question or Question(**slots)  # type: ignore[arg-type]
        found = self._file.search(question.search) if question.search else None
        return asked(self._file.told(), question, registry(), found)

    def told(self, judgements: bool = True) -> list[Told]:
        return self._file.told(judgements)

    def events(self, at: Time = None, known: Time = None) -> list[Event]:
        day = at_of(at)
        return [
            event
            for event in join(self._file.told(), known_of(known), registry())
            if by(event, day)
        ]

    def control(
        self, at: Time = None, known: Time = None, suppose: Sequence[str] = ()
    ) -> list[Control]:
        """``suppose`` are holders of no report, such as ``Homs=opposition@2024-12-07``."""
        told, start = self._supposing(suppose)
        return control(told, at_of(at), known_of(known), registry(), *start)

    def history(self, place: str, known: Time = None) -> list[Control]:
        """Every spell of the place of that name or id."""
        spells = self.spells(known)
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
        told, (initial, _) = known_by(self._file.told(), known_of(known)), self._start()
        return [
            chronicle(told, [s for s in spells if s.place_id == key], registry(), initial)
            for key in dict.fromkeys(s.place_id for s in spells)
        ]

    def spells(self, known: Time = None) -> list[Control]:
        """Every spell of every place, by place."""
        return history(self._file.told(), None, known_of(known), registry(), *self._start())

    def beliefs(self, step: timedelta, known: Time = None) -> list[Control]:
        """The spells of :meth:`spells`, in parts where the probability moves within one.

        Each spell is looked at every ``step`` days.
        """
        return beliefs(self._file.told(), step, known_of(known), registry(), *self._start())

    def _start(self) -> tuple[Sequence[Control], Ground]:
        """What was given to hold before the reports, and the lie of the land."""
        return self._file.initial(), land()

    def _supposing(
        self, suppose: Sequence[str]
    ) -> tuple[list[Told], tuple[Sequence[Control], Ground]]:
        """The claims, and the start with what is supposed beside it; nothing of it is stored."""
        told, (initial, ground) = self._file.told(), self._start()
        if not suppose:
            return told, (initial, ground)
        from orontes.supposing import supposed

        return told, ((*initial, *supposed(suppose, told, initial, registry())), ground)

    def changes(
        self,
        since: Time = None,
        until: Time = None,
        known: Time = None,
        suppose: Sequence[str] = (),
    ) -> list[Change]:
        told, start = self._supposing(suppose)
        return changes(told, at_of(since), at_of(until), known_of(known), registry(), *start)

    def compared(self, then: str, now: str, suppose: Sequence[str] = ()) -> list[Change]:
        """What changed from ``AT[,KNOWN]`` to ``AT[,KNOWN]``, each row saying how.

        KNOWN is the end of the day AT if it is left out. Raises WrongCall for bad or backward
        times.
        """
        told, start = self._supposing(suppose)
        first, last = moments(then, now)
        return apart(self._file.told(judgements=False), told, first, last, registry(), *start)

    def revised(
        self, before: datetime | int | str, after: Time = None, at: Time = None
    ) -> list[Pair]:
        """Places of which another holder is believed than by ``before``, an instant or revision."""
        then = before if isinstance(before, int) else known_of(before)
        if then is None:
            raise WrongCall("say since when: a revision number or an ISO time")
        return revised(
            self._file.told(), then, known_of(after), at_of(at), registry(), *self._start()
        )

    def toll(self, at: Time = None, known: Time = None) -> list[Toll]:
        return toll(self._file.told(), at_of(at), known_of(known), registry())

    def displaced(self, at: Time = None, known: Time = None) -> list[Displacement]:
        return displaced(self._file.told(), at_of(at), known_of(known), registry())

    @overload
    def routes(
        self,
        *,
        at: Time = None,
        known: Time = None,
        since: Time = None,
        suppose: Sequence[str] = (),
    ) -> list[Route]: ...

    @overload
    def routes(
        self,
        start: str,
        end: str | None = None,
        *,
        at: Time = None,
        known: Time = None,
        suppose: Sequence[str] = (),
    ) -> Connection: ...

    def routes(
        self,
        start: str | None = None,
        end: str | None = None,
        *,
        at: Time = None,
        known: Time = None,
        since: Time = None,
        suppose: Sequence[str] = (),
    ) -> list[Route] | Connection:
        """Ways reported cut, open or threatened, and what captures from ``since`` on did to them.

        With two places (or a road known by its number) the sheet of that connection instead: no
        clearance. Raises WrongCall for a name that is no place of the region.
        """
        from orontes import routing

        asked = self._ways(at, known, suppose)
        if start is None:
            return routing.told_and_derived(asked, at_of(since))
        return routing.between(asked, start, end)

    def encirclement(
        self,
        place: str | None = None,
        at: Time = None,
        known: Time = None,
        suppose: Sequence[str] = (),
    ) -> list[Encirclement]:
        """How far a place is encircled, or each that reports tell to be."""
        from orontes import routing

        return routing.round_places(self._ways(at, known, suppose), place)

    def _ways(self, at: Time, known: Time, suppose: Sequence[str]) -> "Asked":
        from orontes.routing import Asked

        told, start = self._supposing(suppose)
        roads = self._file.roads()
        return Asked.of(told, roads, at_of(at), known_of(known), registry(), *start)

    def import_roads(self, path: str | Path) -> int:
        """Keep a user's roads in the case; they replace the assumed ways. How many lines."""
        from orontes.places.roads import read

        roads = read(Path(path))
        self._file.add_roads(roads, Path(path).name, now())
        return len(roads)

    def initial(self) -> list[Control]:
        """Who was given to hold which place before the reports begin."""
        return self._file.initial()

    def import_initial(self, path: str | Path) -> int:
        """Keep who held which place before the reports begin; replaces an earlier table."""
        from orontes.places.gazetteer import Gazetteer
        from orontes.starting import read

        rows = read(Path(path), Gazetteer.open(), registry())
        self._file.add_initial(rows, Path(path).name, now())
        self._derive()
        return len(rows)

    def positions(self, at: Time = None, known: Time = None) -> list[Position]:
        return positions(self._file.told(), at_of(at), known_of(known))

    def view(self, at: Time = None, known: Time = None) -> View:
        """The whole picture at two times."""
        return look(self._file.told(), at_of(at), known_of(known), registry(), *self._start())

    def brief(self, at: Time = None, known: Time = None, title: str | None = None) -> Written:
        """The situation brief, as Markdown and as one HTML page."""
        view = self.view(at, known)
        brief = compose(view, title or self.path.stem, self.revision, registry())
        return Written(markdown.write(brief), page.write(brief, view))

    def places(self) -> list[dict[str, object]]:
        """Places by how many claims name them."""
        return named_places(self._file.told())

    def actors(self, at: Time = None, known: Time = None) -> list[dict[str, object]]:
        """Actors by how many claims name them, with their sides and roles on that day."""
        return named_actors(self._file.told(), registry(), at_of(at), known_of(known))

    def exported(self, what: str, form: str, at: Time = None, known: Time = None) -> str:
        """One listing as the text of a file; the same case gives the same bytes."""
        asks: dict[str, Callable[[], Sequence[object]]] = {
            "claims": lambda: self.claims(at=at, known=known),
            "events": lambda: self.events(at, known),
            "control": lambda: self.control(at, known),
            "changes": lambda: self.changes(None, at, known),
            "toll": lambda: self.toll(at, known),
            "displaced": lambda: self.displaced(at, known),
            "routes": lambda: self.routes(at=at, known=known),
            "positions": lambda: self.positions(at, known),
        }
        if what not in asks:
            raise WrongCall(f"there is no listing {what!r}; there are {', '.join(asks)}")
        if form not in FORMATS:
            raise WrongCall(f"no format {form!r}; name the file .{', .'.join(FORMATS)}")
        return FORMATS[form]([row_of(item) for item in asks[what]()])

    def judge(
        self,
        claim: str,
        verdict: Verdict,
        why: str,
        user: str,
        changes: Sequence[str] = (),
    ) -> int:
        """Accept, reject or correct the reading of a claim; the case revision that it makes.

        ``changes`` are ``slot=JSON`` texts, named as in the claim's row.
        """
        pairs = corrections(verdict, changes)
        if claim not in {one.claim.id for one in self._file.told(judgements=False)}:
            raise WrongCall(f"there is no claim {claim}; `orontes claims {self.path}` lists them")
        made = datetime.now(UTC).replace(microsecond=0)
        revision = self._file.judge(Judgement(claim, verdict, why, user, made, pairs))
        self._derive()
        return revision


@cache
def registry() -> Registry:
    return Registry.load()
