"""What outside powers, the parties and organisations said and did."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from orontes.actors.registry import Registry
from orontes.brief import acts
from orontes.brief.brief import Sentence
from orontes.brief.sections import claims, first
from orontes.brief.wording import capital, day, display, listed, number
from orontes.model.picture import Position
from orontes.picture.view import View

BLOCS = frozenset({"west", "eu", "nato", "arab-league", "african-union", "gcc"})


def home_of(view: View, registry: Registry) -> str | None:
    """The state in which most places of the picture lie."""
    here = Counter(spell.country for spell in view.control if spell.country)
    most = min(here, key=lambda country: (-here[country], country), default=None)
    return registry.state_of(most) if most else None


def is_outside(position: Position, home: str | None, registry: Registry) -> bool:
    """Whether the speaker is a state other than home, or one of the blocs of states."""
    actor = registry.get(position.actor.id or "")
    top = registry.get(registry.side(actor.id)) if actor else None
    if top is None or actor is None:
        return False
    return actor.id in BLOCS or (top.kind == "state" and top.id != home)


def said(view: View, registry: Registry, outside: bool) -> list[Sentence]:
    home = home_of(view, registry)
    kept = [p for p in view.positions if is_outside(p, home, registry) == outside]
    kept = [p for p in kept if p.actor.id or p.kind.startswith("statement")]
    groups: dict[tuple[object, ...], list[Position]] = defaultdict(list)
    vague = [position for position in kept if not acts.is_about(position)]
    for position in kept:
        if acts.is_about(position):
            key = (position.kind, position.about, position.target, when_said(position))
            groups[key].append(position)
    found = first([together(group) for group in groups.values()], "position", "positions")
    return [*found, *([untold(vague)] if vague else [])]


def together(group: Sequence[Position]) -> Sentence:
    """What several actors said alike, in one sentence."""
    who = speakers(group)
    text = f"{capital(acts.of_position(group[0], who))}{when_said(group[0])}."
    return Sentence(text, claims(c for position in group for c in position.claims))


def untold(group: Sequence[Position]) -> Sentence:
    """Statements and ties of which no report says on what."""
    text = f"{capital(number(len(group)))} more, by {speakers(group)}, without a named matter."
    return Sentence(text, claims(c for position in group for c in position.claims))


def speakers(group: Sequence[Position]) -> str:
    return listed(list(dict.fromkeys(display(position.actor) for position in group)), 5)


def when_said(position: Position) -> str:
    if position.kind.startswith("relation"):
        return ""
    return f", reported on {day(position.known.date())}" if position.known else ""
