from collections.abc import Iterator
from typing import Any

from orontes.texts import places_of_verb


def rows(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    verb = item["verb"]
    found = places_of_verb(item["text"], verb["start"], verb["end"])
    yield {"id": item["id"], "locations": [{"start": a, "end": b} for a, b in found]}
