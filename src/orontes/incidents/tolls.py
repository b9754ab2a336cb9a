"""How many were killed or injured in a text's incidents."""

from collections import defaultdict
from datetime import date
from math import log1p

from orontes.claims.words import words
from orontes.incidents.losses import FAR, Effect, Loss
from orontes.incidents.scene import Scene
from orontes.incidents.weighing import Figures

ARMED = words(
    "guerrilla terrorist subversive rebel insurgent extremist fighter combatant militant troop"
    " attacker assailant"
)
MANY = 20
OLD_DAYS = 60


def candidates(told: Scene) -> dict[tuple[Effect, int], Figures]:
    groups: dict[tuple[Effect, int], list[Loss]] = defaultdict(list)
    for loss in told.losses:
        groups[loss.effect, loss.size].append(loss)
    ruled = {key for key, losses in groups.items() if any(loss.rule for loss in losses)}
    return {
        key: of_group(told, losses) | of_rivals(told, key, ruled) for key, losses in groups.items()
    }


def of_group(told: Scene, losses: list[Loss]) -> Figures:
    best = min(losses, key=lambda loss: (not loss.rule, loss.steps, loss.apart))
    first = min(loss.sentence for loss in losses) - told.head
    old = [t for t in told.times if t.sentence == best.sentence and is_old(told, t.when.latest)]
    return {
        "bias": 1,
        "rule": float(best.rule),
        "times": log1p(len(losses)),
        "rule_times": log1p(sum(loss.rule for loss in losses)),
        "near": 1 / (1 + best.apart),
        "steps_0": float(best.steps <= 1),
        "steps_2": float(best.steps == 2),
        "steps_far": float(best.steps == FAR),
        "person": float(best.person),
        "bare": float(not best.noun),
        "armed": float(best.noun in ARMED),
        "fighters": float(best.group == "fighters"),
        "exact": float(all(loss.exact for loss in losses)),
        "cumulative": float(all(loss.cumulative for loss in losses)),
        "after": float(best.after),
        "injured": float(best.effect == "injured"),
        "early": 1 / (1 + max(first, 0)),
        "lead": float(first <= 1),
        "late": float(first > 8),
        "size": log1p(best.size),
        "many": float(best.size > MANY),
        "huge": float(best.size > 200),
        "old": float(bool(old)),
        "violent": float(told.weight(best.sentence) == 2),
        "doer": float(all(loss.doer for loss in losses)),
        "battle": float(all(fought(told, loss.sentence) for loss in losses)),
    }


def fought(told: Scene, sentence: int) -> bool:
    """Whether the sentence tells of a battle."""
    return any(at == sentence and claim.kind.startswith("battle.") for at, claim in told.violent)


def is_old(told: Scene, day: date | None) -> bool:
    return bool(told.day and day and (told.day - day).days > OLD_DAYS)


def of_rivals(told: Scene, key: tuple[Effect, int], ruled: set[tuple[Effect, int]]) -> Figures:
    opposite = "killed" if key[0] == "injured" else "injured"
    same = [size for effect, size in ruled if effect == key[0] and size != key[1]]
    other = [size for effect, size in ruled if effect != key[0]]
    sentences = {loss.sentence for loss in told.losses if loss.rule}
    return {
        "rivals": log1p(len(same)),
        "other_effect_rule": float((opposite, key[1]) in ruled),
        "both": float(bool(other)),
        "sentences": log1p(len(sentences)),
        "length": log1p(len(told.sentences)),
    }
