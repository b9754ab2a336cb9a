"""What "the city", "the group", "they" and "its" refer back to."""

from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from orontes.claims.mentions import Mentions
from orontes.claims.phrases import classes, name
from orontes.claims.syntax import PASSIVE_SUBJECTS, SUBJECTS
from orontes.claims.venue import is_venue, owns
from orontes.claims.words import closed, lemma
from orontes.model.when import When

ACTOR_PRONOUNS = closed("pronouns")
GROUP_NOUNS = closed("group_nouns")
PLACE_NOUNS = closed("place_nouns")
FIGHTING = frozenset({"armed"})
POWERS = frozenset({"armed", "state", "bloc"})
IRREGULAR = closed("irregulars")
ACTING = frozenset({"armed", "official", "observer", "org", "bloc", "people", "state", "person"})


@dataclass(slots=True)
class Discourse:
    """The names met so far in a report, newest last; it outlives the block that it reads.

    ``day`` is that of the last heading that is nothing but a date.
    """

    actors: list[tuple[str, bool]] = field(default_factory=list)
    armed: list[tuple[str, bool]] = field(default_factory=list)
    fighting: set[str] = field(default_factory=set)
    persons: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)
    venues: list[str] = field(default_factory=list)
    day: When | None = None

    def enter(self, sentence: Span, mentions: Mentions) -> None:
        """Take in the names of a sentence that has been read."""
        for token in sentence:
            mention = mentions.of(token)
            named = mention and mention.last == token.i and mention.sort == "place"
            if mention and named and not owns(token):
                self.see_place(mention.name, mention.wide, is_venue(token))
            if token.dep_ in SUBJECTS | PASSIVE_SUBJECTS and token.pos_ in {"NOUN", "PROPN"}:
                self.see_subject(token, mentions)

    def see_place(self, place: str, wide: bool, venue: bool) -> None:
        (self.venues if venue else self.wide if wide else self.places).append(place)

    def see_subject(self, token: Token, mentions: Mentions) -> None:
        found = classes(token, mentions)
        if found & POWERS and not found & {"observer", "person"} - {"armed"}:
            self.fighting.add(name(token, mentions))
        if is_bare_fighter(token) and self.actor(token, mentions):
            return
        if found & ACTING:
            plural = token.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in token.children)
            self.actors.append((name(token, mentions), plural))
            if FIGHTING & found and not found & {"observer", "person"}:
                self.armed.append((name(token, mentions), lemma(token) in IRREGULAR))
        if "person" in found and mentions.of(token):
            self.persons.append(name(token, mentions))

    def actor(self, token: Token, mentions: Mentions) -> str | None:
        """The actor that a pronoun or "the group" stands for."""
        low = token.lower_
        human = low in {"he", "she", "him", "his", "her"}
        before = earlier_subject(token, mentions, single=human or low in {"it", "its"})
        if before is not None and human and classes(before, mentions) & {"person", "official"}:
            return name(before, mentions)
        if human:
            single = [known for known, plural in self.actors if not plural]
            return self.persons[-1] if self.persons else (single[-1] if single else None)
        if before is not None and low in ACTOR_PRONOUNS:
            return name(before, mentions)
        if is_bare_fighter(token):
            return next((known for known, armed in reversed(self.armed[-8:]) if armed), None)
        wants_plural = low in {"they", "them", "their"}
        for known, plural in reversed(self.actors[-6:]):
            if plural == wants_plural or low not in ACTOR_PRONOUNS:
                return known
        return self.actors[-1][0] if self.actors else None

    def place(self, here: list[str]) -> str | None:
        """The place that "the city" or "there" stands for: the sentence's own, else the newest.

        Where something was said is meant only if no other place is known.
        """
        if here:
            return here[-1]
        return self.focus() or (self.venues[-1] if self.venues else None)

    def focus(self) -> str | None:
        """The place that the report is about just now; a country only where nothing else is."""
        recent = self.places[-8:] or self.wide[-8:]
        if not recent:
            return None
        return max(reversed(recent), key=recent.count)


def earlier_subject(token: Token, mentions: Mentions, single: bool) -> Token | None:
    """The nearest acting subject before the pronoun in its own sentence, alike in number."""
    best = None
    for other in token.sent:
        if other.i >= token.i:
            break
        if single and other.tag_ in {"NNS"}:
            continue
        subject = other.dep_ in SUBJECTS | PASSIVE_SUBJECTS and other.pos_ in {"NOUN", "PROPN"}
        if subject and classes(other, mentions) & ACTING:
            best = other
    return best


def is_bare_fighter(token: Token) -> bool:
    """As in "Fighters also seized the airport": the fighters told of before."""
    return lemma(token) in {"fighter", "gunman"} and not any(
        child.dep_ in {"compound", "amod", "poss", "prep", "nummod", "relcl", "acl"}
        for child in token.children
    )


def is_generic_place(token: Token) -> bool:
    """As in "the city", "the area": a place word with a definite article and no name of its own."""
    if lemma(token) not in PLACE_NOUNS or token.pos_ == "PROPN":
        return False
    lefts = list(token.lefts)
    definite = any(
        child.lower_ in {"the", "this", "that", "both", "its", "their"} for child in lefts
    )
    bare = all(
        child.dep_ in {"det", "poss", "amod", "punct", "case"}
        or (child.dep_ == "compound" and child.text.islower())
        for child in lefts
    )
    named = any(child.ent_type_ in {"GPE", "LOC", "NORP", "FAC"} for child in lefts)
    of_name = any(child.dep_ == "prep" and child.lower_ == "of" for child in token.rights)
    return definite and bare and not named and not of_name


def is_generic_actor(token: Token) -> bool:
    if token.lower_ in ACTOR_PRONOUNS or is_bare_fighter(token):
        return True
    return (
        lemma(token) in GROUP_NOUNS
        and any(child.lower_ in {"the", "both", "this"} for child in token.lefts)
        and not any(child.dep_ in {"compound", "amod", "prep"} for child in token.children)
    )
