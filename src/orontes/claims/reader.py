"""Text to claims: the frames, tolls and ties of every sentence, with slots filled."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from orontes.claims import attribution, joined, learnt, mentions, stance, ties, tolls, where, who
from orontes.claims.dating import Story
from orontes.claims.discourse import ACTING
from orontes.claims.match import Hit, hits
from orontes.claims.page import Page, pages
from orontes.claims.skeleton import at_places, since, skeleton
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
from orontes.encoder.model import trained
from orontes.encoder.predicates import Predicate, predicates
from orontes.model.claim import Claim
from orontes.model.names import Lexicon
from orontes.model.rows import claim_id
from orontes.model.when import When


@dataclass(frozen=True, slots=True)
class Reading:
    """The claims of a report and every name in it with its sort, in order."""

    claims: list[Claim]
    names: list[tuple[str, mentions.Sort]]

    @property
    def places(self) -> list[str]:
        return [name for name, sort in self.names if sort == "place"]


def read(doc_id: str, text: str, published: str | None, lexicon: Lexicon) -> Reading:
    """The claims of one report, places and actors by name only; spans are code points of ``text``.

    ``published`` is ISO (see ``model.when.end_of``); without it relative dates stay open.
    """
    found: list[Claim] = []
    seen = predicates(text, joined.NEW) if trained() else None
    named: list[tuple[str, mentions.Sort]] = []
    story: Story | None = None
    for page in pages(text, published, lexicon):
        story = story or Story(page.published)
        named += [(mention.name, mention.sort) for mention in page.mentions.all]
        for sentence in sentences(page):
            claims = sentence_claims(doc_id, page, sentence, found, seen)
            found += story.date(claims, sentence)
    return Reading([replace(claim, id=claim_id(claim)) for claim in found], named)


def sentences(page: Page) -> Iterator[Span]:
    """The sentences to read, each with what was told before it in the page's discourse."""
    for sentence in page.doc.sents:
        if heading := dated_heading(page, sentence):
            page.discourse.day = heading
        elif sentence.text.strip():
            yield sentence
            page.discourse.enter(sentence, page.mentions)


def dated_heading(page: Page, sentence: Span) -> When | None:
    """The day of a line that is a date and nothing else, as in a chronicle."""
    bare = sentence.text.strip(" \t\n*#–-.:")
    for mention in page.times:
        if sentence.start <= mention.token < sentence.end and mention.when.precision == "day":
            written = page.doc.text[mention.start : mention.end]
            if bare and len(written) >= len(bare) - 2:
                return mention.when
    return None


def sentence_claims(
    doc_id: str,
    page: Page,
    sentence: Span,
    before: Sequence[Claim],
    seen: Sequence[Predicate] | None,
) -> list[Claim]:
    claims: dict[tuple[object, ...], Claim] = {}
    for claim in both(doc_id, page, sentence, seen):
        key = (
            claim.kind,
            claim.place and claim.place.name,
            claim.count,
            claim.actor if claim.kind.startswith(("rel", "sta")) else (),
            (claim.actor, claim.stance == "past") if claim.kind.startswith("territory.") else (),
        )
        if (
            key not in claims
            and not is_bare_twin(claim, claims.values())
            and not is_remention(claim, before, sentence, page)
        ):
            claims[key] = claim
    return list(claims.values())


def is_bare_twin(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether it tells of ground what another claim of the sentence tells with an actor."""
    return claim.kind.startswith("territory.") and any(
        other.kind == claim.kind
        and (other.place and other.place.name) == (claim.place and claim.place.name)
        and (not claim.actor or not other.actor)
        and other.stance == claim.stance
        for other in others
    )


def both(
    doc_id: str, page: Page, sentence: Span, seen: Sequence[Predicate] | None
) -> Iterator[Claim]:
    """What frames tell and what the trained reader sees, each word of the sentence once."""
    told = [
        *of_ties(doc_id, page, sentence),
        *of_frames(doc_id, page, sentence),
        *of_tolls(doc_id, page, sentence),
    ]
    if seen is None:
        yield from told
        return
    first = page.offset + sentence.start_char
    here = [one for one in seen if first <= one.start < first + len(sentence.text)]
    for claim in told:
        yield learnt.completed(claim, page, sentence)
    for predicate in joined.added(told, here):
        yield from learnt.of_predicate(doc_id, page, sentence, predicate)


def is_remention(claim: Claim, before: Sequence[Claim], sentence: Span, page: Page) -> bool:
    """Whether it was told already: a definite noun ("Hama's fall"), or a sentence printed twice."""
    if any(old.kind == claim.kind and old.quote == claim.quote for old in before):
        return True
    trigger = next(t for t in sentence if t.idx + page.offset == claim.predicate[0])
    if trigger.pos_ not in {"NOUN", "PROPN"} or not stance.is_definite(trigger):
        return False
    if claim.kind.startswith(("statement", "relation")):
        return False
    place = claim.place and claim.place.name
    return any(
        old.kind == claim.kind
        and (old.place and old.place.name) == place
        and (old.said_by == claim.said_by or not claim.said_by)
        for old in before
    )


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


def of_tolls(doc_id: str, page: Page, sentence: Span) -> Iterator[Claim]:
    for toll in tolls.find(sentence, page.counts, page.mentions):
        base = skeleton(
            doc_id, page, sentence, toll.kind, toll.trigger, toll.trigger.pos_ == "NOUN"
        )
        victims = [toll.victim] if toll.victim is not None else []
        places = learnt.untold_places(base, page, sentence, toll.trigger)
        if toll.mention and toll.mention.count.cumulative:
            base = replace(base, when=since(base.when, page))
        yield replace(
            base,
            actor=who.actors(
                who.filter_classes(
                    list(toll.agents), frozenset({"armed", "pronoun"}), page.mentions
                ),
                page.mentions,
                page.discourse,
            ),
            target=who.actors(victims, page.mentions, page.discourse),
            place=places[0].place if places else None,
            count=toll.mention.count if toll.mention else None,
        )


def of_ties(doc_id: str, page: Page, sentence: Span) -> Iterator[Claim]:
    for tie in ties.find(sentence, page.mentions):
        base = skeleton(doc_id, page, sentence, tie.kind, tie.trigger, True)
        told = replace(base, actor=tie.actor, target=tie.target, stance="asserted", said_by=())
        yield from at_places(told, [tie.place] if tie.place else [])
