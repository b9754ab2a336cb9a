"""Actors and their ties as FollowTheMoney entities, one JSON object a line."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from orontes.actors.actor import Actor
from orontes.export.material import Material
from orontes.model.rows import digest
from orontes.model.told import Told
from orontes.vocabulary.load import table

Row = dict[str, Any]
DATASET = "orontes"


def write(material: Material) -> str:
    """Each actor of the registry that a claim names, then each tie that a claim tells.

    Persons are no entities here: of an actor's other names only acronyms are told, for the rest may
    be those of its leaders. Names that no table knows are left out.
    """
    rows = [*actors(material), *ties(material)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def actors(material: Material) -> Iterator[Row]:
    urls: defaultdict[str, set[str]] = defaultdict(set)
    for one in material.view.told:
        for named in (*one.claim.actor, *one.claim.target, *one.claim.said_by):
            if named.id:
                urls[named.id] |= {one.source.url} if one.source.url else set()
    known = {identity: material.registry.get(identity) for identity in urls}
    for identity in sorted(known):
        if actor := known[identity]:
            yield entity(actor, sorted(urls[identity]))


def entity(actor: Actor, urls: list[str]) -> Row:
    rules = table("exports")["ftm"]
    home = [actor.home] if actor.home else sorted(actor.countries)
    properties = {
        "name": [actor.name],
        "weakAlias": [alias for alias in actor.aliases if alias.isupper() and alias != actor.name],
        "country": [country.lower() for country in home],
        "classification": [actor.kind],
        "sourceUrl": urls,
        "incorporationDate": [actor.since.isoformat()] if actor.since else [],
        "dissolutionDate": [actor.until.isoformat()] if actor.until else [],
    }
    schema = rules["schemata"].get(actor.kind, rules["other"])
    return row(entity_id(actor.id), schema, properties)


def ties(material: Material) -> Iterator[Row]:
    """A tie for each claim of one that it holds, between two actors of the registry."""
    for one in material.view.told:
        role = table("exports")["ftm"]["ties"].get(one.claim.kind)
        if role is None or one.claim.stance not in {"asserted", "attributed", "past"}:
            continue
        for subject in one.claim.actor:
            for target in one.claim.target:
                known = subject.id and target.id and subject.id != target.id
                if known and all(material.registry.get(x.id or "") for x in (subject, target)):
                    yield tie(one, str(subject.id), str(target.id), role)


def tie(told: Told, subject: str, target: str, role: str) -> Row:
    claim, source = told.claim, told.source
    when = claim.when.earliest if claim.when and claim.when.precision != "context" else None
    properties = {
        "subject": [entity_id(subject)],
        "object": [entity_id(target)],
        "role": [role],
        "date": [when.isoformat()] if when else [],
        "summary": [claim.quote],
        "publisher": [source.publisher] if source.publisher else [],
        "sourceUrl": [source.url] if source.url else [],
        "recordId": [claim.id],
    }
    return row(digest(claim.id, subject, target, prefix="orontes-"), "UnknownLink", properties)


def row(identity: str, schema: str, properties: dict[str, list[str]]) -> Row:
    kept = {key: values for key, values in properties.items() if values}
    return {"id": identity, "schema": schema, "properties": kept, "datasets": [DATASET]}


def entity_id(actor: str) -> str:
    return f"orontes-{actor}"
