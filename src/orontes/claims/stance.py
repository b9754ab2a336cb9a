"""How far a report stands behind a claim: negation, modality, plans, conditions, the past."""

from spacy.tokens import Token

from orontes.claims.verdicts import (
    Cue,
    belie,
    cues,
    hearsay,
    intolerable,
    permitted,
    said_untrue,
    undenied,
)
from orontes.claims.words import lemma, words
from orontes.model.claim import Stance
from orontes.vocabulary.load import table

CONTENT = {
    "ccomp",
    "xcomp",
    "csubj",
    "advcl",
    "acl",
    "pcomp",
    "conj",
    "relcl",
    "dobj",
    "pobj",
    "prep",
    "nsubj",
    "nsubjpass",
    "attr",
    "appos",
    "dep",
    "oprd",
    "agent",
    "dative",
}


def stance_of(trigger: Token, noun: bool, standing: bool = False) -> Stance:
    """The weakest reading that any word above or beside the trigger imposes.

    ``standing`` things (a tie named in passing) hold whatever the sentence does with them.
    """
    cue = cue_of(trigger, noun, standing)
    return cue[0] if cue else "asserted"


def cue_of(trigger: Token, noun: bool, standing: bool = False) -> Cue | None:
    """The stance with the word behind it; None where nothing weakens what is told."""
    own = beside(trigger, noun)
    if own or standing:
        return own
    node, definite = trigger, noun and is_definite(trigger)
    for _ in range(8):
        if node.dep_ == "ROOT" or node.dep_ not in CONTENT:
            return None
        found = above(node, node.head, trigger, noun, definite)
        if found:
            return found
        if node.dep_ in {"nsubj", "nsubjpass"} and definite:
            return modal(node.head, node, noun)
        if node.dep_ in {"ccomp", "xcomp"} and (let := permitted(node.head)):
            return let
        if node.dep_ in {"ccomp", "xcomp"} and lemma(node.head) in speech():
            if (belied := belie(node.head)) is not None:
                return "denied", belied
            if node.dep_ == "ccomp" and node.head.dep_ not in {"relcl", "acl"}:
                return None
        if node.head.pos_ in {"VERB", "AUX"} and node.dep_ in {"advcl", "ccomp", "relcl", "acl"}:
            definite = noun = False
        node = node.head
    return None


def speech() -> frozenset[str]:
    """Verbs that hand a claim over to a speaker: what stands above them is about the saying."""
    return words(table("attribution")["saying"])


def beside(trigger: Token, noun: bool) -> Cue | None:
    """Cues on the trigger itself."""
    for child in trigger.children:
        low = child.lower_
        if child.dep_ == "neg" or (child.dep_ == "det" and low == "no"):
            return "denied", child
        if child.dep_ == "aux" and low in cues("possible_aux"):
            return "hypothetical" if low == "would" else "possible", child
        if child.dep_ == "aux" and low in cues("planned_aux"):
            return "planned", child
        if child.dep_ in {"advmod", "npadvmod"} and low in cues("nearly"):
            return "possible", child
        if child.dep_ in {"advmod", "amod"} and low in cues("reported"):
            return "attributed", child
        if child.dep_ in {"advmod", "amod"} and low in cues("possible_modifiers"):
            return "possible", child
        if child.dep_ in {"amod", "compound"} and low in cues("planned_modifiers"):
            return "planned", child
        if child.dep_ == "mark" and low in cues("conditions"):
            return "hypothetical", child
    if not noun and is_purpose(trigger):
        return purpose(trigger)
    return None


def is_over(verb: Token) -> bool:
    """As in "had held": a state that has ended."""
    return any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children)


def is_definite(noun: Token) -> bool:
    for child in noun.lefts:
        if child.dep_ == "poss" or child.lower_ in {"the", "this", "these", "that", "those"}:
            return True
    return False


def is_purpose(verb: Token) -> bool:
    head = verb
    while head.dep_ == "conj" and head.head.pos_ == "VERB":
        head = head.head
    return any(
        child.dep_ == "aux" and child.lower_ == "to" for child in (*verb.lefts, *head.lefts)
    ) and (verb.tag_ in {"VB", "VBP"})


def purpose(verb: Token) -> Cue | None:
    """An infinitive tells a plan unless the verb above it implies that it happened."""
    top = verb
    while top.dep_ == "conj":
        top = top.head
    above_it = lemma(top.head)
    if top.dep_ in {"xcomp", "ccomp"}:
        if above_it in cues("implicative"):
            return None
        return "denied" if above_it in cues("failing") else "planned", top.head
    return ("planned", verb) if top.dep_ in {"advcl", "acl", "relcl", "pcomp"} else None


def above(node: Token, head: Token, trigger: Token, noun: bool, definite: bool) -> Cue | None:
    """What the word that governs ``node`` does to everything under it."""
    word = lemma(head)
    if node.dep_ in {"ccomp", "csubj", "nsubj"} and word == "be" and (untrue := said_untrue(head)):
        return "denied", untrue
    if node.dep_ in {"xcomp", "advcl", "csubj"} and (judged := intolerable(head)):
        return "hypothetical", judged
    if node.dep_ == "xcomp" and word in cues("failing"):
        return "denied", head
    if node.dep_ in {"acl", "ccomp", "relcl", "prep"} and (found := hearsay(head)):
        return found
    if node.dep_ == "nsubjpass" and word in cues("planning") and not definite:
        return "planned", head
    argument = node.dep_ in {
        "dobj",
        "pobj",
        "prep",
        "ccomp",
        "xcomp",
        "pcomp",
        "attr",
        "oprd",
        "acl",
    }
    if argument and word in cues("denying"):
        return undenied(head) or ("denied", head)
    if argument and word in cues("planning") and not (noun and node.dep_ == "xcomp"):
        return "planned", head
    if argument and word in cues("fearing"):
        return "possible", head
    if argument and word in cues("wishing"):
        return "hypothetical", head
    if argument and word in cues("preventing"):
        return "possible", head
    if (head.pos_ in {"VERB", "AUX"} and node.dep_ not in {"nsubj", "advcl"}) or not definite:
        return modal(head, node, noun)
    return None


def modal(head: Token, node: Token, noun: bool) -> Cue | None:
    if head.pos_ not in {"VERB", "AUX"} or node.dep_ in {"advcl", "ccomp"}:
        return None
    for child in head.children:
        low = child.lower_
        if child.dep_ == "neg" and noun and lemma(head) not in cues("factive"):
            return "denied", child
        if child.dep_ == "aux" and low in cues("possible_aux"):
            return "hypothetical" if low == "would" else "possible", child
        if child.dep_ == "aux" and low in cues("planned_aux"):
            return "planned", child
        if child.dep_ == "mark" and low in cues("conditions"):
            return "hypothetical", child
        if child.dep_ == "advmod" and low in cues("reported"):
            return "attributed", child
    if noun and is_purpose(head):
        return purpose(head)
    return None
