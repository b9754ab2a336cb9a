"""The slots of a claim, filled from the roles of a frame."""

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from orontes.claims import tolls, where
from orontes.claims.match import Hit
from orontes.claims.page import Page
from orontes.claims.syntax import unwrap
from orontes.claims.words import closed, lemma, words
from orontes.model.count import Count
from orontes.model.names import PlaceName
from orontes.vocabulary.load import table

COUNTED = closed("counted_kinds")
TITLED = r"[A-Z][\w’'-]+(?:\s(?:of|the|and|for)?\s?[A-Z0-9][\w’'-]+)*"
CAMPAIGN = re.compile(
    rf"\b(?P<name>Operation\s{TITLED})"
    rf"|\b(?:operation|offensive|campaign)\b[^.;,]{{0,25}}?"
    rf"(?:called|named|dubbed|codenamed|calls?)\s[\"“]?(?P<called>{TITLED})"
)


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


def campaign(sentence: Span) -> str | None:
    """A named operation told of in the sentence: "Operation Dawn of Freedom"."""
    found = CAMPAIGN.search(sentence.text)
    return " ".join((found["name"] or found["called"]).split()) if found else None


def past_hyphen(doc: Doc, end: int) -> int:
    """The end of a phrase, moved past the rest of a hyphenated word that the parse cut."""
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_:
        end += 2
    return end


def about(hit: Hit, page: Page) -> str | None:
    if "first_person" in hit.frame.flags:
        last = min(hit.trigger.right_edge.i + 1, hit.trigger.i + 25)
        words_ = [t.text_with_ws for t in hit.trigger.doc[hit.trigger.i : last]]
        negated = any(child.dep_ == "neg" for child in hit.trigger.children)
        return "not to " * negated + "to " * (not negated) + "".join(words_).strip(' ."”')
    for token in tokens_of(hit, hit.frame.roles.get("about", ())):
        if token.ent_type_ in {"DATE", "TIME"}:
            continue
        pledged = hit.frame.kind == "statement.pledge" and hit.noun and token.i > hit.trigger.i
        first = hit.trigger.i if pledged else token.left_edge.i
        last = past_hyphen(token.doc, token.right_edge.i + 1)
        span = token.doc[first : min(last, token.left_edge.i + 30)]
        start = page.offset + span.start_char
        return " ".join(page.text[start : start + len(span.text)].split())
    return None
