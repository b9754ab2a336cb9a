"""What a name may mean: the gazetteer asked with the words round the name taken off."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from orontes.places.gazetteer import Gazetteer
from orontes.places.institutions import inner_names
from orontes.places.place import Place
from orontes.places.spelling import initials, spellings
from orontes.vocabulary.load import table

LEADING = re.compile(r"^(?:the|a|an|in|near|around|of|outside|inside)\s+", re.IGNORECASE)
OF = re.compile(r"^(?P<what>[\w-]+(?:\s[\w-]+)?)\s+of\s+(?:the\s+)?(?P<name>.+)$", re.IGNORECASE)
OWNED = re.compile(r"(?P<owner>[A-Z]\w+?)(?:['’]?s)?\s(?P<name>(?:[\w'’-]+\s?)+)")
MOST = 60
CLEAR = 0.85
LARGE = 50_000
UNITS = frozenset({"country", "admin1"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name without its frame, whether the frame asks for a unit ("Hama province") or for a
    settlement ("Hama city"), and the name after a comma ("Paris, Texas")."""

    name: str
    admin: bool = False
    town: bool = False
    parent: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; ``other`` if the gazetteer has the name only as alternate,
    ``people`` if the name is that of the people there, ``guessed`` if the gazetteer has it in
    other romanisations alone, and it is no large town in nearly the same letters."""

    place: Place
    other: bool = False
    people: bool = False
    guessed: bool = False


@cache
def cue(section: str, key: str = "words") -> frozenset[str]:
    return frozenset(table("places/names")[section][key].split())


@cache
def cues() -> frozenset[str]:
    own = cue("settlement", "before") | cue("settlement", "after")
    return cue("admin") | cue("outskirts") | own


def forms(name: str) -> Iterator[Wanted]:
    """The name as written, then with what follows a comma and cue words taken off, then without
    the country that is said to own it ("Syria's Idlib")."""
    text = LEADING.sub("", " ".join(name.split()))
    yield Wanted(text)
    head, _, tail = text.partition(",")
    parent = tail.strip() or None
    if parent:
        yield Wanted(head, parent=parent)
        text = head
    wanted = without_cues(text)
    yield Wanted(wanted.name, wanted.admin, wanted.town, parent)
    if owner := OWNED.fullmatch(wanted.name):
        yield Wanted(owner["name"], wanted.admin, wanted.town, parent, owner["owner"])


def without_cues(text: str) -> Wanted:
    taken: list[str] = []
    if (of := OF.match(text)) and is_cue(of["what"]):
        taken.append(last_word(of["what"]))
        text = of["name"]
    words = text.replace("’s", "").replace("'s", "").split()
    while len(words) > 1 and is_cue(words[-1]):
        taken.append(last_word(words.pop()))
    while len(words) > 1 and is_cue(words[0]):
        taken.append(last_word(words.pop(0)))
    towns = cue("settlement", "before") | cue("settlement", "after")
    admin = any(word in cue("admin") for word in taken)
    return Wanted(" ".join(words), admin, any(word in towns for word in taken))


def last_word(phrase: str) -> str:
    return phrase.lower().split()[-1]


def is_cue(phrase: str) -> bool:
    return last_word(phrase) in cues()


def candidates(name: str, gazetteer: Gazetteer, countries: Sequence[str] = ()) -> list[Candidate]:
    """Places that the name may mean, the weightiest first.

    Where it is written otherwise than the gazetteer has it, places of ``countries`` (two at most)
    whose Arabic name may be romanised so; a demonym ("Syrian") means its country first; the name
    of an institution ("Harare City Council") means the place within it, if nothing else is known.
    """
    if found := named(name, gazetteer, countries):
        return found
    inner = next(filter(gazetteer.is_place, inner_names(name)), None)
    return spelled(inner, gazetteer) if inner else []


def named(name: str, gazetteer: Gazetteer, countries: Sequence[str] = ()) -> list[Candidate]:
    """As :func:`candidates`, institutions left out."""
    people = peoples(name, gazetteer)
    asked = [one for one in forms(name) if not one.owner or is_country(one.owner, gazetteer)]
    for wanted in asked:
        if found := spelled(wanted.name, gazetteer):
            return [*people, *abbreviated(preferred(found, wanted), name)]
    if people:
        return people
    return preferred(romanised(asked[-1].name, gazetteer, countries), asked[-1])


def is_country(name: str, gazetteer: Gazetteer) -> bool:
    return any(place.kind == "country" for place in gazetteer.find(name))


def peoples(name: str, gazetteer: Gazetteer) -> list[Candidate]:
    place = gazetteer.country_of_people(name)
    return [Candidate(place, people=True)] if place else []


def spelled(name: str, gazetteer: Gazetteer) -> list[Candidate]:
    """Places of that name in its spellings; one found by its own counts as named so."""
    found: dict[Place, bool] = {}
    for spelling in dict.fromkeys(spellings(name)):
        for place, other in gazetteer.ranked(spelling)[:MOST]:
            found[place] = found.get(place, True) and other
    return [Candidate(place, other) for place, other in found.items()]


def abbreviated(found: list[Candidate], name: str) -> list[Candidate]:
    """Units and countries alone where the name is written with points ("N.Y.")."""
    units = [option for option in found if option.place.kind in UNITS and not option.other]
    return units or found if initials(name) else found


def romanised(name: str, gazetteer: Gazetteer, countries: Sequence[str]) -> list[Candidate]:
    return [
        Candidate(place, other=True, guessed=much < CLEAR or place.population < LARGE)
        for country in countries[:2]
        for place, much in gazetteer.alike(name, country)
    ]


def preferred(found: list[Candidate], wanted: Wanted) -> list[Candidate]:
    """Units alone where the name says province, settlements alone where it says city."""
    if wanted.admin:
        for level in ("admin1", "admin2"):
            if units := [option for option in found if option.place.kind == level]:
                return units
    if wanted.town and not wanted.admin:
        return [option for option in found if option.place.kind == "settlement"] or found
    return found


def parent_of(name: str) -> str | None:
    """What the name itself says it lies in: Texas, for "Paris, Texas"."""
    return next((wanted.parent for wanted in forms(name) if wanted.parent), None)
