"""Text to claims: the frames, tolls and ties of every sentence, with slots filled."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from orontes.claims import joined, learnt, mentions, stance, told
from orontes.claims.dating import Story
from orontes.claims.framed import of_frames
from orontes.claims.page import Page, pages
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
    found = [
        *told.of_ties(doc_id, page, sentence),
        *of_frames(doc_id, page, sentence),
        *told.of_tolls(doc_id, page, sentence),
    ]
    if seen is None:
        yield from found
        return
    first = page.offset + sentence.start_char
    here = [one for one in seen if first <= one.start < first + len(sentence.text)]
    for claim in found:
        yield learnt.completed(claim, page, sentence)
    for predicate in joined.added(found, here):
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
