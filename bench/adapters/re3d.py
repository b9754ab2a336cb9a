from collections.abc import Iterator
from typing import Any

from orontes.encoder.entities import entities
from orontes.encoder.ties import ties


def rows(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    text = item["text"]
    found = entities(text)
    yield {
        "id": item["id"],
        "entities": [{"start": e.start, "end": e.end, "type": e.type} for e in found],
        "relations": [
            {"type": tie.relation, "source": list(tie.source), "target": list(tie.target)}
            for tie in ties(text, found)
        ],
    }
