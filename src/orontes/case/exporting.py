"""A case as the files that colleagues expect."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, cast

from orontes.case.asking import Question, asked, at_of, known_of
from orontes.case.handing import Handing
from orontes.case.opened import Time
from orontes.case.picturing import Picturing
from orontes.case.wayfinding import Wayfinding
from orontes.errors import WrongCall
from orontes.export.catalogue import PAGE, WHOLE, target
from orontes.export.cite import citation
from orontes.export.formats import FORMATS
from orontes.export.material import Material, Output, Wish
from orontes.export.where import Where, gazetteer, with_codes
from orontes.model.picture_rows import row_of
from orontes.store import boundaries

BY = ("day", "month")
UNITS = ("place", "admin2", "priogrid")


class Exporting(Handing, Picturing, Wayfinding):
    """The same case gives the same bytes, whatever the day on which it is exported."""

    def exported(self, what: str, form: str, at: Time = None, known: Time = None) -> str:
        """One listing as the text of a file; the same case gives the same bytes."""
        asks: dict[str, Callable[[], Sequence[object]]] = {
            "claims": lambda: asked(self.told(), Question(at=at, known=known), self._registry),
            "events": lambda: self.events(at, known),
            "control": lambda: self.control(at, known),
            "changes": lambda: self.changes(None, at, known),
            "toll": lambda: self.toll(at, known),
            "displaced": lambda: self.displaced(at, known),
            "routes": lambda: self.routes(at=at, known=known),
            "positions": lambda: self.positions(at, known),
            "judgements": self.judgements,
        }
        if what not in asks:
            raise WrongCall(f"there is no listing {what!r}; there are {', '.join(asks)}")
        if form not in FORMATS:
            raise WrongCall(f"no format {form!r}; name the file .{', .'.join(FORMATS)}")
        rows = [row_of(item) for item in asks[what]()]
        if form == "csv" and (units := boundaries.held(self.path)):
            where = Where(units)
            rows = [with_codes(row, where) for row in rows]
        return FORMATS[form](rows)

    def export(
        self,
        to: str,
        at: Time = None,
        known: Time = None,
        since: Time = None,
        **wishes: Any,
    ) -> Output:
        """The case in a format of other tools (docs/exports.md): a file's text or bytes, or the
        files of a folder by name.

        ``since`` is an earlier ``known``: only rows added, changed or deleted since. ``hxl``,
        ``by`` and ``unit`` as in :class:`Wish`. Raises WrongCall for what there is not.
        """
        found, wish = target(to), wish_of(**wishes)
        if to in (WHOLE, PAGE) and (at or known or since):
            raise WrongCall(f"--to {to} has no --at, --known or --since; leave them out")
        if to == WHOLE:
            return "".join(self.whole())
        if to == PAGE:
            from orontes.web.data import page_data
            from orontes.web.page import page

            return page(page_data(cast(Any, self)))
        now = self.material(at, known, wish)
        if since is None:
            return found.write(now)
        from orontes.export.differing import differing

        return differing(to, self.material(at, since, wish), now)

    def material(self, at: Time = None, known: Time = None, wish: Wish | None = None) -> Material:
        """What every export is drawn from."""
        from orontes import __version__

        return Material(
            title=self.path.stem,
            version=__version__,
            revision=self.revision,
            view=self.view(at, known),
            registry=self._registry,
            where=Where(boundaries.held(self.path)),
            beliefs=lambda: self.beliefs(timedelta(days=1), known_of(known)),
            graph=lambda: self._ways(at, known, ()).graph(gazetteer()),
            wish=wish or Wish(),
        )

    def sample(self, size: int, by: str = "kind", known: Time = None) -> str:
        """A blind coding sheet as CSV; :func:`orontes.export.agreement.agreement` counts it."""
        from orontes.export.sample import sheet

        return sheet(asked(self.told(), Question(known=known), self._registry), size, by)

    def citation(self, at: Time = None, known: Time = None) -> str:
        """One line that tells how to cite the state of the case at two times."""
        from orontes import __version__

        view = self.view(at_of(at), known_of(known))
        return citation(view, self.path.stem, self.revision, __version__)


def wish_of(hxl: bool = False, by: str = "day", unit: str = "place") -> Wish:
    if by not in BY or unit not in UNITS:
        raise WrongCall(f"--by takes {' or '.join(BY)}, --unit takes {', '.join(UNITS)}")
    return Wish(hxl, cast(Any, by), cast(Any, unit))
