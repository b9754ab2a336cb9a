"""What a name may mean: the gazetteer asked with the words round the name taken off."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from orontes.places.gazetteer import Gazetteer
from orontes.places.names import fold
from orontes.places.place import Place
from orontes.vocabulary.load import table

LEADING = re.compile(r"^(?:the|a|an|in|near|around|of)\s+", re.IGNORECASE)
OF = re.compile(r"^(?P<what>[\w-]+(?:\s[\w-]+)?)\s+of\s+(?P<name>.+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name without its frame, and the level that the frame asks for ("Hama province")."""

    name: str
    admin: bool


@cache
def cue(section: str, key: str = "words") -> frozenset[str]:
    return frozenset(table("places/names")[section][key].split())


def forms(name: str) -> Iterator[Wanted]:
    """The name as written, then with cue words taken off its ends."""
    text = LEADING.sub("", " ".join(name.split()))
    yield Wanted(text, False)
    if (of := OF.match(text)) and is_cue(of["what"]):
        yield Wanted(of["name"], of["what"].lower().split()[-1] in cue("admin"))
        text = of["name"]
    words = text.replace("’s", "").replace("'s", "").split()
    admin = False
    while len(words) > 1 and is_cue(words[-1]):
        admin |= words[-1].lower() in cue("admin")
        words = words[:-1]
    while len(words) > 1 and is_cue(words[0]):
        words = words[1:]
    yield Wanted(" ".join(words), admin)


def is_cue(word: str) -> bool:
    last = word.lower().split()[-1]
    return last in cue("admin") | cue("outskirts") | cue("settlement", "before") | cue(
        "settlement", "after"
    )


def candidates(name: str, gazetteer: Gazetteer, countries: Sequence[str]) -> list[Place]:
    """Places that the name may mean, best first before any context is looked at."""
    for wanted in forms(name):
        found = list(gazetteer.find(wanted.name))
        if not found:
            found = [
                place
                for country in countries[:2]
                for place in gazetteer.alike(wanted.name, country)
            ]
        if found:
            return prefer(found, wanted.admin)
    return []


def prefer(found: list[Place], admin: bool) -> list[Place]:
    """Units where the name says province; else as the gazetteer has them."""
    units = [place for place in found if place.kind in {"admin1", "admin2"}]
    if admin and units:
        return units
    return found


def same_name(name: str, place: Place) -> bool:
    return fold(name) == fold(place.name)
