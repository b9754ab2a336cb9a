from collections.abc import Iterator
from typing import Any

from orontes.model.report import Report, Source
from orontes.model.rows import claim_row
from orontes.reading import read_report


def rows(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    source = Source(item["id"], publisher=item.get("source"), published=item.get("published"))
    for claim in read_report(Report(source, item["text"])):
        yield claim_row(claim)
