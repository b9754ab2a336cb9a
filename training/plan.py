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

    ``weights`` multiply the loss of its batches in each phase: Adam follows the loudest task, so
    the second phase evens them out by the losses that the first one ended with.
    """

    name: str
    make: Callable[[Path, int | None], Iterator[Example]]
    first: float
    second: float
    weights: tuple[float, float] = (1.0, 1.0)
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
    Task("muc4", muc4.examples, 4.2, 1.6, (2, 8)),
    Task("verbs", verbs.examples, 4, 1.5, (2, 20)),
    Task("places", places.examples, 2.5, 0.5, (2, 12)),
    Task("entities", re3d.entities, 20, 6, (2, 2), 700),
    Task("relations", re3d.relations, 5, 1),
    Task("own entities", own_entities, 8, 4, (2, 2), 700),
    Task("own relations", own_relations, 4, 0.4),
    Task("pairs", pairs.examples, 6, 3, pieces=700),
    Task("own pairs", own_pairs, 5, 3, pieces=700),
    Task("types", types.examples, 8, 4, pieces=700),
    Task("own types", own_types, 5, 3, pieces=700),
    Task("kinds", own_kinds, 20, 20, (4, 4), 500),
    Task("slots", own_slots, 4, 1.5, (2, 1.5), 700),
)
