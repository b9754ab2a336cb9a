from collections.abc import Iterator
from typing import Any

from orontes.claims.page import Page
from orontes.model.claim import Claim
from orontes.reading import pages, read
from orontes.texts import spans

TYPES = {"place": "Location", "actor": "Organisation", "person": "Person", "people": "Nationality"}
RELATIONS = {
    "battle.clash": "FightingAgainst",
    "relation.ally": "AlliesOf",
    "relation.back": "AlliesOf",
    "relation.affiliation": "BelongsTo",
    "statement.consult": "CommWith",
    "statement.endorse": "Likes",
    "statement.condemn": "Dislikes",
    "statement.accuse": "Dislikes",
}


def rows(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    found = [entity for page in pages(item["text"]) for entity in entities(page)]
    relations = [r for claim in read(item["text"]) for r in relation(claim, item["text"], found)]
    yield {"id": item["id"], "entities": found, "relations": relations}


def entities(page: Page) -> Iterator[dict[str, Any]]:
    for mention, start, end in spans(page):
        if mention.sort in TYPES and end > start:
            yield {"start": start, "end": end, "type": TYPES[mention.sort]}
    for time in page.times:
        yield {
            "start": page.offset + time.start,
            "end": page.offset + time.end,
            "type": "Temporal",
        }
    for count in page.counts:
        yield {
            "start": page.offset + count.start,
            "end": page.offset + count.end,
            "type": "Quantity",
        }


def relation(claim: Claim, text: str, found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Relations between entities that a claim names, both within its quote."""
    kind = RELATIONS.get(claim.kind)
    if kind is None:
        return
    actors = [span for actor in claim.actor if (span := within(actor.name, claim, text, found))]
    targets = [span for other in claim.target if (span := within(other.name, claim, text, found))]
    for one in actors:
        for other in targets:
            if one != other:
                yield {"type": kind, "source": one, "target": other}


def within(name: str, claim: Claim, text: str, found: list[dict[str, Any]]) -> list[int] | None:
    for entity in found:
        inside = claim.start <= entity["start"] and entity["end"] <= claim.end
        words = text[entity["start"] : entity["end"]]
        if inside and entity["type"] in {"Organisation", "Location", "Person"} and words in name:
            return [entity["start"], entity["end"]]
    return None
