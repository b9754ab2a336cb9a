"""Events and positions as clauses."""

from orontes.brief.wording import actors
from orontes.model.event import Event
from orontes.model.names import ActorName, PlaceName
from orontes.model.picture import Position
from orontes.vocabulary.load import table

ABOUT_WORDS = 24
NOBODY = frozenset({"people", "dozens", "others", "some", "person", "residents"})


def act(
    kind: str,
    actor: tuple[ActorName, ...],
    target: tuple[ActorName, ...],
    place: PlaceName | None,
) -> str:
    """One clause in the past tense, in the words of ``brief.toml``."""
    templates = table("brief")["acts"].get(kind)
    if templates is None:
        return f"{kind} at {place.name if place else 'an unnamed place'}"
    whom = actors([name for name in target if name.name.casefold() not in NOBODY], 2)
    return str(templates[0 if actor else 1]).format(
        actor=actors(actor, 2),
        place=place.name if place else "a place that is not named",
        **{
            "from": f" from {whom}" if whom else "",
            "to": f" to {whom}" if whom else "",
            "with": f" with {whom}" if whom else "",
            "on": f" on {whom}" if whom and (not place or whom != place.name) else "",
        },
    )


def of_event(event: Event) -> str:
    return act(event.kind, event.actor, event.target, event.place)


def of_position(position: Position, who: str) -> str:
    """As in "Iran backs the Syrian government", "France condemned the attack"."""
    verb = table("brief")["ties"][position.kind]
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
    return f"{who} {verb} {about or whom or 'a matter that is not named'}"


def short(text: str | None) -> str:
    words = (text or "").split()
    return " ".join(words[:ABOUT_WORDS]) + (" …" if len(words) > ABOUT_WORDS else "")
