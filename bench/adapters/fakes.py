from collections.abc import Iterator
from typing import Any

from orontes.places.names import skeleton
from orontes.texts import main_place

LABELS = (
    "aleppo damascus idlib deir_ezzor raqqa homs hasakeh hama daraa lattakia quneitra tartous"
).split()
SPELLED = {
    "halab": "aleppo",
    "dimashq": "damascus",
    "rif dimashq": "damascus",
    "dayr az zawr": "deir_ezzor",
    "hims": "homs",
    "hamah": "hama",
    "al hasakah": "hasakeh",
    "latakia": "lattakia",
    "al ladhiqiyah": "lattakia",
    "ar raqqah": "raqqa",
    "dara": "daraa",
    "al qunaytirah": "quneitra",
    "tartus": "tartous",
}
BY_SKELETON = {skeleton(name): label for name, label in SPELLED.items()} | {
    skeleton(label.replace("_", " ")): label for label in LABELS
}


def rows(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    place = main_place(item["text"])
    label = BY_SKELETON.get(skeleton(place.admin1)) if place and place.admin1 else None
    yield {"id": item["id"], "location": label.replace("_", " ") if label else None}
