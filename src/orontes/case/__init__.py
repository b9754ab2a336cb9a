"""The one door: open a case, add reports, ask what they say, judge, export."""

from datetime import UTC, datetime
from pathlib import Path

from orontes.actors.registry import registry
from orontes.case.adding import Added
from orontes.case.asking import (
    Question,
    asked,
    named_places,
)
from orontes.case.briefing import Briefing, Written
from orontes.case.exporting import Exporting
from orontes.case.peopling import Peopling
from orontes.case.picturing import Picturing
from orontes.case.reviewing import Reviewing
from orontes.case.wayfinding import Wayfinding
from orontes.model.report import Source
from orontes.model.told import Told
from orontes.store.casefile import CaseFile

__all__ = ["Added", "Case", "Question", "Written", "registry"]


class Case(Briefing, Exporting, Reviewing, Peopling, Picturing, Wayfinding):
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

    def places(self) -> list[dict[str, object]]:
        """Places by how many claims name them."""
        return named_places(self.told())
