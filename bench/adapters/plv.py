from collections.abc import Iterator
from typing import Any

from orontes.encoder.parties import roots
from training.tasks.pairs import untagged


def rows(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    _, spans = untagged(item["marked"])
    likely = roots(item["text"], spans["s"], spans["t"])
    yield {"id": item["id"], "root": max(likely, key=lambda name: likely[name], default=None)}
