"""Templates with slots filled: ``[a|b]`` is a choice, ``<…>`` may be left out."""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass

OPTION = re.compile(r"<([^<>]*)>")
CHOICE = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{(\w+)\}")
KEPT = 0.65


@dataclass(frozen=True, slots=True)
class Filled:
    """A sentence without its full stop, and the slots that it tells."""

    text: str
    slots: frozenset[str]


def fill(template: str, values: Mapping[str, str | None], rng: random.Random) -> Filled | None:
    """The template with its slots filled; None where one that it needs is not known."""
    chosen = OPTION.sub(lambda found: option(found[1], values, rng), template)
    while CHOICE.search(chosen):
        chosen = CHOICE.sub(lambda found: rng.choice(found[1].split("|")), chosen)
    slots = frozenset(SLOT.findall(chosen))
    if any(values.get(slot) is None for slot in slots):
        return None
    text = SLOT.sub(lambda found: values[found[1]] or "", chosen)
    return Filled(tidy(text), frozenset(slot for slot in slots if values[slot]))


def option(part: str, values: Mapping[str, str | None], rng: random.Random) -> str:
    known = all(values.get(slot) is not None for slot in SLOT.findall(part))
    return part if known and rng.random() < KEPT else ""


def tidy(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r" ([,.])", r"\1", text)
    return re.sub(r"\b([Aa]) (?=[aeioAEIO])", r"\1n ", text)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
