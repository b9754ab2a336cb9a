"""Why a claim says what it says: the words of the report behind each slot, and how they led to it.

The sentence is looked at again with the functions that read it, so this tells what the reading did.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from spacy.tokens import Span

from orontes.claims import counts, numbers
from orontes.claims.backing import of_stance
from orontes.claims.counts import CountMention
from orontes.claims.discourse import Discourse
from orontes.claims.grounds import Ground, extent_word, ground, mark
from orontes.claims.page import Page
from orontes.claims.reader import sentences
from orontes.claims.timing import of_when
from orontes.claims.whence import Whence, in_sentence, of_actor, of_place
from orontes.claims.words import lemma
from orontes.errors import WrongCall
from orontes.model.claim import Claim
from orontes.model.count import Count
from orontes.model.names import PlaceName
from orontes.model.report import Report
from orontes.model.rows import claim_row
from orontes.model.why import How, Why, why_row
from orontes.reading import checked_date, pages

KEPT = 2


def explain(claim: Claim, text: str, published: str | date | None = None) -> list[Why]:
    """For each filled slot of a claim, the words of its report that led to it, and how.

    ``text`` and ``published`` are those that the claim was read from; WrongCall if they are not.
    """
    day = checked_date(published.isoformat() if isinstance(published, date) else published)
    for page, sentence in walk(text, day):
        first = page.offset + sentence.start_char
        if first <= claim.predicate[0] < first + len(sentence.text):
            found = ground(claim, page, sentence)
            if found is not None:
                return list(slots(found, day))
    raise WrongCall("the claim was not read from this text; give the report's own text")


def explained_row(claim: Claim, report: Report) -> dict[str, Any]:
    """The claim's row with its slots explained under ``explain``."""
    found = explain(claim, report.text, report.source.published)
    return claim_row(claim) | {"explain": [why_row(one) for one in found]}


def row_for_person(claim: Claim, report: Report) -> dict[str, Any]:
    """The same with the report itself beside it, for those who show words in their place."""
    return explained_row(claim, report) | {"report": report}


def walk(text: str, published: str | None) -> Iterator[tuple[Page, Span]]:
    """The sentences of a text, each with what was told before it, as the reader meets them."""
    discourse = Discourse()
    for page in parsed(text, published):
        fresh = replace(page, discourse=discourse)
        for sentence in sentences(fresh):
            yield fresh, sentence


@lru_cache(KEPT)
def parsed(text: str, published: str | None) -> tuple[Page, ...]:
    """The parse of the last texts: a report's claims are mostly explained one after another."""
    return tuple(pages(text, published))


def slots(found: Ground, published: str | None) -> Iterator[Why]:
    claim = found.claim
    yield of_kind(found)
    for slot, names in (("actor", claim.actor), ("target", claim.target)):
        for actor in names:
            yield why(found, slot, actor.name, of_actor(found, slot, actor.name))
    for slot, place in places(claim):
        yield why(found, slot, place.name, of_place(found, slot, place.name))
    if claim.when:
        yield of_when(found, published)
    if claim.count:
        yield why(found, "count", size(claim.count), of_count(found, claim.count))
    for weapon in claim.weapon:
        yield why(found, "weapon", weapon, of_word(found, weapon))
    for speaker in claim.said_by:
        yield why(found, "said_by", speaker.name, of_actor(found, "said_by", speaker.name))
    if claim.extent:
        yield why(found, "extent", claim.extent, of_extent(found))
    if claim.sides:
        yield why(found, "sides", str(claim.sides), of_word(found, "side"))
    for slot in ("about", "reason", "campaign"):
        if value := getattr(claim, slot):
            yield why(found, slot, value, of_phrase(found, value))
    yield of_stance(found)


def places(claim: Claim) -> Iterator[tuple[str, PlaceName]]:
    told = [("place", claim.place), ("from", claim.origin), ("to", claim.destination)]
    yield from ((slot, place) for slot, place in told if place)
    yield from (("route", place) for place in claim.route)


def why(found: Ground, slot: str, value: str, whence: Whence | None) -> Why:
    """The answer for a slot; where the trained reader marked the words, with how surely.

    Where the very words cannot be told apart it is the whole sentence.
    """
    how, words = whence or ("grammar", (found.words(found.claim.start, found.claim.end),))
    marked = mark(found, slot, words[0]) if words else None
    if marked and how == "grammar":
        return Why(slot, value, "reader", words, marked.score)
    return Why(slot, value, how, words)


def of_kind(found: Ground) -> Why:
    trigger = found.words(*found.claim.predicate)
    how: How = "frame" if found.hit or found.toll or found.tie else "reader"
    return Why("kind", found.claim.kind, how, (trigger,), found.likelihood)


def of_count(found: Ground, count: Count) -> Whence | None:
    """The count's phrase, then those of the groups within it ("including 44 civilians")."""
    here = [m for m in found.page.counts if m.count == count and inside(m, found.sentence)]
    if not here:
        return None
    whole = min(here, key=lambda mention: abs(mention.token - found.trigger.i))
    groups = dict(count.groups)
    parts = [
        part
        for number in numbers.find(found.page.doc)
        if (part := counts.counted(found.page.doc, number)) is not None
        and part.group in groups
        and inside(part, found.sentence)
        and part.start >= whole.end
    ]
    offset = found.page.offset
    return "grammar", tuple(found.words(offset + m.start, offset + m.end) for m in (whole, *parts))


def inside(mention: CountMention, sentence: Span) -> bool:
    return sentence.start <= mention.token < sentence.end


def of_word(found: Ground, word: str) -> Whence | None:
    same = [t for t in found.sentence if word in {lemma(t), t.lemma_.lower()}]
    if not same:
        return None
    token = min(same, key=lambda one: abs(one.i - found.trigger.i))
    return "grammar", (found.of_tokens(token, token),)


def of_extent(found: Ground) -> Whence | None:
    """The word that makes it a share or a facility of the place: "most of Aleppo"."""
    word = extent_word(found)
    return ("grammar", (found.of_tokens(word, word),)) if word is not None else None


def of_phrase(found: Ground, value: str) -> Whence | None:
    """A slot that keeps the report's wording, but for a "to" set before it."""
    for words in (value, re.sub(r"^(?:not )?to ", "", value, flags=re.IGNORECASE)):
        if told := in_sentence(found, words, found.trigger):
            return "grammar", (told,)
    return None


def size(count: Count) -> str:
    groups = "".join(f", {value:,} {group}" for group, value in count.groups)
    return f"{bounds(count.low, count.high)} {count.unit}{groups}"


def bounds(low: int | None, high: int | None) -> str:
    if low is None:
        return "several" if high is None else f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"
