from collections.abc import Iterator
from typing import Any

from orontes.texts import event_type


def rows(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield {"id": item["id"], "type": event_type(item["text"])}
