"""A claim found again in its parsed sentence, with whatever told it."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from orontes.claims import attribution, joined, learnt, ties, tolls, where
from orontes.claims.marked import roots, slots_of, token_at
from orontes.claims.match import Hit, hits
from orontes.claims.page import Page
from orontes.claims.slots import tokens_of
from orontes.encoder.model import trained
from orontes.encoder.predicates import Predicate, predicates
from orontes.encoder.spans import Bounded
from orontes.encoder.verbs import Told
from orontes.model.claim import Claim
from orontes.model.why import Words

ROLES = {"from": "origin", "to": "destination"}
SEEN = 0.02
"""The least likelihood worth telling."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A claim with its trigger and the frame, toll, tie or trained reader's slots that gave it.

    ``likelihood`` is the trained reader's for the claim's kind, None where there is none.
    """

    claim: Claim
    page: Page
    sentence: Span
    trigger: Token
    hit: Hit | None
    toll: tolls.Toll | None
    tie: ties.Tie | None
    told: Told | None
    likelihood: float | None

    @property
    def noun(self) -> bool:
        if self.hit is not None:
            return self.hit.noun
        if self.toll is not None:
            return bool(self.trigger.pos_ == "NOUN")
        return self.tie is not None or self.trigger.pos_ in learnt.NOUNS

    def words(self, start: int, end: int) -> Words:
        """Words by code points of the report's text."""
        return Words(start, end, self.page.text[start:end])

    def of_tokens(self, first: Token, last: Token) -> Words:
        offset = self.page.offset
        return self.words(offset + first.idx, offset + last.idx + len(last))


def ground(claim: Claim, page: Page, sentence: Span) -> Ground | None:
    """What told the claim; None where the text is not the one that it was read from."""
    trigger = token_at(page, *claim.predicate)
    if trigger is None or page.text[claim.start : claim.end] != claim.quote:
        return None
    hit = next(
        (h for h in hits(sentence, page.mentions) if is_of(h, h.frame.kind, claim, page)), None
    )
    found_tolls = tolls.find(sentence, page.counts, page.mentions)
    toll = None if hit else next((t for t in found_tolls if counts(t, claim, page)), None)
    tie = None
    if not (hit or toll):
        found_ties = ties.find(sentence, page.mentions)
        tie = next((t for t in found_ties if is_of(t, t.kind, claim, page)), None)
    told = None
    if trained() and not (hit or toll or tie):
        given = Predicate(*claim.predicate, claim.kind, claim.confidence)
        told = slots_of(page, sentence, given)
    return Ground(claim, page, sentence, trigger, hit, toll, tie, told, likelihood(claim, page))


def is_of(found: Hit | tolls.Toll | ties.Tie, kind: str, claim: Claim, page: Page) -> bool:
    return kind == claim.kind and page.offset + found.trigger.idx == claim.predicate[0]


def counts(toll: tolls.Toll, claim: Claim, page: Page) -> bool:
    count = toll.mention.count if toll.mention else None
    return is_of(toll, toll.kind, claim, page) and count == claim.count


def likelihood(claim: Claim, page: Page) -> float | None:
    if not trained():
        return None
    seen = predicates(page.text, SEEN)
    near = [one.score for one in seen if one.kind == claim.kind and joined.is_near(one, claim)]
    return max(near, default=None)


def heads(ground: Ground, slot: str) -> list[Token]:
    """The words that the reader took a slot from."""
    if slot == "said_by":
        return [*credit(ground).speakers, *marked(ground, slot)]
    if ground.hit is not None:
        return of_hit(ground.hit, slot) + (credit(ground).speakers if slot == "actor" else [])
    if ground.toll is not None:
        victims = [ground.toll.victim] if ground.toll.victim is not None else []
        return {"actor": list(ground.toll.agents), "target": victims}.get(slot, [])
    also = {"actor": "said_by", "place": "site"}.get(slot)
    return marked(ground, slot) + (marked(ground, also) if also else [])


def of_hit(hit: Hit, slot: str) -> list[Token]:
    roles = hit.frame.roles.get(ROLES.get(slot, slot), ())
    if slot in {"actor", "target"}:
        return tokens_of(hit, roles)
    return [token for role in roles for token in where.role_tokens(hit, role)]


def marked(ground: Ground, slot: str) -> list[Token]:
    if ground.told is None:
        return []
    return roots(ground.told, ground.page, ground.sentence, slot)


def credit(ground: Ground) -> attribution.Credit:
    return attribution.credit(ground.trigger, ground.noun, ground.page.speakers)


def mark(ground: Ground, slot: str, words: Words) -> Bounded | None:
    """The trained reader's span for a slot that shares letters with the words."""
    spans: Sequence[Bounded] = ground.told.slots.get(slot, ()) if ground.told else ()
    first = ground.page.offset + ground.sentence.start_char
    for span in spans:
        if first + span.start < words.end and words.start < first + span.end:
            return span
    return None


def extent_word(ground: Ground) -> Token | None:
    """The word that says how much of the claim's place is meant."""
    page, name = ground.page, ground.claim.place and ground.claim.place.name
    if ground.hit is not None:
        found = where.of_hit(ground.hit, page.mentions, page.discourse) or []
    elif ground.tie is not None:
        found = [ground.tie.place] if ground.tie.place else []
    elif ground.told is not None:
        found = learnt.places_of(
            ground.claim.kind, ground.told, ground.trigger, page, ground.sentence
        )
    else:
        found = []
    return next((one.extent.word for one in found if one.name == name and one.extent), None)
