"""The claims of tolls and of ties, told by words of their own."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from orontes.claims import learnt, ties, tolls, who
from orontes.claims.page import Page
from orontes.claims.skeleton import at_places, since, skeleton
from orontes.model.claim import Claim


def of_tolls(doc_id: str, page: Page, sentence: Span) -> Iterator[Claim]:
    for toll in tolls.find(sentence, page.counts, page.mentions):
        base = skeleton(
            doc_id, page, sentence, toll.kind, toll.trigger, toll.trigger.pos_ == "NOUN"
        )
        victims = [toll.victim] if toll.victim is not None else []
        places = learnt.untold_places(base, page, sentence, toll.trigger)
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
            place=places[0].place if places else None,
            count=toll.mention.count if toll.mention else None,
        )


def of_ties(doc_id: str, page: Page, sentence: Span) -> Iterator[Claim]:
    for tie in ties.find(sentence, page.mentions):
        base = skeleton(doc_id, page, sentence, tie.kind, tie.trigger, True)
        told = replace(base, actor=tie.actor, target=tie.target, stance="asserted", said_by=())
        yield from at_places(told, [tie.place] if tie.place else [])
