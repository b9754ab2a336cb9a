"""What stands between two parties that a text names."""

from orontes.encoder import model
from orontes.encoder.pairs import marked


def roots(text: str, source: tuple[int, int], target: tuple[int, int]) -> dict[str, float]:
    """How likely each PLOVER root (RETREAT as YIELD) is, of what ``source`` does to ``target``."""
    return classes("root", text, source, target)


def relations(text: str, source: tuple[int, int], target: tuple[int, int]) -> dict[str, float]:
    """How likely each standing relation is, from ``source`` to ``target`` ("none" included)."""
    return classes("relation", text, source, target)


def classes(
    head: str, text: str, source: tuple[int, int], target: tuple[int, int]
) -> dict[str, float]:
    found = marked(text, source, target)
    if len(found.marks) < 4:
        return {}
    return model.classes(head, model.states(found), found.marks)
