"""Events and positions as clauses, in the words of ``brief.toml``."""

from orontes.brief.wording import actors
from orontes.model.event import Event
from orontes.model.names import ActorName, PlaceName
from orontes.model.picture import Position
from orontes.vocabulary.load import table

ABOUT_WORDS = 24
AREAS = frozenset({"country", "region", "admin1", "admin2"})


def act(
    kind: str,
    actor: tuple[ActorName, ...],
    target: tuple[ActorName, ...],
    place: PlaceName | None,
) -> str:
    """One clause in the past tense."""
    where = place.name if place else "a place that is not named"
    templates = table("brief")["acts"].get(kind)
    area = place is not None and place.kind in AREAS
    if templates is None:
        return f"{kind} at {where}"
    whom = actors([name for name in target if tells(name, place)], 2)
    linked = {word: f" {word} {whom}" if whom else "" for word in ("from", "to", "with", "on")}
    template = str(templates[0 if actor else 1])
    if area:
        template = template.replace("at {place}", "in {place}")
    return template.format(actor=actors(actor, 2), place=where, **linked)


def tells(target: ActorName, place: PlaceName | None) -> bool:
    """Whether a target says more than the place does: not "people", not "the city of Idlib"."""
    said = target.name.casefold()
    nobody = said in table("brief")["small"]["nobody"]
    return not nobody and not (place and place.name.casefold() in said)


def of_event(event: Event) -> str:
    return act(event.kind, event.actor, event.target, event.place)


def is_about(position: Position) -> bool:
    """Whether a report tells whom or what it concerns."""
    return bool(position.target or position.about)


def of_position(position: Position, who: str) -> str:
    """As in "Iran backs the Syrian government", "France condemned the attack"."""
    verb = table("brief")["ties"].get(position.kind, "spoke of")
    whom, about = actors(position.target, 2), short(position.about)
    if position.kind == "statement.accuse":
        return f"{who} accused {whom or 'an opponent'}" + (f" of {about}" if about else "")
    if position.kind in {"statement.consult", "statement.agree"}:
        link = f" {verb} {whom}" if whom else f" {verb.rsplit(' ', 1)[0]}"
        return f"{who}{link}" + (f" on {about}" if about and about not in whom else "")
    if position.kind == "statement.call":
        if whom:
            return f"{who} called on {whom} {about}".rstrip()
        return f"{who} called {about if about.startswith('to ') else f'for {about}'}"
    if position.kind == "statement.reject" and about.startswith("that "):
        return f"{who} denied {about}"
    return f"{who} {verb} {about or whom}"


def short(text: str | None) -> str:
    words = (text or "").split()
    return " ".join(words[:ABOUT_WORDS]) + (" …" if len(words) > ABOUT_WORDS else "")
