"""How sure it is that the believed holder holds a place on a day.

A logistic regression over what the voices say and who holds the places around
(vocabulary/control.toml, fitted by bench/fit_control.py).
"""

from datetime import date
from math import exp, log, log1p

from orontes.picture.around import Around
from orontes.picture.dossier import Dossier, rules
from orontes.picture.spells import Spell

Figures = dict[str, float]


def certainty(dossier: Dossier, spell: Spell, day: date, around: Around | None) -> float:
    """Log-odds of the spell's holder at the end of ``day``."""
    weights = rules()["certainty"]
    told = figures(dossier, spell, day, around)
    return float(weights["constant"] + sum(weights[name] * told[name] for name in sorted(told)))


def figures(dossier: Dossier, spell: Spell, day: date, around: Around | None) -> Figures:
    """The regression's inputs by name."""
    told = any(one.voice != "initial" and one.day <= day for one in spell.carriers)
    hostile, mass = around.hostile(dossier.key, day, spell.holder) if around else (0.0, 0.0)
    return {
        "odds": odds(spell),
        "told": float(told),
        "hostile": hostile,
        "around": log1p(mass),
    }


def odds(spell: Spell) -> float:
    """Log-odds of what the voices say."""
    if spell.belief is None:
        return 0.0
    if spell.implied:
        return sum(one.weight for one in spell.carriers) * float(rules()["kind"]["before"])
    sure = spell.belief.holders.get(spell.holder, spell.belief.unknown)
    sure = min(max(sure, 0.01), 0.9999)
    return log(sure / (1.0 - sure))


def likely(log_odds: float) -> float:
    """The probability, kept from false certainty."""
    decide = rules()["decide"]
    sure = 1.0 / (1.0 + exp(-max(min(log_odds, 30.0), -30.0)))
    return round(float(min(max(sure, decide["lowest"]), decide["highest"])), 3)
