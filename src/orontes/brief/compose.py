"""The brief from the picture: sections in their order, every sentence with its claims."""

from collections import Counter
from collections.abc import Sequence

from orontes.actors.registry import Registry
from orontes.brief import sections
from orontes.brief.ahead import outlook
from orontes.brief.brief import Brief, Outlet, Quote, Section, Sentence
from orontes.brief.said import said
from orontes.brief.wording import words
from orontes.events.known import order
from orontes.model.told import Told
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
        "summary": sections.summary(view),
        "control": sections.changes(view),
        "fighting": sections.fighting(view),
        "routes": sections.routes(view),
        "outside": said(view, registry, outside=True),
        "people": sections.people(view),
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
        )
        for key in ORDER
    ]
    return Brief(
        title=title,
        at=view.at,
        known=view.known,
        revision=revision,
        undated=view.undated,
        sections=made,
        outlets=outlets(view.told),
        quotes=quotes(made, view.told),
    )


def quotes(made: Sequence[Section], told: Sequence[Told]) -> dict[str, Quote]:
    """The claims that the brief cites, numbered in the order in which it does."""
    known = {one.claim.id: one for one in told}
    cited: dict[str, None] = {}
    for section in made:
        for row in section.table:
            cited |= dict.fromkeys(row.claims)
        for sentence in section.sentences:
            cited |= dict.fromkeys(sentence.claims)
    present = [claim for claim in cited if claim in known]
    return {claim: quote(number, known[claim]) for number, claim in enumerate(present, 1)}


def quote(number: int, told: Told) -> Quote:
    claim, source = told.claim, told.source
    return Quote(
        number=number,
        claim=claim.id,
        text=claim.quote,
        publisher=source.publisher or "unnamed publisher",
        published=source.published or "undated",
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
            published=one.source.published or "undated",
            url=one.source.url,
            claims=numbers[one.source.id],
            copy=one.source.copy_of is not None,
        )
        for one in ordered
    ]


def cited(sentence: Sentence, brief: Brief) -> list[Quote]:
    return [brief.quotes[claim] for claim in sentence.claims if claim in brief.quotes]
