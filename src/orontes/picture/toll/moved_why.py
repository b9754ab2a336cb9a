"""One sentence on people who moved: how many, whence, whither, by whose count."""

from dataclasses import replace

from orontes.model.names import PlaceName
from orontes.model.toll import Displaced
from orontes.picture.toll.why import Name, figure, listed, names, revisions, time

FATES = {
    "movement.flee": "fled or were displaced",
    "movement.return": "returned",
    "movement.evacuate": "were taken out",
}


def with_why(one: Displaced) -> Displaced:
    return replace(one, why=sentence(one))


def sentence(one: Displaced, name: Name = str) -> str:
    found = [core(one, name)]
    if one.measure == "stock":
        found.append("a stock: those away from home on that day")
    elif one.people and scope(one) == "campaign":
        found.append("a flow: all moves until then, whoever has come back")
    if before := revisions(one.counters, name):
        found.append(before)
    return "; ".join(found)


def core(one: Displaced, name: Name = str) -> str:
    """How many, whence, whither, when and by whose count, without remarks."""
    number = f"{figure(one.people)} {one.unit}" if one.people else subject(one)
    did = "were displaced then" if one.measure == "stock" else FATES[one.kind]
    text = f"{number} {did}{ways(one)}{time(one.when, bool(one.when), scope(one))}"
    return f"{text}, {by(one, name)}"


def subject(one: Displaced) -> str:
    return " and ".join(one.who[:2]) or "people"


def scope(one: Displaced) -> str:
    """A long stretch of days reads as from–to."""
    when = one.when
    long = when and when.earliest and when.latest and (when.latest - when.earliest).days > 2
    return "campaign" if long or one.measure == "stock" else "incident"


def ways(one: Displaced) -> str:
    text = at(" from ", one.origin) + at(" to ", one.destination)
    return text or at(" in ", one.place)


def at(word: str, place: PlaceName | None) -> str:
    return f"{word}{place.name}" if place else ""


def by(one: Displaced, name: Name) -> str:
    who = names([each for each in one.counters if each.stands], name)
    alone = "one source; no independent count" if one.people else "one source"
    sure = f"{one.sources} independent sources" if one.sources > 1 else alone
    return f"by the count of {listed(who)} ({sure})" if who else f"as reported ({sure})"
