"""MiniLM with the heads of the reader; torch lives here and in train.py, never at run time."""

from typing import Any

import torch
from torch import nn

from orontes.encoder.labels import CLASSES, INCIDENTS, KINDS, TAGS

WIDTH = 384
HIDDEN = 256
DROPOUT = 0.1


class Network(nn.Module):
    """One encoder, one small head a task. Heads take the states (batch, pieces, 384)."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(DROPOUT)
        plain = {head: len(TAGS[head]) * 3 for head in ("role", "entity", "toponym")}
        layers = {head: nn.Linear(WIDTH, size) for head, size in plain.items()} | {
            "kind_in": nn.Linear(WIDTH, WIDTH),
            "kind": nn.Linear(WIDTH, len(KINDS) + 1),
            "slot_in": nn.Linear(3 * WIDTH, HIDDEN),
            "slot": nn.Linear(HIDDEN, len(TAGS["slot"]) * 3),
            "stance": nn.Linear(2 * WIDTH, len(CLASSES["stance"])),
            "root": nn.Linear(4 * WIDTH, len(CLASSES["root"])),
            "relation": nn.Linear(4 * WIDTH, len(CLASSES["relation"])),
            "type": nn.Linear(3 * WIDTH, len(CLASSES["type"])),
            "incident": nn.Linear(2 * WIDTH, len(INCIDENTS)),
        }
        self.heads = nn.ModuleDict({f"{head}_head": layer for head, layer in layers.items()})

    def states(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        out = self.encoder(input_ids=ids, attention_mask=mask)
        return self.dropout(out.last_hidden_state)

    def tags(self, head: str, states: torch.Tensor, verb: torch.Tensor | None) -> torch.Tensor:
        """(batch, pieces, tags, 3) scores of O, B, I; ``verb`` is where the verb's mark stands."""
        if head == "slot":
            assert verb is not None
            mark = at(states, verb)[:, None].expand_as(states)
            states = self.heads["slot_in_head"](torch.cat([states, mark, states * mark], -1)).relu()
        scores: torch.Tensor = self.heads[f"{head}_head"](states)
        return scores.unflatten(-1, (len(TAGS[head]), 3))

    def kinds(self, states: torch.Tensor) -> torch.Tensor:
        """(batch, pieces, kinds + 1): scores of each kind, the last of none."""
        scores: torch.Tensor = self.heads["kind_head"](self.heads["kind_in_head"](states).relu())
        return scores

    def label(
        self, head: str, states: torch.Tensor, mask: torch.Tensor, marks: dict[str, torch.Tensor]
    ) -> torch.Tensor:
        first = states[:, 0]
        if head == "stance":
            parts = [at(states, marks["<v>"]), first]
        elif head == "type":
            parts = [mean(states, mask), top(states, mask), first]
        elif head == "incident":
            parts = [mean(states, mask), top(states, mask)]
        else:
            parts = [
                mean(states, mask),
                first,
                at(states, marks["<s>"]),
                at(states, marks["<t>"]),
            ]
        scores: torch.Tensor = self.heads[f"{head}_head"](torch.cat(parts, -1))
        return scores


def at(states: torch.Tensor, where: torch.Tensor) -> torch.Tensor:
    return states[torch.arange(len(states)), where]


def mean(states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    kept = mask[..., None].to(states.dtype)
    return (states * kept).sum(1) / kept.sum(1)


def top(states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    return states.masked_fill(mask[..., None] == 0, -1e4).amax(1)
