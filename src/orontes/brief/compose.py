"""The brief from the picture: sections in their order, every sentence with its claims."""

from collections import Counter
from collections.abc import Sequence

from orontes.actors.registry import Registry
from orontes.brief import sections
from orontes.brief.ahead import outlook
from orontes.brief.brief import Brief, HolderRow, Outlet, Quote, Section, Sentence
from orontes.brief.people import people
from orontes.brief.said import said
from orontes.brief.summary import summary
from orontes.brief.ways import ways
from orontes.brief.wording import printed, words
from orontes.events.known import order
from orontes.model.told import Told
from orontes.picture.routes.rules import clearance
from orontes.picture.view import View

ORDER = (
    "summary",
    "control",
    "fighting",
    "routes",
    "outside",
    "people",
    "statements",
    "disputed",
    "next",
)


def compose(view: View, title: str, revision: int, registry: Registry) -> Brief:
    """The brief of a view; ``revision`` is the case revision that it was drawn from."""
    told = {
        "summary": summary(view),
        "control": sections.changes(view),
        "fighting": sections.fighting(view),
        "routes": ways(view),
        "outside": said(view, registry, outside=True),
        "people": people(view),
        "statements": said(view, registry, outside=False),
        "disputed": sections.disputed(view),
        "next": outlook(view),
    }
    headings, empty = words("headings"), words("empty")
    made = [
        Section(
            key,
            headings[key],
            told[key],
            empty[key],
            sections.holder_rows(view) if key == "control" else (),
            clearance() if key == "routes" else "",
        )
        for key in ORDER
    ]
    return Brief(
        title=title,
        at=view.at,
        known=view.known,
        revision=revision,
        undated=view.undated,
        supposed=view.supposed,
        sections=made,
        outlets=outlets(view.told),
        quotes=quotes(made, view.told),
    )


def quotes(made: Sequence[Section], told: Sequence[Told]) -> dict[str, Quote]:
    """The claims that the brief cites, numbered in the order in which it does."""
    known = {one.claim.id: one for one in told}
    cited: dict[str, None] = {}
    for section in made:
        items: list[HolderRow | Sentence] = [*section.table, *section.sentences]
        for item in items:
            cited |= dict.fromkeys(item.claims[: item.shown])
    present = [claim for claim in cited if claim in known]
    return {claim: quote(number, known[claim]) for number, claim in enumerate(present, 1)}


def quote(number: int, told: Told) -> Quote:
    claim, source = told.claim, told.source
    return Quote(
        number=number,
        claim=claim.id,
        text=claim.quote,
        publisher=source.publisher or "unnamed publisher",
        published=printed(source.published),
        url=source.url,
        said_by=", ".join(actor.name for actor in claim.said_by),
        stance=claim.stance,
        copy=source.copy_of is not None,
    )


def outlets(told: Sequence[Told]) -> list[Outlet]:
    """Every report that counts, by publication."""
    numbers = Counter(one.source.id for one in told)
    first = {one.source.id: one for one in sorted(told, key=order, reverse=True)}
    ordered = sorted(first.values(), key=order)
    return [
        Outlet(
            title=one.source.title or one.source.origin or one.source.id,
            publisher=one.source.publisher or "unnamed publisher",
            published=printed(one.source.published),
            url=one.source.url,
            claims=numbers[one.source.id],
            copy=one.source.copy_of is not None,
        )
        for one in ordered
    ]


def cited(item: Sentence | HolderRow, brief: Brief) -> tuple[list[Quote], str]:
    """The quotes shown with a sentence or row, and how many further claims carry it.

    A claim of a later day can carry an inferred row; the brief's day leaves its quote out.
    """
    if not item.shown:
        return [], ""
    shown = [brief.quotes[c] for c in item.claims[: item.shown] if c in brief.quotes]
    left = len(item.claims) - len(shown)
    if not left:
        return shown, ""
    return shown, f"+{left} more" if shown else f"{left} of a later day, in the case file"
