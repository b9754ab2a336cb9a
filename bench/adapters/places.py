from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from orontes.places.locate import locate
from orontes.places.place import Place
from orontes.reading import lexicon
from orontes.texts import toponyms


def row(doc: str, start: int, end: int, place: Place | None) -> dict[str, Any]:
    known = place is not None and place.id.startswith("gn:")
    return {
        "doc": doc,
        "start": start,
        "end": end,
        "geonameid": int(place.id[3:]) if place and known else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }


def rows(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for found in toponyms(item["text"]):
        yield row(item["id"], found.start, found.end, found.place)


def at_spans(
    texts: Mapping[str, str], wanted: Sequence[tuple[str, int, int]]
) -> Iterator[dict[str, Any]]:
    """One row a span, all spans of a text resolved together."""
    by_doc: dict[str, list[tuple[int, int]]] = {}
    for doc, start, end in wanted:
        by_doc.setdefault(doc, []).append((start, end))
    for doc, found in by_doc.items():
        names = [texts[doc][start:end] for start, end in found]
        places = locate(names, lexicon().gazetteer, text=texts[doc], spans=found)
        for (start, end), place in zip(found, places, strict=True):
            yield row(doc, start, end, place)
