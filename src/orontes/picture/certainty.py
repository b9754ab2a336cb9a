"""How sure it is that the believed holder holds a place on a day.

A logistic regression over what the voices say and who holds the places around
(vocabulary/control.toml, fitted by bench/fit_control.py).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, log1p

import numpy as np
from numpy.typing import NDArray

from orontes.picture.around import Around
from orontes.picture.dossier import Dossier, Unrest, rules
from orontes.picture.spells import Spell
from orontes.picture.supposed import is_supposed

Figures = dict[str, float]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Own:
    """What a place itself gives to the probability: ``fixed``, or the log-odds of what is told.

    ``told``: whether a report names the holder; ``contest``, ``clash``: what unsettles it.
    """

    odds: float = 0.0
    told: float = 0.0
    contest: bool = False
    clash: bool = False
    fixed: float | None = None


def own(spell: Spell, day: date, trouble: Iterable[Unrest]) -> Own:
    decide = rules()["decide"]
    if any(is_supposed(one) for one in spell.carriers):
        return Own(fixed=float(decide["highest"]))
    if spell.belief is None:
        return Own(fixed=float(decide["lowest"]))
    kinds = {one.kind for one in trouble}
    contest, clash = "territory.contest" in kinds, "battle.clash" in kinds
    return Own(odds(spell), named(spell, day), contest, clash)


def probabilities(own: Sequence[Own], hostile: Floats, mass: Floats) -> list[float]:
    """That each holder holds its place, beside the share and the weight of hostile neighbours."""
    weights, decide = rules()["certainty"], rules()["decide"]
    rows = np.array([(o.odds, o.told, o.contest, o.clash) for o in own], float).reshape(-1, 4)
    odds_, told, contest, clash = rows.T
    sum_ = weights["around"] * np.log1p(mass) + weights["hostile"] * hostile
    sum_ = weights["constant"] + (sum_ + weights["odds"] * odds_ + weights["told"] * told)
    sum_ = sum_ - decide["contest"] * contest - decide["clash"] * clash
    sure = (1.0 / (1.0 + np.exp(-sum_.clip(-30.0, 30.0)))).clip(decide["lowest"], decide["highest"])
    pairs = zip(own, sure.tolist(), strict=True)
    return [round(p, 3) if one.fixed is None else one.fixed for one, p in pairs]


def figures(dossier: Dossier, spell: Spell, day: date, around: Around | None) -> Figures:
    """The regression's inputs by name."""
    hostile, mass = around.hostile(dossier.key, day, spell.holder) if around else (0.0, 0.0)
    return {
        "odds": odds(spell),
        "told": named(spell, day),
        "hostile": hostile,
        "around": log1p(mass),
    }


def named(spell: Spell, day: date) -> float:
    """1 if a report names the holder, or else 0."""
    return float(any(one.voice != "initial" and one.day <= day for one in spell.carriers))


def odds(spell: Spell) -> float:
    """Log-odds of what the voices say; each voice counts once, however often it is printed."""
    if spell.belief is None:
        return 0.0
    if spell.implied:
        voices: dict[str, float] = {}
        for one in spell.carriers:
            voices[one.voice] = max(one.weight, voices.get(one.voice, one.weight))
        return sum(voices[name] for name in sorted(voices)) * float(rules()["kind"]["before"])
    sure = spell.belief.holders.get(spell.holder, spell.belief.unknown)
    sure = min(max(sure, 0.01), 0.9999)
    return log(sure / (1.0 - sure))
