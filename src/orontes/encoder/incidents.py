"""Incidents of political violence in a text: their types, and who did what to whom."""

from dataclasses import dataclass

import numpy as np

from orontes.encoder import model
from orontes.encoder.document import document, tagged
from orontes.encoder.labels import INCIDENTS, ROLES
from orontes.encoder.naming import parts, same
from orontes.encoder.spans import Bounded

TYPE_LEAST = 0.5
WORD_LEAST = 0.3
ROLE_LEAST = {"PerpInd": 0.55, "PerpOrg": 0.55, "Target": 0.55, "Victim": 0.55, "Weapon": 0.55}
CUT = 0.7


@dataclass(frozen=True, slots=True)
class Entity:
    """One party of the incidents: the ways it is named, and how likely it plays its role."""

    names: tuple[str, ...]
    score: float


def types(text: str) -> dict[str, float]:
    """How likely the text tells of each type of incident, by its likeliest chunk."""
    best = np.max([model.incidents(chunk.states) for chunk in document(text)], axis=0)
    return dict(zip(INCIDENTS, map(float, best), strict=True))


def roles(text: str) -> dict[str, list[Entity]]:
    """The parties of the text's incidents by role, likeliest first."""
    return {
        role: [one for one in known if one.score >= ROLE_LEAST[role]]
        for role, known in parties(text).items()
    }


def parties(text: str) -> dict[str, list[Entity]]:
    """All whom the text may give a role in an incident, however unsure, likeliest first."""
    return {
        role: entities(text, list(tagged(text, "role", role, WORD_LEAST, CUT))) for role in ROLES
    }


def entities(text: str, spans: list[Bounded]) -> list[Entity]:
    """Spans joined that name the same party (``naming.same``), the likeliest first."""
    scores: dict[str, float] = {}
    written: dict[str, str] = {}
    for span in (part for whole in spans for part in parts(text, whole)):
        name = " ".join(text[span.start : span.end].split())
        known = name.casefold()
        scores[known] = max(scores.get(known, 0.0), span.score)
        written.setdefault(known, name)
    groups: list[list[str]] = []
    for name in sorted(scores, key=lambda one: (-len(one.split()), -scores[one], one)):
        home = next((g for g in groups if any(same(name, one) for one in g)), None)
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    found = []
    for group in groups:
        group.sort(key=lambda one: (-scores[one], one))
        found.append(Entity(tuple(written[one] for one in group), scores[group[0]]))
    return sorted(found, key=lambda one: (-one.score, one.names))
