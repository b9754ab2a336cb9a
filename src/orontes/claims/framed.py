"""The claims that clause frames tell."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from orontes.claims import attribution, joined, learnt, stance, unfinished, where, who
from orontes.claims.discourse import ACTING
from orontes.claims.match import Hit, hits
from orontes.claims.page import Page
from orontes.claims.skeleton import at_places, skeleton
from orontes.claims.slots import (
    about,
    all_places,
    campaign,
    count_for,
    first_place,
    reason,
    sides,
    tokens_of,
    weapons,
)
from orontes.model.claim import Claim


def of_frames(doc_id: str, page: Page, sentence: Span) -> Iterator[Claim]:
    found = list(hits(sentence, page.mentions))
    taken = {hit.trigger.i: hit.frame.kind for hit in found}
    for hit in found:
        if hit.noun and taken.get(hit.trigger.head.i) == hit.frame.kind:
            continue
        yield from of_hit(doc_id, page, sentence, hit)


def of_hit(doc_id: str, page: Page, sentence: Span, hit: Hit) -> Iterator[Claim]:
    roles = hit.frame.roles
    base = skeleton(doc_id, page, sentence, hit.frame.kind, hit.trigger, hit.noun)
    if (
        hit.frame.kind == "territory.hold"
        and base.stance == "asserted"
        and stance.is_over(hit.trigger)
    ):
        base = replace(base, stance="past")
    if hit.frame.kind in joined.CHANGES and base.stance in {"asserted", "attributed"}:
        base = unfinished.settled(base, hit.trigger, page)
    if "speaker" in hit.frame.flags:
        base = replace(
            base,
            said_by=(),
            stance="asserted"
            if base.stance == "attributed" or "first_person" in hit.frame.flags
            else base.stance,
        )
    speakers, _ = attribution.credited(hit.trigger, hit.noun, page.speakers)
    doers = tokens_of(hit, roles.get("actor", ()))
    if hit.frame.kind.startswith("territory."):
        doers = [t for t in doers if who.may_fight(t, page.mentions, page.discourse)]
    actor = who.actors(doers, page.mentions, page.discourse, speakers)
    aimed = tokens_of(hit, roles.get("target", ()))
    if hit.frame.kind == "statement.call":
        aimed = who.filter_classes(aimed, ACTING, page.mentions)
    target = who.actors(aimed, page.mentions, page.discourse, speakers)
    filled = replace(
        base,
        actor=actor
        or (
            who.saying(speakers, page.mentions, page.discourse)
            if "speaker" in hit.frame.flags
            else ()
        ),
        target=target,
        origin=first_place(hit, "origin", page),
        destination=first_place(hit, "destination", page),
        route=all_places(hit, "route", page),
        count=count_for(hit, page),
        sides=sides(hit),
        about=about(hit, page),
        weapon=weapons(hit),
        reason=reason(hit, page),
        campaign=campaign(sentence),
    )
    found = where.of_hit(hit, page.mentions, page.discourse)
    if found is None:
        found = learnt.untold_places(filled, page, sentence, hit.trigger)
        found = where.without_ends(hit, found, page.mentions)
    yield from at_places(filled, found)
