"""A claim with quote, stance, speaker and time; the other slots are still empty."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from spacy.tokens import Span, Token

from orontes.claims import attribution, stance, times, who
from orontes.claims.page import Page
from orontes.claims.spots import Spot
from orontes.claims.words import lemma
from orontes.model.claim import Claim, Stance
from orontes.model.when import When
from orontes.vocabulary.load import version

READER = "orontes-reader 2"
LONGEST_QUOTE = 110
PAST_DAYS = 150


def skeleton(
    doc_id: str, page: Page, sentence: Span, kind: str, trigger: Token, noun: bool
) -> Claim:
    """A claim with quote, stance, speaker and time; the other slots are still empty."""
    start, end = quote(page, sentence, trigger)
    speakers, claiming = attribution.credited(trigger, noun, page.speakers)
    said_by = who.saying(speakers, page.mentions, page.discourse)
    when = when_of(page, sentence, trigger) or page.discourse.day
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
            bool(speakers) or claiming,
            when,
            page,
            sentence,
        ),
        confidence=0.75 if noun else 0.85,
        reader=READER,
        vocabulary=version(),
    )


def at_places(claim: Claim, found: Sequence[Spot]) -> Iterator[Claim]:
    """The claim at each of its places; ground is held as far as it is told, and not by itself."""
    if not found:
        yield claim
    ground = claim.kind.startswith("territory.")
    names = {spot.name for spot in found} if ground else set()
    actor = tuple(one for one in claim.actor if one.name not in names)
    for spot in found:
        told = spot.extent if ground else None
        yield replace(claim, actor=actor, place=spot.place, extent=told.value if told else None)


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
    found = time_of(page, sentence, trigger)
    if found is None:
        return None
    if is_of_saying(page.doc[found.token], trigger):
        return day_before(found.when)
    return found.when


def is_of_saying(time: Token, trigger: Token) -> bool:
    """As in "raids killed 20, the agency said on Tuesday": the day of the word, not the deed."""
    verb = next((node for node in time.ancestors if node.pos_ == "VERB"), None)
    if verb is None or verb.i == trigger.i or lemma(verb) not in attribution.cues("saying"):
        return False
    below = [trigger, *trigger.ancestors]
    step = next((node for node in below if node.head.i == verb.i and node.i != verb.i), None)
    return step is not None and step.dep_ in {"ccomp", "parataxis"}


def day_before(when: When) -> When:
    """News is told on the day or on the next."""
    if when.earliest is None or when.precision != "day":
        return when
    return When(when.earliest - timedelta(days=1), when.latest, "context")


def time_of(page: Page, sentence: Span, trigger: Token) -> times.TimeMention | None:
    """The time told nearest above the trigger in the parse, else the sentence's only one."""
    here = [mention for mention in page.times if sentence.start <= mention.token < sentence.end]
    if not here:
        return None
    above = [trigger, *trigger.ancestors]
    depth = {token.i: rank for rank, token in enumerate(above)}

    here = [
        mention
        for mention in here
        if not elsewhere(page.doc[mention.token], depth) and not names_other(page, mention, trigger)
    ]
    if not here:
        return None

    def distance(mention: times.TimeMention) -> tuple[int, int]:
        chain = [page.doc[mention.token], *page.doc[mention.token].ancestors]
        rank = next((depth[token.i] for token in chain if token.i in depth), 99)
        return rank, abs(mention.token - trigger.i)

    return min(here, key=distance)


def names_other(page: Page, mention: times.TimeMention, trigger: Token) -> bool:
    """As in "the 2015 peace treaty": a year that tells one thing from another of its name."""
    token = page.doc[mention.token]
    within = token.dep_ in {"nummod", "compound", "nmod", "amod"} and token.head.pos_ != "VERB"
    return mention.when.precision == "year" and within and token.head.i != trigger.i


def since(when: When | None, page: Page) -> When | None:
    """The span of a running total: from the day told to the day of publication."""
    if when is None or when.earliest is None or page.published is None:
        return when
    return When(when.earliest, max(page.published[1], when.earliest), "range")


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
