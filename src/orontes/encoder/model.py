"""The trained reader at work: states of word pieces, and what the heads say of them."""

import os
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from orontes.encoder.labels import CLASSES, TAGS
from orontes.encoder.pieces import Pieces

Array = np.ndarray[Any, np.dtype[np.float32]]


def folder() -> Path:
    """Where the weights lie: the package's own, or ``$ORONTES_WEIGHTS``, as training measures."""
    own = Path(__file__).parent / "weights"
    return Path(os.environ.get("ORONTES_WEIGHTS", own))


def trained() -> bool:
    """Whether there are weights; ``ORONTES_WEIGHTS=none`` reads by rules alone."""
    return (folder() / "encoder.onnx").is_file()


@cache
def session() -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(
        str(folder() / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
    )


@cache
def heads() -> dict[str, Array]:
    with np.load(folder() / "heads.npz") as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files}


def states(found: Pieces) -> Array:
    """(pieces, 384). One text a call and one thread: int8 answers depend on the batch."""
    out = session().run(["states"], {"ids": np.array([found.ids], dtype=np.int64)})[0]
    answer: Array = out[0]
    return answer


def linear(head: str, inputs: Array) -> Array:
    known = heads()
    out: Array = inputs @ known[f"{head}.weight"].T + known[f"{head}.bias"]
    return out


def tags(head: str, given: Array, verb: int | None = None) -> Array:
    """(pieces, tags of the head, 3): probability of O, B, I; ``verb`` is where the mark stands."""
    if head == "slot":
        assert verb is not None
        mark = np.broadcast_to(given[verb], given.shape)
        given = np.maximum(linear("slot_in", np.concatenate([given, mark, given * mark], 1)), 0)
    return softmax(linear(head, given).reshape(len(given), len(TAGS[head]), 3))


def kinds(given: Array) -> Array:
    """(pieces, kinds): how likely each word carries each kind of claim."""
    return softmax(linear("kind", np.maximum(linear("kind_in", given), 0)))[:, :-1]


def incidents(given: Array) -> Array:
    """How likely a chunk tells of each type of incident, in the order of ``INCIDENTS``."""
    return sigmoid(linear("incident", np.concatenate([given.mean(0), given.max(0)])))


def classes(head: str, given: Array, marks: dict[str, int]) -> dict[str, float]:
    """The probability of each class of a head: of the verb or the pair in marks, or of the text."""
    first = given[0]
    if head == "stance":
        parts = [given[marks["<v>"]], first]
    elif head == "type":
        parts = [given.mean(0), given.max(0), first]
    else:
        parts = [given.mean(0), first, given[marks["<s>"]], given[marks["<t>"]]]
    likely = softmax(linear(head, np.concatenate(parts)))
    return dict(zip(CLASSES[head], map(float, likely), strict=True))


def softmax(scores: Array) -> Array:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)


def sigmoid(scores: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-scores)), dtype=np.float32)
