"""The situation brief of a case: the picture with its ways, told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from orontes.case.opened import Time
from orontes.case.picturing import Picturing
from orontes.case.wayfinding import Wayfinding
from orontes.picture.view import View


@dataclass(frozen=True, slots=True)
class Written:
    """A brief in both forms."""

    markdown: str
    html: str


class Briefing(Picturing, Wayfinding):
    def brief(
        self,
        at: Time = None,
        known: Time = None,
        title: str | None = None,
        suppose: Sequence[str] = (),
    ) -> Written:
        """The situation brief, as Markdown and as one HTML page; what is supposed stands on top."""
        from orontes.brief import markdown, page
        from orontes.brief.compose import compose

        view = self.with_ways(at, known, suppose)
        brief = compose(view, title or self.path.stem, self.revision, self._registry)
        return Written(markdown.write(brief), page.write(brief, view))

    def with_ways(self, at: Time = None, known: Time = None, suppose: Sequence[str] = ()) -> View:
        """The picture with what captures did to ways, and how far places are encircled."""
        ways = self.routes(at=at, known=known, suppose=suppose)
        return replace(
            self.view(at, known, suppose),
            ways=[way for way in ways if way.basis == "graph"],
            sieges=self.encirclement(None, at, known, suppose),
        )
