"""The one door: open a case, add reports, ask what they say, judge, export."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from orontes.actors.registry import registry
from orontes.brief import markdown, page
from orontes.brief.compose import compose
from orontes.case.adding import Added
from orontes.case.asking import (
    Question,
    asked,
    named_places,
)
from orontes.case.exporting import Exporting
from orontes.case.opened import Time
from orontes.case.peopling import Peopling
from orontes.case.picturing import Picturing
from orontes.case.reviewing import Reviewing
from orontes.case.wayfinding import Wayfinding
from orontes.model.report import Source
from orontes.model.told import Told
from orontes.store.casefile import CaseFile

__all__ = ["Added", "Case", "Question", "Written", "registry"]


@dataclass(frozen=True, slots=True)
class Written:
    """A brief in both forms."""

    markdown: str
    html: str


class Case(Exporting, Reviewing, Peopling, Picturing, Wayfinding):
    """A case file. ``at`` is a day, taken at its end; ``known`` an instant, or a day, which it
    includes; both may be ISO text (docs/how-a-fact-travels.md)."""

    @classmethod
    def new(cls, path: str | Path) -> "Case":
        return cls(CaseFile.create(Path(path)))

    @classmethod
    def open(cls, path: str | Path) -> "Case":
        """Raises WrongCall if there is nothing at the path, BadCase if it is no case."""
        file = CaseFile(Path(path))
        file.revision()
        return cls(file)

    def sources(self) -> list[Source]:
        """The reports of the case, without their texts, by publication."""
        known = self._file.sources().values()
        return sorted(known, key=lambda s: (s.known is None, s.known or datetime.now(UTC), s.id))

    def claims(self, question: Question | None = None, **slots: object) -> list[Told]:
        """The claims that fit: ``kind``, ``place``, ``actor``, ``stance``, ``search``, ``id``…"""
        question = question or Question(**slots)  # type: ignore[arg-type]
        found = self._file.search(question.search) if question.search else None
        return asked(self.told(), question, self._registry, found)

    def brief(self, at: Time = None, known: Time = None, title: str | None = None) -> Written:
        """The situation brief, as Markdown and as one HTML page."""
        view = self.view(at, known)
        brief = compose(view, title or self.path.stem, self.revision, self._registry)
        return Written(markdown.write(brief), page.write(brief, view))

    def places(self) -> list[dict[str, object]]:
        """Places by how many claims name them."""
        return named_places(self.told())
