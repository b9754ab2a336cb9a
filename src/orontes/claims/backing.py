"""Which words decided how far a report stands behind a claim."""

from orontes.claims import stance
from orontes.claims.grounds import Ground, credit
from orontes.claims.timing import of_when
from orontes.claims.verdicts import Cue
from orontes.claims.whence import Whence, in_sentence, of_actor
from orontes.model.why import Why, Words


def of_stance(found: Ground) -> Why:
    """The word that weakens the claim or hands it to a speaker; none where nothing does."""
    claim = found.claim
    how, words = stance_words(found)
    told = found.told.stances.get(claim.stance) if found.told else None
    return Why("stance", claim.stance, how, words, told if how == "reader" else None)


def stance_words(found: Ground) -> Whence:
    claim, trigger = found.claim, found.trigger
    standing = found.noun and claim.kind.startswith("relation")
    cue = stance.cue_of(trigger, found.noun, standing)
    if cue and cue[0] == claim.stance:
        return "grammar", (cue_words(found, cue),)
    if claim.stance == "asserted":
        return "voice", ()
    if claim.stance == "attributed" and (speaking := saying(found)):
        return "grammar", speaking
    end = found.page.offset + found.sentence.start_char + len(found.sentence.text.rstrip())
    if claim.stance == "possible" and found.page.text[end - 1 : end] == "?":
        return "grammar", (found.words(end - 1, end),)
    if claim.stance == "past":
        return past(found)
    return "reader", (found.words(*claim.predicate),)


def cue_words(found: Ground, cue: Cue) -> Words:
    """The cue with the "to" that ties it to what is planned: "plans to", "to retake"."""
    token = cue[1]
    doc, last = token.doc, token
    if token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to" and token.i < found.trigger.i:
        last = doc[token.i + 1]
    if token.i == found.trigger.i and token.i and doc[token.i - 1].lower_ == "to":
        token = doc[token.i - 1]
    return found.of_tokens(token, last)


def saying(found: Ground) -> tuple[Words, ...]:
    """The verb of saying, else "according to", else the speaker of the quotation."""
    if (verb := credit(found).verb) is not None:
        return (found.of_tokens(verb, verb),)
    if told := in_sentence(found, "according to", found.trigger):
        return (told,)
    for speaker in found.claim.said_by:
        if whence := of_actor(found, "said_by", speaker.name):
            return whence[1]
    return ()


def past(found: Ground) -> Whence:
    """The "had" of a state that has ended, the day long before the report, else the verb itself:
    it only tells which place is meant."""
    for child in found.trigger.children:
        if child.dep_ == "aux" and child.lower_ == "had":
            return "grammar", (found.of_tokens(child, child),)
    when = of_when(found, None) if found.claim.when else None
    if when and when.words:
        return "grammar", when.words
    return "grammar", (found.words(*found.claim.predicate),)
