"""A text asked piecemeal: its toponyms, its main place, where a verb happened, who did what."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orontes.claims import where
from orontes.claims.discourse import Discourse
from orontes.claims.mentions import Mention
from orontes.claims.page import Page, pages
from orontes.model.claim import Claim
from orontes.places.locate import locate
from orontes.places.place import Place
from orontes.reading import lexicon, read

WIDE = frozenset({"country", "region"})
EVENTS = ("territory.", "battle.", "strike.", "civilians.", "toll.", "movement.", "property.")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text: code points, and the place where the gazetteer has it."""

    start: int
    end: int
    name: str
    place: Place | None


def spans(page: Page) -> Iterator[tuple[Mention, int, int]]:
    """The page's names with their code points, the possessive left off."""
    for mention in page.mentions.all:
        first, last = page.doc[mention.first], page.doc[mention.last]
        start, end = first.idx, last.idx + len(last)
        text = page.doc.text[start:end]
        while text.endswith(("'s", "’s", "'", "’", ".")) and not text.isupper():
            text = text[:-2] if text.endswith("s") else text[:-1]
        yield mention, page.offset + start, page.offset + start + len(text)


def toponyms(text: str, published: str | None = None) -> list[Toponym]:
    """The place names of a text, resolved together."""
    found = [
        (mention.name, start, end)
        for page in pages(text, published, lexicon())
        for mention, start, end in spans(page)
        if mention.sort == "place"
    ]
    places = locate([name for name, _, _ in found], lexicon().gazetteer)
    return [
        Toponym(start, end, name, place)
        for (name, start, end), place in zip(found, places, strict=True)
    ]


def main_place(text: str, published: str | None = None) -> Place | None:
    """The place that a text is mainly about: early and often named, and told of by its claims."""
    named = [t.place for t in toponyms(text, published) if t.place and t.place.kind not in WIDE]
    weights: Counter[str] = Counter()
    known = {place.id: place for place in named}
    for rank, place in enumerate(named):
        weights[place.id] += round(1000 / (1 + rank))
    for claim in read(text, published):
        place_id = claim.place.id if claim.place else None
        if place_id in known and claim.kind.startswith(EVENTS):
            weights[place_id] += 100
    best = sorted(weights, key=lambda identity: (-weights[identity], identity))
    return known[best[0]] if best else None


def places_of_verb(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Code points of the names that say where a marked verb's event happened; [] for nowhere."""
    for page in pages(text, None, lexicon()):
        span = page.doc.char_span(start - page.offset, end - page.offset, alignment_mode="expand")
        if span is None:
            continue
        verb = span.root
        own = [
            (mention, first, last)
            for mention, first, last in spans(page)
            if verb.sent.start <= mention.first < verb.sent.end
        ]
        chosen = where.fallback(verb, page.mentions, Discourse())
        names = {place.name for place in chosen}
        return nearest([(a, b) for m, a, b in own if m.name in names], start)
    return []


def nearest(found: Sequence[tuple[int, int]], to: int) -> list[tuple[int, int]]:
    return [min(found, key=lambda span: abs(span[0] - to))] if found else []


def deed(text: str, source: tuple[int, int], target: tuple[int, int]) -> Claim | None:
    """The claim that tells what the party at ``source`` did to the one at ``target``."""
    one, other = text[slice(*source)], text[slice(*target)]
    claims = read(text)

    def fit(claim: Claim) -> tuple[int, int]:
        actor = any(shares(name.name, one) for name in claim.actor)
        aimed = any(shares(name.name, other) for name in claim.target)
        between = source[0] <= claim.predicate[0] <= target[1]
        return 2 * actor + aimed, between

    best = max(claims, key=fit, default=None)
    return best if best and fit(best) > (0, 0) else None


def shares(name: str, phrase: str) -> bool:
    """Whether a name and a phrase have a telling word in common."""
    words = {word for word in name.casefold().split() if len(word) > 3}
    return bool(words & set(phrase.casefold().split()))
