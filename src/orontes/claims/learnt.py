"""Claims that no frame tells: the trained reader's predicates, with their slots and stance."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from spacy.tokens import Span, Token

from orontes.claims import where, who
from orontes.claims.counts import CountMention
from orontes.claims.joined import GROUND, sure
from orontes.claims.marked import (
    acts_elsewhere,
    first_name,
    marked_places,
    roots,
    slots_of,
    token_at,
)
from orontes.claims.page import Page
from orontes.claims.skeleton import at_places, skeleton
from orontes.claims.slots import campaign
from orontes.claims.spots import Spot, named_spots
from orontes.encoder.model import trained
from orontes.encoder.predicates import Predicate
from orontes.encoder.spans import Bounded
from orontes.encoder.verbs import Told
from orontes.model.claim import Claim, Stance
from orontes.model.count import Count

NOUNS = frozenset({"NOUN", "PROPN"})
PLACELESS = ("statement.", "relation.")
EACH_PLACE = ("territory.", "route.")
DOUBTED: tuple[Stance, ...] = ("denied", "possible", "planned", "hypothetical", "past")
SURE_STANCE = 0.6
PARTIES = ("actor", "target")
PARTYLESS = (
    "relation.",
    "territory.contest",
    "service.",
    "route.",
    "aid.strain",
    "statement.assess",
)
COUNTED = ("toll.", "movement.", "custody.", "civilians.abduct", "strike.shootdown")


def of_predicate(doc_id: str, page: Page, sentence: Span, given: Predicate) -> Iterator[Claim]:
    """The claims of one predicate: one, or one for each place of a territory kind."""
    trigger = token_at(page, given.start, given.end)
    if trigger is None:
        return
    base = skeleton(doc_id, page, sentence, given.kind, trigger, trigger.pos_ in NOUNS)
    base = replace(base, confidence=sure(given.kind, given.score))
    slots = slots_of(page, sentence, given)
    base = filled(base, slots, page, sentence)
    places = places_of(base.kind, slots, trigger, page, sentence, base.kind in GROUND)
    if not base.kind.startswith(EACH_PLACE):
        places = places[:1]
    yield from at_places(base, places)


def filled(base: Claim, slots: Told, page: Page, sentence: Span) -> Claim:
    heads = partial(roots, slots, page, sentence)
    stance = doubted(slots) if base.stance in {"asserted", "attributed"} else None
    actor = who.actors(heads("actor"), page.mentions, page.discourse)
    said_by = base.said_by or who.saying(heads("said_by"), page.mentions, page.discourse)
    if base.kind.startswith("statement."):
        actor, said_by = actor or said_by, ()
    credited = "attributed" if said_by and base.stance == "asserted" else base.stance
    return replace(
        base,
        actor=actor,
        target=who.actors(heads("target"), page.mentions, page.discourse),
        said_by=said_by,
        stance=stance or credited,
        origin=first_name(slots, "from", page, sentence),
        destination=first_name(slots, "to", page, sentence),
        weapon=tuple(dict.fromkeys(head.lemma_.lower() for head in heads("weapon"))),
        count=count_of(base.kind, slots, page, sentence),
        campaign=campaign(sentence),
    )


def completed(claim: Claim, page: Page, sentence: Span) -> Claim:
    """A frame's claim with the parties that its frame could not find, as the trained reader sees.

    Only what an act wants is sought: who did it, to whom.
    """
    wanted = [slot for slot in PARTIES if not getattr(claim, slot)]
    if not wanted or claim.kind.startswith(PARTYLESS):
        return claim
    given = Predicate(*claim.predicate, claim.kind, claim.confidence)
    slots = slots_of(page, sentence, given)
    taken = {name.name for slot in PARTIES for name in getattr(claim, slot)}
    if claim.place and claim.kind.startswith(EACH_PLACE):
        taken.add(claim.place.name)
    if claim.stance == "denied" and claim.kind.startswith("territory."):
        taken |= {name.name for name in claim.said_by}
    found = {
        slot: tuple(
            name
            for name in who.actors(
                [
                    token
                    for token in roots(slots, page, sentence, slot)
                    if not acts_elsewhere(token, claim.predicate[0] - page.offset)
                ],
                page.mentions,
                page.discourse,
            )
            if name.name not in taken
        )
        for slot in wanted
    }
    return replace(
        claim,
        actor=found.get("actor", claim.actor),
        target=found.get("target", claim.target),
    )


def doubted(slots: Told) -> Stance | None:
    best = max(slots.stances, key=lambda name: slots.stances[name])
    for stance in DOUBTED:
        if stance == best and slots.stances[best] >= SURE_STANCE:
            return stance
    return None


def places_of(
    kind: str, slots: Told, trigger: Token, page: Page, sentence: Span, surely: bool = False
) -> list[Spot]:
    """Named places, else what "the city" stands for, else the clause's or the report's place.

    ``surely`` leaves out what is only round about.
    """
    named = marked_places(slots, "place", page, sentence)
    if named or kind.startswith(PLACELESS):
        return where.exact(named)
    for token in roots(slots, page, sentence, "site"):
        if found := list(named_spots(token, page.mentions, page.discourse, loose=True)):
            return found
    if surely:
        return []
    return where.fallback(trigger, page.mentions, page.discourse)


def untold_places(claim: Claim, page: Page, sentence: Span, trigger: Token) -> list[Spot]:
    """Where a frame's claim happened whose clause has no phrase for it."""
    if not trained():
        return where.fallback(trigger, page.mentions, page.discourse)
    slots = slots_of(page, sentence, Predicate(*claim.predicate, claim.kind, claim.confidence))
    return places_of(claim.kind, slots, trigger, page, sentence)[:1]


def count_of(kind: str, slots: Told, page: Page, sentence: Span) -> Count | None:
    if not kind.startswith(COUNTED):
        return None
    spans = (*slots.slots["count"], *slots.slots["target"])
    found = counted(page.counts, spans, sentence)
    return found.count if found else None


def counted(
    counts: Sequence[CountMention], spans: Sequence[Bounded], sentence: Span
) -> CountMention | None:
    """The first count phrase that a span touches."""
    for span in spans:
        start, end = sentence.start_char + span.start, sentence.start_char + span.end
        for mention in counts:
            if mention.start < end and start < mention.end:
                return mention
    return None
