"""What outside powers, the parties and organisations said and did."""

from collections import defaultdict
from collections.abc import Sequence

from orontes.actors.registry import Registry
from orontes.brief import acts
from orontes.brief.brief import Sentence
from orontes.brief.sections import claims, rest
from orontes.brief.wording import (
    capital,
    day,
    display,
    listed,
)
from orontes.model.picture import Position
from orontes.picture.view import View


def is_outside(position: Position, view: View, registry: Registry) -> bool:
    """Whether the speaker is a state other than the one whose places the brief is about."""
    from collections import Counter

    here = Counter(spell.country for spell in view.control if spell.country).most_common(1)
    actor = registry.get(position.actor.id or "")
    top = registry.get(registry.side(actor.id)) if actor else None
    if top is None or actor is None:
        return False
    west = actor.id in {"west", "eu", "nato", "arab-league", "african-union", "gcc"}
    home = registry.state_of(here[0][0]) if here and here[0][0] else None
    return west or (top.kind == "state" and top.id != home)


def said(view: View, registry: Registry, outside: bool) -> list[Sentence]:
    kept = [p for p in view.positions if is_outside(p, view, registry) == outside]
    kept = [p for p in kept if p.actor.id or p.kind.startswith("statement")]
    groups: dict[tuple[object, ...], list[Position]] = defaultdict(list)
    for position in kept:
        key = (position.kind, position.about, position.target, when_said(position))
        groups[key].append(position)
    found = [together(group) for group in groups.values()]
    return rest(found, len(found), "positions")


def together(group: Sequence[Position]) -> Sentence:
    """What several actors said alike, in one sentence."""
    who = listed(list(dict.fromkeys(display(p.actor) for p in group)), 5)
    text = f"{capital(acts.of_position(group[0], who))}{when_said(group[0])}."
    return Sentence(text, claims(c for position in group for c in position.claims))


def when_said(position: Position) -> str:
    if position.kind.startswith("relation"):
        return ""
    return f", reported on {day(position.known.date())}" if position.known else ""
