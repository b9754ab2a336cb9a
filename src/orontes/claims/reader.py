"""Text to claims: the frames, tolls and ties of every sentence, with slots filled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from spacy.tokens import Doc, Span, Token

from orontes.claims import attribution, counts, mentions, stance, ties, times, tolls, where, who
from orontes.claims.counts import CountMention
from orontes.claims.discourse import Discourse
from orontes.claims.match import Hit, hits
from orontes.claims.parse import parse
from orontes.claims.syntax import unwrap
from orontes.claims.words import closed, lemma, words
from orontes.model.claim import Claim, Stance
from orontes.model.count import Count
from orontes.model.names import Lexicon, PlaceName
from orontes.model.rows import claim_id
from orontes.model.when import When, days_of
from orontes.vocabulary.load import table, version

READER = "orontes-reader 1"
COUNTED = closed("counted_kinds")
LONGEST_QUOTE = 110
PAST_DAYS = 150


@dataclass(slots=True)
class Page:
    """One parsed block with all that was found in it."""

    offset: int
    doc: Doc
    text: str
    mentions: mentions.Mentions
    speakers: attribution.Speakers
    counts: list[CountMention]
    times: list[times.TimeMention]
    discourse: Discourse
    published: tuple[date, date] | None


def pages(text: str, published: str | None, lexicon: Lexicon) -> Iterator[Page]:
    """The text parsed, with names, counts, times and speakers found."""

    def is_name(word: str) -> bool:
        return lexicon.is_place(word) or lexicon.is_actor(word)

    anchor = days_of(published) if published else None
    if anchor is None and (told := times.dateline(text)):
        anchor = (told, told)
    discourse = Discourse()
    for offset, doc in parse(text, is_name):
        yield Page(
            offset=offset,
            doc=doc,
            text=text,
            mentions=mentions.find(doc, lexicon),
            speakers=attribution.find(doc),
            counts=counts.find(doc),
            times=times.find(doc, anchor),
            discourse=discourse,
            published=anchor,
        )


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
    named: list[tuple[str, mentions.Sort]] = []
    for page in pages(text, published, lexicon):
        named += [(mention.name, mention.sort) for mention in page.mentions.all]
        for sentence in page.doc.sents:
            if sentence.text.strip():
                found += sentence_claims(doc_id, page, sentence, found)
                page.discourse.enter(sentence, page.mentions)
    return Reading([replace(claim, id=claim_id(claim)) for claim in found], named)


def sentence_claims(
    doc_id: str, page: Page, sentence: Span, before: Sequence[Claim]
) -> list[Claim]:
    claims: dict[tuple[object, ...], Claim] = {}
    for claim in (
        *of_ties(doc_id, page, sentence),
        *of_frames(doc_id, page, sentence),
        *of_tolls(doc_id, page, sentence),
    ):
        key = (
            claim.kind,
            claim.place and claim.place.name,
            claim.count,
            claim.actor if claim.kind.startswith(("rel", "sta")) else (),
        )
        if key not in claims and not is_remention(claim, before, sentence, page):
            claims[key] = claim
    return list(claims.values())


def is_remention(claim: Claim, before: Sequence[Claim], sentence: Span, page: Page) -> bool:
    """ "Hama's fall", "the attack": a definite noun for an act that the report has told already."""
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
    actor = who.actors(
        tokens_of(hit, roles.get("actor", ())), page.mentions, page.discourse, speakers
    )
    target = who.actors(
        tokens_of(hit, roles.get("target", ())), page.mentions, page.discourse, speakers
    )
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
        extent=where.extent(hit) if hit.frame.kind.startswith("territory") else None,
        sides=sides(hit),
        about=about(hit, page),
        weapon=weapons(hit),
        reason=reason(hit, page),
    )
    places: list[PlaceName | None] = list(where.of_hit(hit, page.mentions, page.discourse)) or [
        None
    ]
    for place in places:
        yield replace(filled, place=place)


def tokens_of(hit: Hit, names: Sequence[str]) -> list[Token]:
    """Tokens of the first roles that are filled."""
    for name in names:
        if name == "none":
            return []
        if hit.roles.get(name):
            return [token for token in hit.roles[name] if token.i != hit.trigger.i]
    return []


def first_place(hit: Hit, slot: str, page: Page) -> PlaceName | None:
    return next(iter(all_places(hit, slot, page)), None)


def all_places(hit: Hit, slot: str, page: Page) -> tuple[PlaceName, ...]:
    found = [
        place
        for role in hit.frame.roles.get(slot, ())
        for token in hit.roles.get(role, [])
        for place in where.named(token, page.mentions, page.discourse)
    ]
    return tuple(dict.fromkeys(found))


def count_for(hit: Hit, page: Page) -> Count | None:
    if hit.frame.kind not in COUNTED:
        return None
    order = (
        ("agent", "patient", "of")
        if hit.frame.kind.startswith("movement")
        else ("patient", "of", "agent")
    )
    for role in order:
        mention = tolls.role_count(hit.roles.get(role, []), page.counts)
        if mention and (mention.person or hit.frame.kind == "strike.shootdown"):
            return mention.count
    return None


def sides(hit: Hit) -> int | None:
    if hit.frame.kind != "territory.encircle":
        return None
    for token in hit.roles.get("on", []) + hit.roles.get("from", []):
        if lemma(token) == "side":
            number = next(
                (child.lower_ for child in token.children if child.dep_ in {"nummod", "det"}), ""
            )
            return {"two": 2, "three": 3, "four": 4, "all": 4, "2": 2, "3": 3}.get(number)
    return None


def weapons(hit: Hit) -> tuple[str, ...]:
    """What was used: "with drones", "Russian warplanes bombed", "a mortar attack"."""
    if not hit.frame.kind.startswith(("strike", "civilians", "property", "battle")):
        return ()
    names = ("agent", "with", "compound", "by")
    tokens = [unwrap(token) for name in names for token in hit.roles.get(name, [])]
    found = [lemma(token) for token in (*tokens, hit.trigger) if lemma(token) in arms()]
    return tuple(dict.fromkeys(found))


@cache
def arms() -> frozenset[str]:
    classes_ = table("word_classes")
    return words(classes_["weapon"]) | words(classes_["aircraft"])


def reason(hit: Hit, page: Page) -> str | None:
    """The stated purpose: "… to avoid prolonged urban combat"."""
    for child in hit.trigger.children:
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in child.lefts)
        if child.dep_ == "advcl" and infinitive and child.i > hit.trigger.i:
            span = child.doc[child.left_edge.i : min(child.right_edge.i + 1, child.i + 25)]
            return " ".join(str(span.text).split()).strip(' ,;."”')
    return None


def about(hit: Hit, page: Page) -> str | None:
    if "first_person" in hit.frame.flags:
        last = min(hit.trigger.right_edge.i + 1, hit.trigger.i + 25)
        words_ = [t.text_with_ws for t in hit.trigger.doc[hit.trigger.i : last]]
        negated = any(child.dep_ == "neg" for child in hit.trigger.children)
        return "not to " * negated + "to " * (not negated) + "".join(words_).strip(' ."”')
    for token in tokens_of(hit, hit.frame.roles.get("about", ())):
        if token.ent_type_ in {"DATE", "TIME"}:
            continue
        span = token.doc[token.left_edge.i : min(token.right_edge.i + 1, token.left_edge.i + 30)]
        start = page.offset + span.start_char
        return " ".join(page.text[start : start + len(span.text)].split())
    return None


def of_tolls(doc_id: str, page: Page, sentence: Span) -> Iterator[Claim]:
    for toll in tolls.find(sentence, page.counts, page.mentions):
        base = skeleton(
            doc_id, page, sentence, toll.kind, toll.trigger, toll.trigger.pos_ == "NOUN"
        )
        victims = [toll.victim] if toll.victim is not None else []
        places = where.fallback(toll.trigger, page.mentions, page.discourse)
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
            place=places[0] if places else None,
            count=toll.mention.count if toll.mention else None,
        )


def since(when: When | None, page: Page) -> When | None:
    """The span of a running total: from the day told to the day of publication."""
    if when is None or when.earliest is None or page.published is None:
        return when
    return When(when.earliest, max(page.published[1], when.earliest), "range")


def of_ties(doc_id: str, page: Page, sentence: Span) -> Iterator[Claim]:
    for tie in ties.find(sentence, page.mentions):
        base = skeleton(doc_id, page, sentence, tie.kind, tie.trigger, True)
        yield replace(
            base, actor=tie.actor, target=tie.target, place=tie.place, stance="asserted", said_by=()
        )


def skeleton(
    doc_id: str, page: Page, sentence: Span, kind: str, trigger: Token, noun: bool
) -> Claim:
    """A claim with quote, stance, speaker and time; the other slots are still empty."""
    start, end = quote(page, sentence, trigger)
    speakers, claiming = attribution.credited(trigger, noun, page.speakers)
    said_by = who.saying(speakers, page.mentions, page.discourse)
    when = when_of(page, sentence, trigger)
    return Claim(
        doc=doc_id,
        kind=kind,
        start=start,
        end=end,
        quote=page.text[start:end],
        predicate=(page.offset + trigger.idx, page.offset + trigger.idx + len(trigger)),
        when=when,
        said_by=said_by,
        stance=settle(
            stance.stance_of(trigger, noun, standing=noun and kind.startswith("relation")),
            bool(said_by) or claiming,
            when,
            page,
            sentence,
        ),
        confidence=0.75 if noun else 0.85,
        reader=READER,
        vocabulary=version(),
    )


def settle(read: Stance, credited: bool, when: When | None, page: Page, sentence: Span) -> Stance:
    if read in {"asserted", "attributed"}:
        if sentence.text.rstrip().endswith("?"):
            return "possible"
        if (
            page.published
            and when
            and when.latest
            and (page.published[0] - when.latest).days > PAST_DAYS
        ):
            return "past"
        return "attributed" if credited or read == "attributed" else "asserted"
    return read


def when_of(page: Page, sentence: Span, trigger: Token) -> When | None:
    """The time told nearest above the trigger in the parse, else the sentence's only one."""
    here = [mention for mention in page.times if sentence.start <= mention.token < sentence.end]
    if not here:
        return None
    above = [trigger, *trigger.ancestors]
    depth = {token.i: rank for rank, token in enumerate(above)}

    here = [mention for mention in here if not elsewhere(page.doc[mention.token], depth)]
    if not here:
        return None

    def distance(mention: times.TimeMention) -> tuple[int, int]:
        chain = [page.doc[mention.token], *page.doc[mention.token].ancestors]
        rank = next((depth[token.i] for token in chain if token.i in depth), 99)
        return rank, abs(mention.token - trigger.i)

    return min(here, key=distance).when


def elsewhere(token: Token, above: dict[int, int]) -> bool:
    """Whether a time stands in a relative clause of its own, below the trigger's clause."""
    for node in (token, *token.ancestors):
        if node.i in above:
            return False
        if node.dep_ in {"relcl", "acl"}:
            return True
    return False


def quote(page: Page, sentence: Span, trigger: Token) -> tuple[int, int]:
    """The sentence without blanks at its ends; of a very long one, the words round the trigger."""
    first, last = sentence.start, sentence.end
    if last - first > LONGEST_QUOTE:
        first = max(first, trigger.i - LONGEST_QUOTE // 2)
        last = min(last, first + LONGEST_QUOTE)
    span = page.doc[first:last]
    start, end = page.offset + span.start_char, page.offset + span.end_char
    body = page.text[start:end]
    start += len(body) - len(body.lstrip())
    return start, start + len(body.strip())
