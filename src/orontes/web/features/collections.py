"""The collections that a case offers, and each one's features."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from orontes.case import Case
from orontes.export.formats import geometry
from orontes.model.picture_rows import row_of
from orontes.model.rows import digest

Row = dict[str, Any]
Ask = Callable[[Case, str | None, str | None], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Collection:
    """``days`` names the fields with a feature's days; by ``filters`` it may be asked."""

    id: str
    title: str
    about: str
    ask: Ask
    days: tuple[str, ...]
    filters: tuple[str, ...]

    def features(self, case: Case, at: str | None, known: str | None) -> list[Row]:
        return [self.feature(row_of(one)) for one in self.ask(case, at, known)]

    def feature(self, row: Row) -> Row:
        identity = (
            row.get("id") or row.get("place_id") or digest(*map(str, row.values()), prefix="f_")
        )
        return {"type": "Feature", "id": identity, "geometry": geometry(row), "properties": row}

    def span(self, row: Row) -> tuple[str | None, str | None]:
        """First and last day of a feature; None is open."""
        if self.days == ("when",):
            when = row.get("when") or {}
            return when.get("earliest"), when.get("latest")
        first, last = (row.get(name) for name in self.days)
        return first, last


COLLECTIONS = {
    one.id: one
    for one in (
        Collection(
            "events",
            "Events",
            "What happened, each event with its claims side by side",
            lambda case, at, known: case.events(at, known),
            ("when",),
            ("kind",),
        ),
        Collection(
            "control",
            "Control",
            "Who is believed to hold each place, with the claims for and against",
            lambda case, at, known: case.control(at, known),
            ("from", "to"),
            ("holder", "place", "basis"),
        ),
        Collection(
            "routes",
            "Routes",
            "Ways told or derived to be cut, open or threatened; no clearance",
            lambda case, at, known: case.routes(at=at, known=known),
            ("when",),
            ("state", "basis"),
        ),
    )
}
