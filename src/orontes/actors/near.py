"""Actors looked up by id, name, part of a name, side, or a spelling near to a name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from orontes.actors.actor import Actor
from orontes.actors.folding import fold
from orontes.actors.registry import Registry
from orontes.places.likeness import LEAST, likeness
from orontes.places.names import skeleton

HOW = ("id", "name", "part", "near", "side")
ALIKE = 0.8
SHORT = 4
ONE_LETTER = str.maketrans({"ة": "ه", "ى": "ي", "ـ": None})


@dataclass(frozen=True, slots=True)
class Match:
    """An actor that a text may mean, by which of its names, and how; ``id`` None: no table has it.

    ``how``: id, name (in full), part (all the words), near (spelled alike), side (it belongs to an
    actor that the text names in full).
    """

    id: str | None
    name: str
    fits: str
    how: str
    alike: float = 1.0


def matches(text: str, registry: Registry, unknown: Iterable[str] = ()) -> list[Match]:
    """The best first; ``unknown`` are names of claims that stand for no actor yet."""
    known = [(actor.id, (actor.name, *actor.aliases)) for actor in registry.all()]
    named = [*known, *((None, (name,)) for name in unknown)]
    found = [one for identity, names in named if (one := match(text, identity, names))]
    meant = {one.id for one in found if one.how in ("id", "name") and one.id}
    seen = {one.id for one in found if one.id}
    found += [
        Match(actor.id, actor.name, on, "side")
        for actor in registry.all()
        if actor.id not in seen and (on := belongs(actor, registry, meant))
    ]
    return sorted(found, key=lambda one: (HOW.index(one.how), -one.alike, not one.id, one.name))


def match(text: str, identity: str | None, names: Sequence[str]) -> Match | None:
    wanted, shown = fold(text), names[0]
    if identity and text.casefold() == identity:
        return Match(identity, shown, identity, "id")
    if full := next((name for name in names if fold(name) == wanted), None):
        return Match(identity, shown, full, "name")
    words = set(wanted.split())
    if words and (part := next((n for n in names if words <= set(fold(n).split())), None)):
        return Match(identity, shown, part, "part")
    alike, name = max((spelled(wanted, fold(name)), name) for name in names)
    return Match(identity, shown, name, "near", alike) if alike else None


def spelled(wanted: str, name: str) -> float:
    """How alike two folded names are, from 0 (not at all, or too short to say) to 1."""
    longest, shortest = max(len(wanted), len(name)), min(len(wanted), len(name))
    if shortest <= SHORT or longest - shortest > longest * (1 - LEAST):
        return 0.0
    if not (wanted.isascii() and name.isascii()):
        ratio = SequenceMatcher(None, plain(wanted), plain(name)).ratio()
        return ratio if ratio >= ALIKE else 0.0
    alike = likeness(wanted, name)
    least = LEAST if skeleton(wanted) == skeleton(name) else ALIKE
    return alike if alike >= least else 0.0


def plain(arabic: str) -> str:
    """With the letters that Arabic spellings exchange made one, and without the article."""
    words = arabic.translate(ONE_LETTER).split()
    return " ".join(word.removeprefix("ال") for word in words)


def belongs(actor: Actor, registry: Registry, meant: set[str]) -> str | None:
    """The one of the actors meant to which it belongs, or on whose side it is."""
    higher = [one.id for one in registry.above(actor.id)][1:]
    return next((one for one in (*higher, registry.side(actor.id)) if one in meant), None)
