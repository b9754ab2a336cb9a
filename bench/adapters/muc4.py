from collections.abc import Iterator
from typing import Any

from bench.adapters.muc4_facts import facts_rows
from orontes.encoder.incidents import roles
from orontes.incidents.telling import told_types
from orontes.reading import read


def rows(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    text = item["text"]
    claims = read(text)
    found = told_types(text, claims)
    parties = roles(text) if found else {}
    names = {role: [one.names[0] for one in entities] for role, entities in parties.items()}
    facts = facts_rows(text, claims, bool(found), names.get("PerpOrg", []))
    yield {
        "id": item["id"],
        "roles": {role: [[name] for name in known] for role, known in names.items()},
        "templates": [{"type": [kind]} for kind in found],
        **facts,
    }
