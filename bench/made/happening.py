"""What truly happened, drawn from a seed."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bench.made.world import WARS, Party, War, data, speakers, war
from orontes.places.place import Place

DAYS = 45
EACH = 16
SIBLINGS = 0.35
KINDS = {
    "strike.explosion": 5,
    "strike.shelling": 5,
    "strike.air": 5,
    "battle.clash": 5,
    "civilians.attack": 3,
    "territory.capture": 4,
    "territory.withdraw": 2,
    "custody.detain": 2,
    "civilians.abduct": 2,
    "protest.peaceful": 2,
    "movement.flee": 2,
    "statement.call": 2,
    "statement.condemn": 1,
}
TOLLS = ("strike.explosion", "strike.shelling", "strike.air", "battle.clash", "civilians.attack")
PEOPLE = ("custody.detain", "civilians.abduct", "movement.flee")
SITES = ("strike.explosion", "strike.air", "strike.shelling")


@dataclass(frozen=True, slots=True)
class Happening:
    """One true event. ``killed`` and ``people`` grow to ``later`` in follow-ups."""

    id: str
    kind: str
    war: War
    town: Place
    day: date
    actor: Party
    target: Party | None = None
    site: str | None = None
    district: str | None = None
    weapon: str | None = None
    about: str | None = None
    killed: int | None = None
    injured: int | None = None
    people: int | None = None
    later: int | None = None


def happenings(rng: random.Random) -> list[Happening]:
    """About twenty events a war, a third of them near twins of others."""
    found = []
    for name in WARS:
        setting = war(name, rng)
        for _ in range(EACH):
            one = happening(rng, setting)
            found.append(one)
            if rng.random() < SIBLINGS:
                found.append(sibling(rng, one))
    return [replace(one, id=f"t{number:03}") for number, one in enumerate(found)]


def happening(rng: random.Random, setting: War) -> Happening:
    kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
    actor, target = parties(rng, setting, kind)
    one = Happening(
        id="",
        kind=kind,
        war=setting,
        town=rng.choice(setting.towns),
        day=setting.first + timedelta(rng.randrange(DAYS)),
        actor=actor,
        target=target,
        site=rng.choice(data("wars")["general"]["sites"]) if odds(rng, kind, 0.3) else None,
        district=rng.choice(setting.districts) if odds(rng, kind, 0.25) else None,
        weapon=rng.choice(data("parts")["weapons"]) if kind == "strike.explosion" else None,
        about=rng.choice(data("parts")["about"]) if kind == "statement.call" else None,
    )
    return figures(rng, one)


def odds(rng: random.Random, kind: str, share: float) -> bool:
    return rng.random() < share and kind in SITES


def parties(rng: random.Random, setting: War, kind: str) -> tuple[Party, Party | None]:
    if kind.startswith("statement"):
        return rng.choice(speakers()), None
    if kind == "custody.detain" or (kind == "strike.air" and rng.random() < 0.9):
        return setting.state, None
    if kind == "civilians.abduct":
        return setting.rebel, None
    sides = [setting.state, setting.rebel]
    rng.shuffle(sides)
    return sides[0], sides[1]


def figures(rng: random.Random, one: Happening) -> Happening:
    if one.kind in TOLLS:
        killed = rng.randint(3, 40)
        injured = rng.randint(4, 70) if rng.random() < 0.7 else None
        later = killed + rng.randint(1, max(1, killed // 3)) if rng.random() < 0.6 else killed
        return replace(one, killed=killed, injured=injured, later=later)
    if one.kind in PEOPLE:
        people = rng.randint(3, 40)
        if one.kind == "movement.flee":
            people = rng.choice((200, 400, 700, 1500, 3000, 5000, 12000))
        later = people + people // 5 if rng.random() < 0.4 else people
        return replace(one, people=people, later=later)
    return one


def sibling(rng: random.Random, one: Happening) -> Happening:
    """Another event of the same kind: mostly in the same town a few days off, or elsewhere."""
    if rng.random() < 0.75:
        other = replace(one, day=one.day + timedelta(rng.choice((1, 2, 2, 3, 3))))
    else:
        other = replace(one, town=rng.choice([t for t in one.war.towns if t != one.town]))
    if one.kind == "territory.capture" and one.target and other.town == one.town:
        other = replace(other, actor=one.target, target=one.actor)
    fresh = happening_site(rng, other)
    return figures(rng, fresh)


def happening_site(rng: random.Random, one: Happening) -> Happening:
    site = rng.choice(data("wars")["general"]["sites"]) if odds(rng, one.kind, 0.3) else None
    return replace(one, site=site, district=None)
