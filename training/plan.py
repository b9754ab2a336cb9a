"""What is learnt, how often, and how fast: the whole recipe."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.example import Example
from training.tasks import muc4, pairs, places, re3d, sentences, types, verbs

ENCODER_RATE = 1.6e-4
HEAD_RATE = 1e-3
WARM_UP = 0.06
CLIP = 1.0
SMOOTHING = 0.05
FROZEN = 2
"""Layers that no longer learn in the second phase."""
SECOND_RATE = 0.6


@dataclass(frozen=True)
class Task:
    """``first`` and ``second``: passes over ``make(gold, held fold)`` in the two phases.

    ``weight`` multiplies the loss of its batches, ``pieces`` is their size.
    """

    name: str
    make: Callable[[Path, int | None], Iterator[Example]]
    first: float
    second: float
    weight: float = 1.0
    pieces: int = 1400


def own_entities(gold: Path, held: int | None) -> Iterator[Example]:
    return re3d.entity_examples(re3d.own_documents())


def own_relations(gold: Path, held: int | None) -> Iterator[Example]:
    return re3d.relation_examples(re3d.own_documents())


def own_pairs(gold: Path, held: int | None) -> Iterator[Example]:
    return pairs.own()


def own_types(gold: Path, held: int | None) -> Iterator[Example]:
    return types.own()


def own_kinds(gold: Path, held: int | None) -> Iterator[Example]:
    return sentences.kinds(held, 0)


def own_slots(gold: Path, held: int | None) -> Iterator[Example]:
    return sentences.slots(held)


TASKS = (
    Task("muc4", muc4.examples, 4.2, 0.6, 2.0),
    Task("verbs", verbs.examples, 4, 0.6, 2.0),
    Task("places", places.examples, 2.5, 0.5, 2.0),
    Task("entities", re3d.entities, 20, 6, 2.0, 700),
    Task("relations", re3d.relations, 5, 1.5),
    Task("own entities", own_entities, 8, 4, 2.0, 700),
    Task("own relations", own_relations, 4, 0.5),
    Task("pairs", pairs.examples, 6, 3, 1.0, 700),
    Task("own pairs", own_pairs, 5, 3, 1.0, 700),
    Task("types", types.examples, 8, 4, 1.0, 700),
    Task("own types", own_types, 5, 4, 1.0, 700),
    Task("kinds", own_kinds, 6, 16, 20.0, 600),
    Task("slots", own_slots, 4, 2, 2.0, 700),
)
