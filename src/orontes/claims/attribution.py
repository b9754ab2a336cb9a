"""Whom the report credits: said-that clauses, "according to", quotations that run on."""

import re
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Span, Token

from orontes.claims.syntax import conjuncts, subject
from orontes.claims.words import lemma, words
from orontes.vocabulary.load import table

SPEECH_LINK = {
    "ccomp",
    "parataxis",
    "advcl",
    "xcomp",
    "dobj",
    "conj",
    "dep",
    "relcl",
    "acl",
    "pobj",
    "prep",
    "pcomp",
    "appos",
    "attr",
    "nsubj",
    "nsubjpass",
    "agent",
}
OBJECTS_OF_REPORTS = frozenset({"dobj", "ccomp", "nsubjpass", "xcomp", "dep"})
DENIED = frozenset({"dobj", "ccomp", "xcomp", "pcomp", "nsubjpass"})
CLAUSES = frozenset({"acl", "ccomp", "relcl"})
QUOTED = re.compile(r"“[^“”]{8,1500}”|\"[^\"\n]{8,1500}\"")


@cache
def cues(name: str) -> frozenset[str]:
    return words(table("attribution")[name])


@dataclass(slots=True)
class Speakers:
    """Who speaks where: by quoted span, and by sentence for "according to"."""

    quotes: list[tuple[int, int, list[Token]]] = field(default_factory=list)
    sentences: dict[int, list[Token]] = field(default_factory=dict)

    def quoting(self, token: Token) -> list[Token]:
        for start, end, who in self.quotes:
            if start <= token.idx < end:
                return who
        return []


def find(doc: Doc) -> Speakers:
    found = Speakers()
    sentences = list(doc.sents)
    for sentence in sentences:
        if credited := according_to(sentence):
            found.sentences[sentence.start] = credited
    previous: list[Token] = []
    for quote in QUOTED.finditer(doc.text):
        previous = quoted_by(quote.span(), sentences) or previous
        found.quotes.append((*quote.span(), previous))
    return found


def quoted_by(span: tuple[int, int], sentences: list[Span]) -> list[Token]:
    """Who says it in the sentences that the quotation touches, its last one first."""
    touched = [s for s in sentences if s.start_char < span[1] and s.end_char > span[0]]
    for sentence in (*touched[-1:], *touched[:1]):
        if who := sayers(sentence, span):
            return who
    return []


def according_to(sentence: Span) -> list[Token]:
    for token in sentence:
        if token.lower_ == "according" and token.i + 1 < token.doc.__len__():
            for child in token.children:
                if child.dep_ in {"prep", "dep"} or child.lower_ == "to":
                    return [
                        who
                        for item in child.children
                        if item.dep_ == "pobj"
                        for who in source(item)
                    ]
    return []


def source(token: Token) -> list[Token]:
    """The speaker behind a statement or report: "a statement from the army" is the army's."""
    if lemma(token) in cues("carriers"):
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in {"from", "by", "of"}:
                inner = [
                    who for item in child.children if item.dep_ == "pobj" for who in conjuncts(item)
                ]
                if inner:
                    return inner
            if child.dep_ == "poss":
                return list(conjuncts(child))
    return list(conjuncts(token))


def sayers(sentence: Span, quoted: tuple[int, int]) -> list[Token]:
    """The subject of a saying verb outside the quotation."""
    for token in sentence:
        inside = quoted[0] <= token.idx < quoted[1]
        if token.pos_ == "VERB" and not inside and lemma(token) in cues("saying"):
            who = subject(token)
            if who is not None and who.lower_ not in {"it", "that", "which"}:
                return source(who)
    return []


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited, the verb of saying if one is, and whether it is one of claiming."""

    speakers: list[Token]
    verb: Token | None = None
    claiming: bool = False


def credited(trigger: Token, noun: bool, speakers: Speakers) -> tuple[list[Token], bool]:
    """Speakers of the clause round the trigger, and whether the verb is one of claiming."""
    found = credit(trigger, noun, speakers)
    return found.speakers, found.claiming


def credit(trigger: Token, noun: bool, speakers: Speakers) -> Credit:
    """Whom the report credits with what the trigger tells or denies, and by which word."""
    node = trigger
    for _ in range(8):
        head = node.head
        if node.dep_ not in SPEECH_LINK:
            break
        if head.pos_ == "VERB" and lemma(head) in denying() and node.dep_ in DENIED:
            return Credit(deniers(head), head)
        if head.pos_ == "VERB" and carries(node, head, noun):
            who = subject(head)
            told = source(who) if who is not None and who.i != node.i else []
            return Credit(told, head, lemma(head) in cues("claiming"))
        node = head
    if lone := incise(trigger, node):
        return lone
    if quoted := speakers.quoting(trigger):
        return Credit(quoted)
    return Credit(speakers.sentences.get(trigger.sent.start, []))


@cache
def denying() -> frozenset[str]:
    return words(table("stances")["denying"])


def deniers(verb: Token) -> list[Token]:
    """Who denies it: the subject, or in the passive whoever it is denied by."""
    if not any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        who = subject(verb)
        return source(who) if who is not None else []
    by = (child for child in verb.children if child.dep_ == "agent")
    return [one for child in by for item in child.children for one in source(item)]


def carries(node: Token, head: Token, noun: bool) -> bool:
    """Whether ``head`` says what ``node`` tells."""
    word = lemma(head)
    if word in cues("saying") and node.dep_ in {"ccomp", "parataxis", "advcl", "xcomp", "dep"}:
        return True
    if word in cues("saying") and tells_in(node):
        return True
    return word in cues("reporting") and node.dep_ in OBJECTS_OF_REPORTS


def tells_in(node: Token) -> bool:
    """As in "said in a statement that P", where P hangs on the statement."""
    return node.lower_ == "in" and any(
        lemma(told) in cues("carriers") and any(child.dep_ in CLAUSES for child in told.children)
        for told in node.children
        if told.dep_ == "pobj"
    )


def incise(trigger: Token, top: Token) -> Credit | None:
    """A saying verb set into the sentence that it reports: "P, X said" with P as the root."""
    for child in top.children:
        if child.dep_ in {"parataxis", "advcl", "dep"} and lemma(child) in cues("saying"):
            who = subject(child)
            if who is not None and who.head.i == child.i:
                return Credit(source(who), child)
    return None
